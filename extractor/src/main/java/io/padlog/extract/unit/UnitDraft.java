package io.padlog.extract.unit;

import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A unit while its build file is read. */
final class UnitDraft {
    private final String name;
    private final String origin;
    private final Set<SourceFile> sources = new LinkedHashSet<>();
    private final Set<Path> includeFolders = new LinkedHashSet<>();
    private final Map<String, String> defines = new LinkedHashMap<>();
    private final Set<Path> references = new LinkedHashSet<>();
    private boolean library;

    UnitDraft(String name, String origin) {
        this.name = name;
        this.origin = origin;
    }

    String name() {
        return name;
    }

    void addSource(SourceFile source) {
        sources.add(source);
    }

    void removeSource(SourceFile source) {
        sources.remove(source);
    }

    Collection<SourceFile> sources() {
        return sources;
    }

    /** Remembers the build file of a unit that this one may be linked with. */
    void addReference(Path buildFile) {
        references.add(buildFile);
    }

    Set<Path> references() {
        return references;
    }

    /** Says that this unit is made to be linked into others. */
    void isLibrary() {
        library = true;
    }

    /** Takes in the sources of a library, and what they are read with as far as this unit does not say otherwise.
     *  @return whether it is one */
    boolean link(UnitDraft other) {
        if (other.library) {
            sources.addAll(other.sources);
            includeFolders.addAll(other.includeFolders);
            other.defines.forEach(defines::putIfAbsent);
        }
        return other.library;
    }

    void addIncludeFolder(Path folder) {
        includeFolders.add(folder);
    }

    /** Adds a macro; of several with the same name the last one counts, as on a compiler's command line.
     *  @param definition {@code NAME} or {@code NAME=VALUE} */
    void define(String definition) {
        int equals = definition.indexOf('=');
        if (equals < 0) {
            defines.put(definition, "1");
        } else if (equals > 0) {
            defines.put(definition.substring(0, equals), definition.substring(equals + 1));
        }
    }

    void undefine(String macro) {
        defines.remove(macro);
    }

    /** @param uniqueName the unit's name, which no other unit of the run has */
    Unit finish(String uniqueName) {
        List<SourceFile> ordered = new ArrayList<>(sources);
        ordered.sort(Comparator.comparing(SourceFile::name));
        return new Unit(uniqueName, origin, ordered, List.copyOf(includeFolders), defines);
    }
}
