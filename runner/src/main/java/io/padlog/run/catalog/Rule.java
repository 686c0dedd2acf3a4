package io.padlog.run.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A rule as its file's header describes it.
 *
 * @param id unique without regard to case: {@code WdfSpinlockRelease}, {@code wdm/SpinLock}
 * @param model the driver model that it is for, as the API tables write it: {@code KMDF}; "" for any
 * @param title one line
 * @param severity {@code error} or {@code warning}
 * @param finds what it reports
 * @param falseAlarms known ones; "" if none are
 * @param misses what it cannot see; "" if nothing is known
 * @param sdv the rule of Static Driver Verifier that it corresponds to; "" if none does
 * @param packs names that select it together with others; all in small letters, its model is one of them
 * @param file name of its program, for messages
 * @param program its text
 * @param docs its documentation as Markdown; "" if it has none
 */
public record Rule(
        String id, String model, String title, String severity, String finds, String falseAlarms, String misses,
        String sdv, List<String> packs, String file, String program, String docs) {
    public Rule {
        Objects.requireNonNull(id);
        Objects.requireNonNull(model);
        Objects.requireNonNull(title);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(finds);
        Objects.requireNonNull(falseAlarms);
        Objects.requireNonNull(misses);
        Objects.requireNonNull(sdv);
        packs = List.copyOf(packs);
        Objects.requireNonNull(file);
        Objects.requireNonNull(program);
        Objects.requireNonNull(docs);
    }

    /** Whether it is the user's own, not padlog's. */
    public boolean own() {
        return !file.startsWith(QueryIncludes.OWN);
    }

    /** Whether {@code name}, in any case, is this rule's id or one of its packs. */
    public boolean isNamed(String name) {
        return id.equalsIgnoreCase(name) || packs.contains(name.toLowerCase(Locale.ROOT));
    }
}
