package io.padlog.extract.unit;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what build files name. They are written on Windows: with either slash, and in any case of letters.
 *  Threads may share it. */
final class FileFinder {
    private final SourceTree tree;
    private final Map<Path, Optional<Path>> found = new ConcurrentHashMap<>();
    private final Map<Path, Map<String, Path>> listings = new ConcurrentHashMap<>();

    FileFinder(SourceTree tree) {
        this.tree = tree;
    }

    /**
     * Finds a file or folder.
     *
     * @param folder what a relative name is relative to
     * @return an absolute path without dots; empty if nothing is there
     */
    Optional<Path> find(Path folder, String written) {
        return path(folder, written).flatMap(path -> found.computeIfAbsent(path, this::existing));
    }

    Optional<Path> folder(Path folder, String written) {
        return find(folder, written).filter(path -> tree.isFolder(path) || Files.isDirectory(path));
    }

    Optional<Path> file(Path folder, String written) {
        return find(folder, written).filter(path -> tree.isSource(path) || Files.isRegularFile(path));
    }

    private Optional<Path> existing(Path path) {
        // What was walked need not be asked of the file system again.
        boolean exists = tree.isSource(path) || tree.isFolder(path) || Files.exists(path);
        return exists ? Optional.of(path) : ignoringCase(path);
    }

    private static Optional<Path> path(Path folder, String written) {
        try {
            // A drive's letter makes a name absolute on Windows only: elsewhere nothing is found there, which is right.
            return Optional.of(folder.resolve(written.replace('\\', '/')).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> ignoringCase(Path path) {
        Path at = path.getRoot();
        for (Path part : path) {
            Path exact = at.resolve(part);
            if (Files.exists(exact)) {
                at = exact;
                continue;
            }
            Path other = listing(at).get(part.toString().toLowerCase(Locale.ROOT));
            if (other == null) {
                return Optional.empty();
            }
            at = other;
        }
        return Optional.of(at);
    }

    private Map<String, Path> listing(Path folder) {
        return listings.computeIfAbsent(folder, FileFinder::list);
    }

    private static Map<String, Path> list(Path folder) {
        Map<String, Path> byLowerName = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                // Of two that differ in case only, the same one on every file system.
                byLowerName.merge(entry.getFileName().toString().toLowerCase(Locale.ROOT), entry,
                        (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return Map.of();
        }
        return byLowerName;
    }
}
