package io.padlog.run.finding;

import java.util.Set;

/** Findings that were there before, by their ids. */
public record Baseline(Set<String> ids) {
    public Baseline {
        ids = Set.copyOf(ids);
    }

    /** Whether the finding was there before. */
    public boolean knows(Finding finding) {
        return ids.contains(finding.id());
    }
}
