package io.padlog.run.job;

import io.padlog.run.engine.embedded.EmbeddedEngine;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Which engine evaluates.
 *
 * @param souffle Soufflé's executable; empty to look for it on the {@code PATH}
 * @param mode how Soufflé runs a program
 * @param maxRows how many rows the relations may have together, roughly, before the embedded engine gives up
 */
public record EngineChoice(Kind kind, Optional<Path> souffle, Mode mode, long maxRows) {
    /** how many rows the relations may have if nobody says */
    public static final long MAX_ROWS = EmbeddedEngine.DEFAULT_MAX_ROWS;

    public EngineChoice {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(souffle);
        Objects.requireNonNull(mode);
    }

    /** With Soufflé's interpreter and the usual limit. */
    public EngineChoice(Kind kind, Optional<Path> souffle) {
        this(kind, souffle, Mode.INTERPRETER, MAX_ROWS);
    }

    /** How Soufflé runs a program, as {@code --souffle-mode} names it. */
    public enum Mode { INTERPRETER, COMPILED }

    /** As {@code --engine} names them. */
    public enum Kind {
        /** Soufflé where it is installed, else embedded */
        AUTO, EMBEDDED, SOUFFLE
    }
}
