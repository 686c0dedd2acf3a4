package io.padlog.extract.unit;

import io.padlog.extract.source.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Clang's compilation database. It lists compilations, not what they are linked into: a unit is what has one CMake
 * target, as the object's name tells it, and else what is compiled in one folder.
 */
final class CompilationDatabaseReader implements BuildFileReader {
    private static final long MAX_BYTES = 256L << 20;
    private static final String CMAKE_TARGETS = "CMakeFiles/";
    private static final String CMAKE_TARGET_END = ".dir/";

    private final SourceTree tree;
    private final FileFinder finder;

    CompilationDatabaseReader(SourceTree tree, FileFinder finder) {
        this.tree = tree;
        this.finder = finder;
    }

    /** A compilation. */
    private record Entry(Path folder, String file, List<String> words, String object) {
    }

    @Override
    public List<UnitDraft> read(BuildFile buildFile, Reports reports) {
        Object root;
        try {
            if (Files.size(buildFile.file().path()) > MAX_BYTES) {
                reports.broken(buildFile.file(), 0, 0, "too large for a compilation database; ignored");
                return List.of();
            }
            root = JsonReader.read(new String(Files.readAllBytes(buildFile.file().path()), StandardCharsets.UTF_8));
        } catch (IOException e) {
            reports.unreadable(buildFile.file(), "the compilation database cannot be read");
            return List.of();
        } catch (JsonReader.Malformed e) {
            reports.broken(buildFile.file(), e.line(), 1, "no JSON: " + e.getMessage() + "; its sources go by folder");
            return List.of();
        }
        List<?> entries = root instanceof List<?> list ? list : List.of();
        return units(buildFile, entries, reports);
    }

    private List<UnitDraft> units(BuildFile buildFile, List<?> entries, Reports reports) {
        Map<String, UnitDraft> drafts = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Object item : entries) {
            Optional<Entry> read = entry(item, buildFile.folder());
            if (read.isEmpty() || Language.of(read.get().file()).isEmpty()) {
                continue;
            }
            Entry entry = read.get();
            Optional<Path> file = finder.file(entry.folder(), entry.file());
            if (file.isEmpty()) {
                missing.add(entry.file());
            } else if (tree.contains(file.get())) {
                UnitDraft draft = drafts.computeIfAbsent(unitName(entry),
                        name -> new UnitDraft(name, buildFile.kind().origin()));
                tree.source(file.get()).ifPresent(draft::addSource);
                CommandLine.apply(entry.words(), entry.folder(), finder, draft);
            }
        }
        if (!missing.isEmpty()) {
            reports.missing(buildFile.file(), 0, 0, missing.size() + " of the sources that it names are not there, the first is '"
                    + missing.get(0) + "'");
        }
        return List.copyOf(drafts.values());
    }

    private Optional<Entry> entry(Object item, Path databaseFolder) {
        if (!(item instanceof Map<?, ?> fields) || !(fields.get("file") instanceof String file)) {
            return Optional.empty();
        }
        Path folder = databaseFolder;
        if (fields.get("directory") instanceof String written) {
            // A database that was made elsewhere: names relative to a folder that is not here are tried from its own place.
            folder = finder.folder(databaseFolder, written).orElse(databaseFolder);
        }
        List<String> words = new ArrayList<>();
        if (fields.get("arguments") instanceof List<?> arguments) {
            for (Object argument : arguments) {
                words.add(String.valueOf(argument));
            }
        } else if (fields.get("command") instanceof String command) {
            words.addAll(CommandLine.split(command));
        }
        int output = words.indexOf("-o");
        String object = fields.get("output") instanceof String named ? named
                : output >= 0 && output + 1 < words.size() ? words.get(output + 1) : "";
        return Optional.of(new Entry(folder, file, words, object));
    }

    private String unitName(Entry entry) {
        String folder = tree.naming().name(entry.folder());
        String object = entry.object().replace('\\', '/');
        int targets = object.indexOf(CMAKE_TARGETS);
        int end = object.indexOf(CMAKE_TARGET_END, Math.max(0, targets));
        if (targets < 0 || end < 0) {
            return folder;
        }
        String target = object.substring(0, targets) + object.substring(targets + CMAKE_TARGETS.length(), end);
        return folder.equals(".") || target.startsWith("/") ? target : folder + "/" + target;
    }
}
