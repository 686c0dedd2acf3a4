package io.padlog.run.finding;

import java.util.Objects;

/**
 * What a rule says of a unit.
 *
 * @param reason why, in a few words; for a defect or a pass, which need none, what the sources suppress, or ""
 */
public record Verdict(String unit, String rule, Outcome outcome, String reason) {
    public Verdict {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(reason);
    }

    /** In Static Driver Verifier's words. */
    public enum Outcome {
        DEFECT("Defect"),
        /** nothing found at medium confidence or above, and nothing unread that could matter */
        PASS("Pass"),
        /** another driver model, or none of the functions that the rule is about */
        NOT_APPLICABLE("Not applicable"),
        INCONCLUSIVE("Inconclusive");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
