package io.padlog.run.job;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Which engine evaluates.
 *
 * @param souffle Soufflé's executable; empty to look for it on the {@code PATH}
 */
public record EngineChoice(Kind kind, Optional<Path> souffle) {
    public EngineChoice {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(souffle);
    }

    /** As {@code --engine} names them. */
    public enum Kind {
        /** Soufflé where it is installed, else embedded */
        AUTO, EMBEDDED, SOUFFLE
    }
}
