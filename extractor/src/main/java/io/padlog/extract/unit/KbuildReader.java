package io.padlog.extract.unit;

import io.padlog.extract.unit.Makefile.Variable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the makefiles of Linux' build system (kernel documentation, "Linux Kernel Makefiles"). Each module is a unit; what a
 * folder always links into the kernel is one more. Any configuration counts.
 */
final class KbuildReader implements BuildFileReader {
    private static final long MAX_BYTES = 16L << 20;
    private static final Set<String> OPTION_VARIABLES = Set.of("EXTRA_CFLAGS", "KBUILD_CFLAGS", "KBUILD_CPPFLAGS");

    private final SourceTree tree;
    private final FileFinder finder;

    KbuildReader(SourceTree tree, FileFinder finder) {
        this.tree = tree;
        this.finder = finder;
    }

    /** An object that some list of a makefile names. */
    private record Listed(String stem, int line) {
    }

    @Override
    public List<UnitDraft> read(BuildFile buildFile, Reports reports) {
        String text;
        try {
            if (Files.size(buildFile.file().path()) > MAX_BYTES) {
                reports.broken(buildFile.file(), 0, 0, "too large for a makefile; ignored");
                return List.of();
            }
            text = new String(Files.readAllBytes(buildFile.file().path()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            reports.unreadable(buildFile.file(), "the makefile cannot be read");
            return List.of();
        }
        Makefile makefile = Makefile.read(text);
        List<UnitDraft> drafts = units(buildFile, makefile, reports);
        List<String> options = options(makefile, buildFile);
        drafts.forEach(draft -> CommandLine.apply(options, buildFile.folder(), finder, draft));
        return drafts;
    }

    private List<UnitDraft> units(BuildFile buildFile, Makefile makefile, Reports reports) {
        Map<String, List<Listed>> parts = new LinkedHashMap<>();
        Map<String, Listed> modules = new LinkedHashMap<>();
        Map<String, Listed> builtIn = new LinkedHashMap<>();
        makefile.variables().forEach((name, variable) -> {
            int dash = name.indexOf('-');
            if (dash <= 0) {
                return;
            }
            String stem = name.substring(0, dash);
            if (stem.equals("obj") && !name.equals("obj-y")) {
                listed(variable).forEach(object -> modules.putIfAbsent(object.stem(), object));
            } else if (stem.equals("obj") || stem.equals("lib")) {
                listed(variable).forEach(object -> builtIn.putIfAbsent(object.stem(), object));
            } else {
                compositeOf(name).ifPresent(composite ->
                        parts.computeIfAbsent(composite, key -> new ArrayList<>()).addAll(listed(variable)));
            }
        });
        List<UnitDraft> drafts = new ArrayList<>();
        String prefix = tree.naming().prefix(buildFile.folder());
        modules.values().forEach(module -> {
            UnitDraft draft = new UnitDraft(prefix + module.stem() + ".ko", buildFile.kind().origin());
            addSources(module, parts, buildFile, draft, reports);
            drafts.add(draft);
        });
        UnitDraft folder = new UnitDraft(prefix + "built-in", buildFile.kind().origin());
        builtIn.values().forEach(object -> addSources(object, parts, buildFile, folder, reports));
        drafts.add(folder);
        return drafts;
    }

    /** The composite object whose parts a variable lists: {@code foo} of {@code foo-y}, {@code foo-objs}, {@code foo-$(CONFIG_X)}. */
    private static Optional<String> compositeOf(String name) {
        int dollar = name.indexOf("-$(");
        int dash = dollar > 0 ? dollar : name.lastIndexOf('-');
        String suffix = name.substring(dash + 1);
        boolean lists = dollar > 0 || suffix.equals("y") || suffix.equals("m") || suffix.equals("objs");
        return lists ? Optional.of(name.substring(0, dash)) : Optional.empty();
    }

    private static List<Listed> listed(Variable variable) {
        List<Listed> result = new ArrayList<>();
        for (String word : variable.words()) {
            if (word.endsWith(".o") && word.indexOf('$') < 0) {
                result.add(new Listed(word.substring(0, word.length() - 2), variable.line()));
            }
        }
        return result;
    }

    /** Adds what an object is made of; a part can be a composite itself. */
    private void addSources(
            Listed object, Map<String, List<Listed>> parts, BuildFile buildFile, UnitDraft draft, Reports reports) {
        Set<String> seen = new HashSet<>();
        List<Listed> waiting = new ArrayList<>();
        waiting.add(object);
        for (int i = 0; i < waiting.size(); i++) {
            Listed next = waiting.get(i);
            List<Listed> inside = parts.getOrDefault(next.stem(), List.of());
            boolean opened = seen.add(next.stem()) && !inside.isEmpty();
            if (opened) {
                waiting.addAll(inside);
            } else {
                addSource(next, buildFile, draft, reports);
            }
        }
    }

    private void addSource(Listed object, BuildFile buildFile, UnitDraft draft, Reports reports) {
        Path folder = buildFile.folder();
        Optional<Path> source = finder.file(folder, object.stem() + ".c");
        source.flatMap(tree::source).ifPresent(draft::addSource);
        if (source.isEmpty() && finder.file(folder, object.stem() + ".S").isEmpty()) {
            reports.note(buildFile.file(), object.line(), 1,
                    "there is no source for '" + object.stem() + ".o'; it may be made while building");
        }
    }

    private List<String> options(Makefile makefile, BuildFile buildFile) {
        String root = tree.naming().base().orElse(buildFile.folder()).toString();
        List<String> options = new ArrayList<>();
        makefile.variables().forEach((name, variable) -> {
            if (name.startsWith("ccflags-") || name.startsWith("subdir-ccflags-") || name.startsWith("CFLAGS_")
                    || OPTION_VARIABLES.contains(name)) {
                for (String word : variable.words()) {
                    String option = word.replace("$(srctree)/$(src)", ".").replace("$(src)", ".").replace("$(obj)", ".")
                            .replace("$(PWD)", ".").replace("$(M)", ".").replace("$(srctree)", root);
                    if (option.indexOf('$') < 0) {
                        options.add(option);
                    }
                }
            }
        });
        return options;
    }
}
