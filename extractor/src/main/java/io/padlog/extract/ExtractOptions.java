package io.padlog.extract;

import io.padlog.extract.facts.FactSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How to extract.
 *
 * @param includeFolders searched for headers, as by {@code -I}
 * @param defines macros defined after the prelude, as by {@code -D}
 * @param undefines macros undefined after the prelude, as by {@code -U}
 * @param excludes globs over file names as reports show them; a file that matches one is not read
 * @param threads at least 1; changes no byte of the result
 * @param platform what the extractor must know of the platform's functions
 * @param selection which facts to write
 * @param listener is told how far it is
 */
public record ExtractOptions(
        List<Path> includeFolders, Map<String, String> defines, Set<String> undefines, List<String> excludes, int threads,
        Platform platform, FactSelection selection, ExtractListener listener) {
    public ExtractOptions {
        includeFolders = List.copyOf(includeFolders);
        defines = Map.copyOf(defines);
        undefines = Set.copyOf(undefines);
        excludes = List.copyOf(excludes);
        Objects.requireNonNull(platform);
        Objects.requireNonNull(selection);
        Objects.requireNonNull(listener);
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }

    /** All facts, told to nobody. */
    public ExtractOptions(
            List<Path> includeFolders, Map<String, String> defines, Set<String> undefines, List<String> excludes, int threads,
            Platform platform) {
        this(includeFolders, defines, undefines, excludes, threads, platform, FactSelection.ALL, ExtractListener.NONE);
    }

    /** The same, told to {@code other}. */
    public ExtractOptions toldTo(ExtractListener other) {
        return new ExtractOptions(includeFolders, defines, undefines, excludes, threads, platform, selection, other);
    }

    /** One thread, nothing excluded, nothing defined. */
    public static ExtractOptions plain(Platform platform) {
        return new ExtractOptions(List.of(), Map.of(), Set.of(), List.of(), 1, platform);
    }

    /** The same but for the facts to write. */
    public ExtractOptions writing(FactSelection facts) {
        return new ExtractOptions(includeFolders, defines, undefines, excludes, threads, platform, facts, listener);
    }

    /**
     * Functions of the platform by name: what the API tables say, as far as it changes how code is read.
     *
     * @param noreturn functions that do not return
     * @param raising functions that may raise a structured exception
     * @param accessors functions that give the same result for the same arguments, so that two calls are one path
     * @param resources functions that act on a resource, with the arguments (from 0) that name it; -1 is the result
     * @param common those of them that act on what there is one of for the thread or the system, with its names
     */
    public record Platform(
            Set<String> noreturn, Set<String> raising, Set<String> accessors, Map<String, Set<Integer>> resources,
            Map<String, Set<String>> common) {
        /** Nothing is known of the platform: calls and control flow are the same, what locks name is not. */
        public static final Platform NONE = new Platform(Set.of(), Set.of(), Set.of(), Map.of(), Map.of());

        public Platform {
            noreturn = Set.copyOf(noreturn);
            raising = Set.copyOf(raising);
            accessors = Set.copyOf(accessors);
            resources = Map.copyOf(resources);
            common = Map.copyOf(common);
        }
    }
}
