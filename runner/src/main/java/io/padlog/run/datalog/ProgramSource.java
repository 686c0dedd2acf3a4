package io.padlog.run.datalog;

import java.util.Objects;
import java.util.Optional;

/**
 * A Datalog program before parsing.
 *
 * @param name how messages name it: a path, or "-e"
 * @param text its text
 * @param includes where {@code .include} looks
 */
public record ProgramSource(String name, String text, Includes includes) {
    public ProgramSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
        Objects.requireNonNull(includes);
    }

    /** Finds included files, in folders or among padlog's own resources. */
    public interface Includes {
        /**
         * @param path as written in {@code .include "path"}
         * @param from name of the including file
         * @return the file, its name normalised so that equal names are the same file; empty if there is none
         */
        Optional<Included> find(String path, String from);
    }

    /** An included file. */
    public record Included(String name, String text) {}
}
