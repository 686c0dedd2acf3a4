package io.padlog.extract.preprocess;

import io.padlog.extract.source.Language;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A C preprocessor for driver sources without their SDK: C17 translation phases 1 to 4, with the extensions of GCC and
 * MSVC. It finds headers by name where no include folder has them, and never fails.
 *
 * <p>Threads may share one; headers are read and lexed once for all of them, and kept as long as memory allows.
 */
public final class Preprocessor {
    private static final String RESOURCES = "prelude/";
    private static final String STATEMENT_PRELUDE = "excpt.h";
    private static final String CPP_PRELUDE = "cpp.h";

    private final Path base;
    private final Map<String, String> defines;
    private final Collection<String> undefines;
    private final Set<String> worthwhile;
    private final IncludeResolver resolver;
    private final Spellings spellings;
    private final Map<Path, SoftReference<LexedFile>> lexed = new ConcurrentHashMap<>();
    private final Map<String, LexedFile> preludes = new ConcurrentHashMap<>();
    private final Map<Start, HeaderPrefix> starts = new ConcurrentHashMap<>();
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    /** What one thread needs at a time; costly to make, so that those who are done leave theirs for others. */
    private static final class Worker {
        final Lexer lexer;
        final MacroTable macros = new MacroTable();

        Worker(Spellings spellings) {
            lexer = new Lexer(spellings);
        }
    }

    /**
     * @param base the folder to which the names of headers in reports are relative
     * @param roots the folders below which headers are looked for by name
     * @param defines macros defined last of all before a file's first line; a value may be empty
     * @param undefines macros undefined after that, which also settles conditions on them
     * @param worthwhile functions for whose sake an arm that an unknown macro hides is worth a further reading, and whose
     *     calls are kept where they are macros
     */
    public Preprocessor(Path base, List<Path> roots, Map<String, String> defines, Collection<String> undefines,
            Set<String> worthwhile) {
        this.worthwhile = Set.copyOf(worthwhile);
        this.spellings = new Spellings(this.worthwhile);
        this.base = absolute(base);
        this.defines = new TreeMap<>(defines);
        this.undefines = new TreeSet<>(undefines);
        List<Path> absoluteRoots = new ArrayList<>();
        for (Path root : roots) {
            absoluteRoots.add(absolute(root));
        }
        this.resolver = new IncludeResolver(absoluteRoots);
    }

    /** Whether a unit that looks for a header again would find the same. */
    public boolean findsAgain(Unit unit, Inputs.Lookup lookup) {
        return resolver.find(new IncludeResolver.Question(
                        lookup.folder(), unit.includeFolders(), lookup.name(), lookup.angled(), lookup.firstFolder()))
                .map(IncludeResolver.Found::path).equals(lookup.found());
    }

    /** Begins to preprocess the sources of a unit, which share the headers that they begin with. */
    public Session session(Unit unit) {
        return session(unit, List.of());
    }

    /** The same with macros that have another value than sources and options give them. */
    public Session session(Unit unit, List<MacroSetting> settings) {
        return new Session(unit, Optional.empty(), settings);
    }

    /** The same for a platform that is known, instead of that of the unit's build file or of what headers tell. */
    public Session session(Unit unit, Platform platform) {
        return new Session(unit, Optional.of(platform), List.of());
    }

    /** What is read before a source's first line. */
    private record Start(
            Platform platform, Language language, boolean statements, Map<String, String> unitDefines, List<MacroSetting> settings) {
        static Start of(LexedFile main, Unit unit, Optional<Platform> known, List<MacroSetting> settings) {
            Platform platform = known.orElseGet(() -> Preprocessor.platform(unit, main));
            String name = main.source.file().name();
            boolean c = Language.of(name).filter(language -> language == Language.C).isPresent();
            return new Start(platform, main.source.file().language(), platform == Platform.WINDOWS && c, unit.defines(), settings);
        }

        boolean msvc() {
            return platform == Platform.WINDOWS;
        }
    }

    private static Platform platform(Unit unit, LexedFile main) {
        return switch (unit.origin()) {
            case "kbuild" -> Platform.LINUX;
            case "vcxproj" -> Platform.WINDOWS;
            default -> Platform.of(main);
        };
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private List<LexedFile> preludes(Start start, Lexer lexer) {
        List<LexedFile> files = new ArrayList<>();
        for (String name : start.platform().preludes()) {
            files.add(prelude(name, lexer));
        }
        if (start.language() == Language.CPP) {
            files.add(prelude(CPP_PRELUDE, lexer));
        }
        if (start.statements()) {
            files.add(prelude(STATEMENT_PRELUDE, lexer));
        }
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(start.unitDefines()).forEach((name, value) -> define(lines, name, value));
        defines.forEach((name, value) -> define(lines, name, value));
        undefines.forEach(name -> undefine(lines, name));
        for (MacroSetting setting : start.settings()) {
            setting.value().ifPresentOrElse(value -> define(lines, setting.macro(), value), () -> undefine(lines, setting.macro()));
        }
        files.add(lexer.lex(new SourceText(new SourceFile(Path.of("options"), "<options>"), lines.toString())));
        return files;
    }

    private static void define(StringBuilder lines, String name, String value) {
        lines.append("#define ").append(oneLine(name)).append(' ').append(oneLine(value)).append('\n');
    }

    private static void undefine(StringBuilder lines, String name) {
        lines.append("#undef ").append(oneLine(name)).append('\n');
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    private LexedFile prelude(String name, Lexer lexer) {
        return preludes.computeIfAbsent(name, key ->
                lexer.lex(new SourceText(new SourceFile(Path.of(key), "<prelude " + key + ">"), resource(key))));
    }

    private static String resource(String name) {
        try (InputStream in = Preprocessor.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException("the prelude " + name + " is missing from padlog itself");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LexedFile read(SourceFile file, Lexer lexer) {
        try {
            return lexer.lex(SourceReader.read(file));
        } catch (SourceReader.Unreadable e) {
            return lexer.unreadable(file, e.getMessage());
        }
    }

    /** The sources of one unit. What they share lives as long as this does. Threads may share one. */
    public final class Session {
        private final Unit unit;
        private final Optional<Platform> platform;
        private final List<MacroSetting> settings;
        private final Map<Beginning, HeaderPrefix> prefixes = new ConcurrentHashMap<>();
        private final Set<Inputs.Lookup> lookups = ConcurrentHashMap.newKeySet();
        private final Set<Path> files = ConcurrentHashMap.newKeySet();

        /** All that the state behind a source's first headers depends on. */
        private record Beginning(Start start, List<IncludeResolver.Found> headers) {}

        private Session(Unit unit, Optional<Platform> platform, List<MacroSetting> settings) {
            this.unit = unit;
            this.platform = platform;
            this.settings = List.copyOf(settings);
        }

        /** What was looked for and read so far, in no order. */
        public Inputs inputs() {
            return new Inputs(List.copyOf(files), List.copyOf(lookups));
        }

        /** Preprocesses one translation unit.
         *  @return what there is to read, however little; what went wrong is among the diagnostics */
        public PreprocessedFile preprocess(SourceFile file) {
            Worker worker = idle.poll();
            if (worker == null) {
                worker = new Worker(spellings);
            }
            try {
                return preprocess(file, worker);
            } finally {
                worker.macros.clear();
                idle.add(worker);
            }
        }

        private PreprocessedFile preprocess(SourceFile file, Worker worker) {
            files.add(file.path());
            LexedFile main = read(file, worker.lexer);
            Start start = Start.of(main, unit, platform, settings);
            Headers headers = new UnitHeaders(unit, worker.lexer, lookups, files);
            LeadingIncludes leading = LeadingIncludes.of(main, headers);
            HeaderPrefix prefix = prefixes.computeIfAbsent(new Beginning(start, leading.files()),
                    beginning -> prefix(beginning, headers, worker));
            return translation(start, prefix, headers, worker, main.size + main.size / 4).run(prefix, main, leading);
        }

        private HeaderPrefix prefix(Beginning beginning, Headers headers, Worker worker) {
            Start start = beginning.start();
            HeaderPrefix before = starts.computeIfAbsent(start, key -> {
                worker.macros.clear();
                worker.macros.assume(start.platform().assumed());
                return Translation.begin(spellings, worker.lexer, worker.macros, headers, start.msvc(), worthwhile)
                        .preludes(Preprocessor.this.preludes(start, worker.lexer), start.settings());
            });
            return beginning.headers().isEmpty()
                    ? before
                    : translation(start, before, headers, worker, 0).headers(before, beginning.headers());
        }

        private Translation translation(Start start, HeaderPrefix before, Headers headers, Worker worker, int tokens) {
            worker.macros.clear();
            worker.macros.assume(start.platform().assumed());
            return Translation.after(before, spellings, worker.lexer, worker.macros, headers, start.msvc(), worthwhile,
                    tokens);
        }
    }

    /** The headers as one unit sees them. */
    private final class UnitHeaders implements Headers {
        private final Unit unit;
        private final Lexer lexer;
        private final Set<Inputs.Lookup> lookups;
        private final Set<Path> files;

        /** @param lookups gets what is looked for
         *  @param files gets what is read */
        UnitHeaders(Unit unit, Lexer lexer, Set<Inputs.Lookup> lookups, Set<Path> files) {
            this.unit = unit;
            this.lexer = lexer;
            this.lookups = lookups;
            this.files = files;
        }

        @Override
        public Optional<IncludeResolver.Found> find(Path folder, String name, boolean angled, int firstFolder) {
            Optional<IncludeResolver.Found> found = resolver.find(
                    new IncludeResolver.Question(folder, unit.includeFolders(), name, angled, firstFolder));
            lookups.add(new Inputs.Lookup(folder, name, angled, firstFolder, found.map(IncludeResolver.Found::path)));
            return found;
        }

        @Override
        public Path folder(SourceFile file) {
            Path parent = absolute(file.path()).getParent();
            return parent == null ? base : parent;
        }

        @Override
        public SourceFile sourceFile(Path path) {
            Path named = path.startsWith(base) && !path.equals(base) ? base.relativize(path) : path;
            return new SourceFile(path, named.toString().replace('\\', '/'));
        }

        @Override
        public LexedFile lexed(SourceFile file) {
            files.add(file.path());
            SoftReference<LexedFile> known = lexed.get(file.path());
            LexedFile there = known == null ? null : known.get();
            if (there == null) {
                // Two threads may both read it: the same result, and no thread waits for another.
                there = read(file, lexer);
                lexed.put(file.path(), new SoftReference<>(there));
            }
            return there;
        }
    }
}
