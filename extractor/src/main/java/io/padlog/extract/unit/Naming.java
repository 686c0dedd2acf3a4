package io.padlog.extract.unit;

import io.padlog.extract.source.SourceFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How reports name files: relative to the folder that the user named, with forward slashes. */
final class Naming {
    private final FileSystem fileSystem;
    private final Optional<Path> base;
    private final List<PathMatcher> excludes;

    private Naming(FileSystem fileSystem, Optional<Path> base, List<PathMatcher> excludes) {
        this.fileSystem = fileSystem;
        this.base = base;
        this.excludes = excludes;
    }

    /**
     * @param roots a folder stands for itself, a file for its folder, several for their nearest common folder
     * @param excludes globs over names; one that matches a folder excludes all below it
     * @throws java.util.regex.PatternSyntaxException if a glob is none
     */
    static Naming of(List<Path> roots, List<String> excludes) {
        Path common = null;
        boolean first = true;
        for (Path root : roots) {
            Path absolute = root.toAbsolutePath().normalize();
            Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
            common = first ? folder : commonFolder(common, folder);
            first = false;
        }
        FileSystem fileSystem = roots.isEmpty() ? FileSystems.getDefault() : roots.get(0).getFileSystem();
        List<PathMatcher> matchers = new ArrayList<>();
        for (String glob : excludes) {
            matchers.add(fileSystem.getPathMatcher("glob:" + glob));
        }
        return new Naming(fileSystem, Optional.ofNullable(common), matchers);
    }

    private static Path commonFolder(Path a, Path b) {
        Path common = a;
        while (common != null && (b == null || !b.startsWith(common))) {
            common = common.getParent();
        }
        return common;
    }

    /** The folder that names are relative to; none for roots on two drives. */
    Optional<Path> base() {
        return base;
    }

    String name(Path path) {
        String name = base.isPresent() && path.startsWith(base.get())
                ? base.get().relativize(path).toString() : path.toString();
        String slashed = name.replace(path.getFileSystem().getSeparator(), "/");
        return slashed.isEmpty() ? "." : slashed;
    }

    SourceFile file(Path path) {
        return new SourceFile(path, name(path));
    }

    /** What stands before the names of a folder's files. */
    String prefix(Path folder) {
        String name = name(folder);
        return name.equals(".") ? "" : name.endsWith("/") ? name : name + "/";
    }

    /** Whether a file is excluded by its own name or by that of a folder above it. */
    boolean excludesFile(String name) {
        if (excludes.isEmpty()) {
            return false;
        }
        for (int slash = name.indexOf('/', 1); slash > 0; slash = name.indexOf('/', slash + 1)) {
            if (excludes(name.substring(0, slash))) {
                return true;
            }
        }
        return excludes(name);
    }

    /** Whether a glob matches this very name. */
    boolean excludes(String name) {
        if (excludes.isEmpty()) {
            return false;
        }
        Path path;
        try {
            path = fileSystem.getPath(name);
        } catch (InvalidPathException e) {
            return false;
        }
        for (PathMatcher exclude : excludes) {
            if (exclude.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
