package io.padlog.extract.preprocess;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
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

    private final Path base;
    private final Map<String, String> defines;
    private final Collection<String> undefines;
    private final IncludeResolver resolver;
    private final Spellings spellings = new Spellings();
    private final Map<Path, SoftReference<LexedFile>> lexed = new ConcurrentHashMap<>();
    private final Map<String, LexedFile> preludes = new ConcurrentHashMap<>();
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
     */
    public Preprocessor(Path base, List<Path> roots, Map<String, String> defines, Collection<String> undefines) {
        this.base = absolute(base);
        this.defines = new TreeMap<>(defines);
        this.undefines = new TreeSet<>(undefines);
        List<Path> absoluteRoots = new ArrayList<>();
        for (Path root : roots) {
            absoluteRoots.add(absolute(root));
        }
        this.resolver = new IncludeResolver(absoluteRoots);
    }

    /**
     * Preprocesses one translation unit. Its platform is that of its unit's build file, else what its headers tell.
     *
     * @param unit whose include folders and defines hold for the file
     * @return what there is to read, however little; what went wrong is among the diagnostics
     */
    public PreprocessedFile preprocess(SourceFile file, Unit unit) {
        return preprocess(file, unit, Optional.empty());
    }

    /** The same for a platform that is known. */
    public PreprocessedFile preprocess(SourceFile file, Unit unit, Platform platform) {
        return preprocess(file, unit, Optional.of(platform));
    }

    private PreprocessedFile preprocess(SourceFile file, Unit unit, Optional<Platform> known) {
        Worker worker = idle.poll();
        if (worker == null) {
            worker = new Worker(spellings);
        }
        try {
            LexedFile main = read(file, worker.lexer);
            Platform platform = known.orElseGet(() -> platform(unit, main));
            worker.macros.assume(platform.assumed());
            List<LexedFile> before = preludes(file, unit, platform, worker.lexer);
            boolean msvc = platform == Platform.WINDOWS;
            Headers headers = new UnitHeaders(unit, worker.lexer);
            return new Translation(spellings, worker.lexer, worker.macros, headers, main, msvc).run(before, main);
        } finally {
            worker.macros.clear();
            idle.add(worker);
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

    private List<LexedFile> preludes(SourceFile file, Unit unit, Platform platform, Lexer lexer) {
        List<LexedFile> files = new ArrayList<>();
        for (String name : platform.preludes()) {
            files.add(prelude(name, lexer));
        }
        if (platform == Platform.WINDOWS && file.name().toLowerCase(Locale.ROOT).endsWith(".c")) {
            files.add(prelude(STATEMENT_PRELUDE, lexer));
        }
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(unit.defines()).forEach((name, value) -> define(lines, name, value));
        defines.forEach((name, value) -> define(lines, name, value));
        undefines.forEach(name -> lines.append("#undef ").append(oneLine(name)).append('\n'));
        files.add(lexer.lex(new SourceText(new SourceFile(Path.of("options"), "<options>"), lines.toString())));
        return files;
    }

    private static void define(StringBuilder lines, String name, String value) {
        lines.append("#define ").append(oneLine(name)).append(' ').append(oneLine(value)).append('\n');
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

    /** The headers as one unit sees them. */
    private final class UnitHeaders implements Headers {
        private final Unit unit;
        private final Lexer lexer;

        UnitHeaders(Unit unit, Lexer lexer) {
            this.unit = unit;
            this.lexer = lexer;
        }

        @Override
        public Optional<IncludeResolver.Found> find(Path folder, String name, boolean angled, int firstFolder) {
            return resolver.find(new IncludeResolver.Question(folder, unit.includeFolders(), name, angled, firstFolder));
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
