package io.padlog.extract.preprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What lies in which folder, asked of the file system once for each folder. Shared by threads. */
final class FolderCache {
    private final Map<Path, Listing> listings = new ConcurrentHashMap<>();

    private record Listing(Map<String, Path> byName, Map<String, Path> byLowerName) {
        Optional<Path> find(String name) {
            Path exact = byName.get(name);
            return Optional.ofNullable(exact != null ? exact : byLowerName.get(name.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * Looks for a file; where no name is written exactly so, for one that differs in case only, since Windows authors
     * need not care.
     *
     * @param relative with forward slashes
     */
    Optional<Path> find(Path folder, String relative) {
        Path at = folder;
        for (String part : relative.split("/")) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (part.equals("..")) {
                Path parent = at.getParent();
                if (parent == null) {
                    return Optional.empty();
                }
                at = parent;
                continue;
            }
            Optional<Path> next = listing(at).find(part);
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return Files.isRegularFile(at) ? Optional.of(at) : Optional.empty();
    }

    private Listing listing(Path folder) {
        Listing known = listings.get(folder);
        return known != null ? known : listings.computeIfAbsent(folder, FolderCache::list);
    }

    /** A folder that cannot be read holds nothing for us. */
    private static Listing list(Path folder) {
        Map<String, Path> byName = new HashMap<>();
        Map<String, Path> byLowerName = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    String name = entry.getFileName().toString();
                    byName.put(name, entry);
                    // Of names that differ in case only the first in order, whatever order the file system has.
                    byLowerName.merge(name.toLowerCase(Locale.ROOT), entry,
                            (a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()) <= 0 ? a : b);
                }
            } catch (IOException | DirectoryIteratorException | UncheckedIOException e) {
                return new Listing(Map.of(), Map.of());
            }
        }
        return new Listing(byName, byLowerName);
    }
}
