package io.padlog.run.finding;

import java.util.Locale;

/** How sure a finding is; the surest first. */
public enum Confidence {
    HIGH, MEDIUM, LOW;

    /** As options and reports write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is as sure as {@code floor}, or surer. */
    public boolean atLeast(Confidence floor) {
        return compareTo(floor) <= 0;
    }
}
