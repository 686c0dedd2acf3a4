package io.padlog.run.datalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Datalog program before parsing.
 *
 * @param name how messages name it: a path, or "-e"
 * @param text its text
 * @param includes where {@code .include} looks
 * @param macros what is defined before the text is read, each {@code NAME} or {@code NAME=VALUE}
 */
public record ProgramSource(String name, String text, Includes includes, List<String> macros) {
    private static final Pattern INCLUDE = Pattern.compile("[.#]include\\s*\"([^\"\n]*)\"");

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

    /**
     * The files that it includes, directly or through others, each once; also those of an include that a condition hides.
     * What cannot be found is left out.
     */
    public List<Included> included() {
        Map<String, Included> files = new LinkedHashMap<>();
        Deque<Included> waiting = new ArrayDeque<>(List.of(new Included(name, text)));
        while (!waiting.isEmpty()) {
            Included file = waiting.remove();
            Matcher directive = INCLUDE.matcher(file.text());
            while (directive.find()) {
                includes.find(directive.group(1), file.name())
                        .filter(found -> files.putIfAbsent(found.name(), found) == null)
                        .ifPresent(waiting::add);
            }
        }
        return List.copyOf(files.values());
    }

    /** Finds included files, in folders or among padlog's own resources. */
    public interface Includes {
        /**
         * @param path as written in {@code .include "path"}
         * @param from name of the including file
         * @return the file, its name normalised so that equal names are the same file; empty if there is none
         */
        Optional<Included> find(String path, String from);

        /** Whether padlog's own files are found as they were when it was built. */
        default boolean areAsBuilt() {
            return false;
        }
    }

    /** An included file. */
    public record Included(String name, String text) {}
}
