package io.padlog.run.finding;

import java.util.Objects;

/** A finding that is kept but not reported, because the source says so. */
public record Suppressed(Finding finding, Suppression by) {
    public Suppressed {
        Objects.requireNonNull(finding);
        Objects.requireNonNull(by);
    }
}
