package io.padlog.run.datalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A Datalog program before parsing.
 *
 * @param name how messages name it: a path, or "-e"
 * @param text its text
 * @param includes where {@code .include} looks
 * @param macros what is defined before the text is read, each {@code NAME} or {@code NAME=VALUE}
 */
public record ProgramSource(String name, String text, Includes includes, List<String> macros) {
    public ProgramSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
        Objects.requireNonNull(includes);
        macros = List.copyOf(macros);
    }

    /** Without macros. */
    public ProgramSource(String name, String text, Includes includes) {
        this(name, text, includes, List.of());
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
