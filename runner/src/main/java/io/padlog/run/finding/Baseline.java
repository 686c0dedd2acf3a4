package io.padlog.run.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Findings that were there before. */
public final class Baseline {
    private final Map<String, Known> findings = new LinkedHashMap<>();

    public Baseline(List<Known> findings) {
        findings.forEach(known -> this.findings.putIfAbsent(known.id(), known));
    }

    /** What an earlier report tells of a finding. @param id as {@link Finding#idOf} makes it */
    public record Known(String id, String rule, Confidence confidence, Location at, String message) {
        public Known {
            Objects.requireNonNull(id);
            Objects.requireNonNull(rule);
            Objects.requireNonNull(confidence);
            Objects.requireNonNull(at);
            Objects.requireNonNull(message);
        }
    }

    /** Whether the finding was there before. */
    public boolean knows(Finding finding) {
        return findings.containsKey(finding.id());
    }

    /**
     * What was there before, would be reported now, and is not any more.
     *
     * @param result all that was found, with what the sources suppress
     * @param rules ids of those that ran
     * @param minConfidence what was asked for
     */
    public List<Known> absentFrom(CheckResult result, Set<String> rules, Confidence minConfidence) {
        Set<String> present = new HashSet<>();
        result.findings().forEach(finding -> present.add(finding.id()));
        result.suppressed().forEach(suppressed -> present.add(suppressed.finding().id()));
        List<Known> absent = new ArrayList<>(findings.values());
        absent.removeIf(known -> present.contains(known.id()) || !rules.contains(known.rule())
                || !known.confidence().atLeast(minConfidence));
        return absent;
    }
}
