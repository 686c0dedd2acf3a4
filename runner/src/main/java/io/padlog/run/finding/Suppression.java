package io.padlog.run.finding;

import java.util.Objects;

/**
 * The source says that a finding is known and wanted.
 *
 * @param at where it says so
 * @param reason "" if none is given
 */
public record Suppression(Location at, String reason) {
    public Suppression {
        Objects.requireNonNull(at);
        Objects.requireNonNull(reason);
    }
}
