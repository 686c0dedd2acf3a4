package io.padlog.extract.unit;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A source tree in memory, and what is found in it as text. */
final class Tree {
    private final FileSystem fileSystem;
    private final Path root;

    private Tree(FileSystem fileSystem, String root) {
        this.fileSystem = fileSystem;
        this.root = fileSystem.getPath(root);
    }

    static Tree unix() {
        return new Tree(Jimfs.newFileSystem(Configuration.unix()), "/src");
    }

    static Tree windows() {
        return new Tree(Jimfs.newFileSystem(Configuration.windows()), "C:\\src");
    }

    Path path(String name) {
        return root.resolve(name);
    }

    FileSystem fileSystem() {
        return fileSystem;
    }

    Tree file(String name, String content) {
        return file(name, content, StandardCharsets.UTF_8);
    }

    Tree file(String name, String content, Charset charset) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.write(path(name), content.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Tree files(String... names) {
        for (String name : names) {
            file(name, "");
        }
        return this;
    }

    Tree project(String name, String inside) {
        return file(name, "<Project xmlns='http://schemas.microsoft.com/developer/msbuild/2003'>\n" + inside + "</Project>\n");
    }

    Units find(String... excludes) {
        return Units.find(List.of(root), List.of(excludes), 1);
    }

    Units findIn(String... roots) {
        List<Path> paths = new ArrayList<>();
        for (String name : roots) {
            paths.add(path(name));
        }
        return Units.find(paths, List.of(), 1);
    }

    /** A line for each unit: its origin, name and sources. */
    static String listing(Units units) {
        return units.units().stream()
                .map(unit -> unit.origin() + " " + unit.name() + ": "
                        + unit.sources().stream().map(SourceFile::name).collect(Collectors.joining(" ")) + "\n")
                .collect(Collectors.joining());
    }

    /** A line for each diagnostic. */
    static String diagnostics(Units units) {
        return units.diagnostics().stream()
                .map(Tree::line)
                .collect(Collectors.joining());
    }

    private static String line(Diagnostic diagnostic) {
        return diagnostic.position().file().name() + ":" + diagnostic.position().line() + ": "
                + diagnostic.severity().toString().toLowerCase(Locale.ROOT) + ": " + diagnostic.message() + "\n";
    }

    /** The include folders and macros of the only unit. */
    static String options(Units units) {
        Unit unit = units.units().get(0);
        return unit.includeFolders() + " " + new TreeMap<>(unit.defines());
    }
}
