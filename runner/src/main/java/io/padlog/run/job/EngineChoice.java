package io.padlog.run.job;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Which engine evaluates.
 *
 * @param souffle Soufflé's executable; empty to look for it on the {@code PATH}
 * @param mode how Soufflé runs a program
 */
public record EngineChoice(Kind kind, Optional<Path> souffle, Mode mode) {
    public EngineChoice {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(souffle);
        Objects.requireNonNull(mode);
    }

    /** With Soufflé's interpreter. */
    public EngineChoice(Kind kind, Optional<Path> souffle) {
        this(kind, souffle, Mode.INTERPRETER);
    }

    /** How Soufflé runs a program, as {@code --souffle-mode} names it. */
    public enum Mode { INTERPRETER, COMPILED }

    /** As {@code --engine} names them. */
    public enum Kind {
        /** Soufflé where it is installed, else embedded */
        AUTO, EMBEDDED, SOUFFLE
    }
}
