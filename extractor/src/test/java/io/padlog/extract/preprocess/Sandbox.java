package io.padlog.extract.preprocess;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import io.padlog.extract.token.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.stream.Collectors;

/** A source tree in memory, and a preprocessor for it. */
final class Sandbox {
    private final FileSystem system;
    private final Path root;
    private final Map<String, String> defines = new LinkedHashMap<>();
    private final List<String> undefines = new ArrayList<>();
    private final List<Path> includeFolders = new ArrayList<>();
    private Platform platform = Platform.LINUX;

    private Sandbox(Configuration configuration, String root) {
        this.system = Jimfs.newFileSystem(configuration);
        this.root = system.getPath(root);
    }

    static Sandbox unix() {
        return new Sandbox(Configuration.unix(), "/tree");
    }

    static Sandbox windows() {
        return new Sandbox(Configuration.windows(), "C:\\tree").on(Platform.WINDOWS);
    }

    static PreprocessedFile preprocess(String source) {
        return unix().with("main.c", source).run("main.c");
    }

    Sandbox on(Platform wanted) {
        platform = wanted;
        return this;
    }

    Sandbox with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Sandbox with(String name, byte[] bytes) {
        try {
            Path path = root.resolve(name);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sandbox define(String name, String value) {
        defines.put(name, value);
        return this;
    }

    Sandbox undefine(String name) {
        undefines.add(name);
        return this;
    }

    Sandbox includeFolder(String name) {
        includeFolders.add(root.resolve(name));
        return this;
    }

    Preprocessor preprocessor() {
        return new Preprocessor(root, List.of(root), defines, undefines, Set.of("Acquire"));
    }

    PreprocessedFile run(String name) {
        return run(preprocessor(), name);
    }

    /** As {@link #run(String)}, with the platform left to the preprocessor. */
    PreprocessedFile runOnItsOwnPlatform(String name) {
        Unit unit = new Unit("unit", "folder", List.of(), includeFolders, Map.of());
        return preprocessor().session(unit).preprocess(new SourceFile(root.resolve(name), name));
    }

    PreprocessedFile run(Preprocessor preprocessor, String name) {
        Unit unit = new Unit("unit", "folder", List.of(), includeFolders, Map.of());
        return preprocessor.session(unit, platform).preprocess(new SourceFile(root.resolve(name), name));
    }

    /** The tokens with a blank between them. */
    static String text(PreprocessedFile file) {
        TokenBuffer tokens = file.tokens();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size() - 1; i++) {
            text.append(i == 0 ? "" : " ").append(tokens.text(i));
        }
        return text.toString();
    }

    /** Each diagnostic as "line:column KIND". */
    static String diagnostics(PreprocessedFile file) {
        return file.diagnostics().stream().map(Sandbox::brief).collect(Collectors.joining(", "));
    }

    private static String brief(Diagnostic diagnostic) {
        return diagnostic.position().line() + ":" + diagnostic.position().column() + " " + diagnostic.kind();
    }
}
