package io.padlog.extract.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What links into one driver: names with external linkage are resolved inside it.
 *
 * @param name how reports name it, unique in a run
 * @param origin the kind of build file it was read from: "folder", "vcxproj"…
 * @param sources the translation units, in order of name
 * @param includeFolders searched for headers, in this order, after the including file's own folder
 * @param defines macros defined before the first line; an empty value is legal
 */
public record Unit(
        String name, String origin, List<SourceFile> sources, List<Path> includeFolders, Map<String, String> defines) {
    public Unit {
        Objects.requireNonNull(name);
        Objects.requireNonNull(origin);
        sources = List.copyOf(sources);
        includeFolders = List.copyOf(includeFolders);
        defines = Map.copyOf(defines);
    }
}
