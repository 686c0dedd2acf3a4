package io.padlog.extract.unit;

import io.padlog.extract.unit.Makefile.Variable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One makefile of Linux' build system (kernel documentation, "Linux Kernel Makefiles") while it is evaluated. Each module is a
 * unit; what a folder always links into the kernel is one more. Any configuration counts.
 */
final class KbuildEvaluation {
    private static final Set<String> OPTION_VARIABLES = Set.of("EXTRA_CFLAGS", "KBUILD_CFLAGS", "KBUILD_CPPFLAGS");

    /** Lists can share lists; no folder has as many objects. */
    private static final int MAX_OBJECTS = 100_000;

    private final BuildFile buildFile;
    private final Makefile makefile;
    private final SourceTree tree;
    private final FileFinder finder;
    private final Reports reports;

    /** Variables by the composite that they list parts of. */
    private final Map<String, List<Variable>> composites = new LinkedHashMap<>();

    private final Set<String> reported = new HashSet<>();
    private int objects;

    KbuildEvaluation(BuildFile buildFile, Makefile makefile, SourceTree tree, FileFinder finder, Reports reports) {
        this.buildFile = buildFile;
        this.makefile = makefile;
        this.tree = tree;
        this.finder = finder;
        this.reports = reports;
        makefile.variables().forEach((name, variable) -> compositeOf(name)
                .ifPresent(composite -> composites.computeIfAbsent(composite, key -> new ArrayList<>()).add(variable)));
    }

    /** An object file, by its name without {@code .o}, and the line of the list that names it. */
    private record ObjectFile(String stem, int line) {
    }

    List<UnitDraft> units() {
        Map<String, ObjectFile> modules = new LinkedHashMap<>();
        Map<String, ObjectFile> builtIn = new LinkedHashMap<>();
        makefile.variables().forEach((name, variable) -> {
            if (name.equals("obj-y") || name.startsWith("lib-")) {
                listed(List.of(variable)).forEach(object -> builtIn.putIfAbsent(object.stem(), object));
            } else if (name.startsWith("obj-")) {
                listed(List.of(variable)).forEach(object -> modules.putIfAbsent(object.stem(), object));
            }
        });
        List<UnitDraft> drafts = new ArrayList<>();
        String prefix = tree.naming().prefix(buildFile.folder());
        for (ObjectFile module : modules.values()) {
            UnitDraft draft = new UnitDraft(prefix + module.stem() + ".ko", buildFile.kind().origin());
            addSources(module, draft);
            drafts.add(draft);
        }
        UnitDraft folder = new UnitDraft(prefix + "built-in", buildFile.kind().origin());
        builtIn.values().forEach(object -> addSources(object, folder));
        drafts.add(folder);
        List<String> options = options();
        drafts.forEach(draft -> CommandLine.apply(options, buildFile.folder(), finder, draft));
        if (objects >= MAX_OBJECTS) {
            reports.broken(buildFile.file(), 0, 0, "names more than " + MAX_OBJECTS + " objects; the rest is ignored");
        }
        return drafts;
    }

    /** What a variable lists parts of: {@code foo} of {@code foo-y}, {@code foo-m}, {@code foo-objs}, {@code foo-$(CONFIG_X)}. */
    private static Optional<String> compositeOf(String name) {
        int config = Math.max(name.indexOf("-$("), name.indexOf("-${"));
        int dash = config > 0 ? config : name.lastIndexOf('-');
        String suffix = name.substring(dash + 1);
        boolean lists = config > 0 || suffix.equals("y") || suffix.equals("m") || suffix.equals("objs");
        return lists && dash > 0 ? Optional.of(name.substring(0, dash)) : Optional.empty();
    }

    /** The objects that variables name, and those of the variables that they refer to. */
    private List<ObjectFile> listed(List<Variable> variables) {
        List<ObjectFile> result = new ArrayList<>();
        Set<String> followed = new HashSet<>();
        List<Variable> waiting = new ArrayList<>(variables);
        for (int i = 0; i < waiting.size(); i++) {
            for (String word : waiting.get(i).words()) {
                if (objects >= MAX_OBJECTS) {
                    return result;
                }
                if (word.indexOf('$') < 0) {
                    if (word.endsWith(".o")) {
                        objects++;
                        result.add(new ObjectFile(word.substring(0, word.length() - 2), waiting.get(i).line()));
                    }
                } else if (isReference(word) && followed.add(word)) {
                    objects++;
                    waiting.addAll(referred(word.substring(2, word.length() - 1)));
                }
            }
        }
        return result;
    }

    private static boolean isReference(String word) {
        return (word.startsWith("$(") || word.startsWith("${")) && word.indexOf('$', 1) < 0;
    }

    private List<Variable> referred(String name) {
        List<Variable> result = new ArrayList<>();
        Variable exact = makefile.variables().get(name);
        if (exact != null) {
            result.add(exact);
        }
        compositeOf(name).ifPresent(composite -> result.addAll(composites.getOrDefault(composite, List.of())));
        return result;
    }

    /** Adds what an object is made of; a part can be a composite itself. */
    private void addSources(ObjectFile object, UnitDraft draft) {
        Set<String> opened = new HashSet<>();
        List<ObjectFile> waiting = new ArrayList<>();
        waiting.add(object);
        for (int i = 0; i < waiting.size(); i++) {
            ObjectFile next = waiting.get(i);
            List<Variable> parts = composites.getOrDefault(next.stem(), List.of());
            if (!parts.isEmpty() && opened.add(next.stem())) {
                waiting.addAll(listed(parts));
            } else {
                addSource(next, draft);
            }
        }
    }

    private void addSource(ObjectFile object, UnitDraft draft) {
        Path folder = buildFile.folder();
        Optional<Path> source = finder.file(folder, object.stem() + ".c");
        source.flatMap(tree::source).ifPresent(draft::addSource);
        boolean made = source.isEmpty() && finder.file(folder, object.stem() + ".S").isEmpty();
        if (made && reported.add(object.stem())) {
            reports.note(buildFile.file(), object.line(), 1,
                    "there is no source for '" + object.stem() + ".o'; it may be made while building");
        }
    }

    private List<String> options() {
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
