package io.padlog.extract.preprocess;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All files below the roots by name, for headers that no include folder has. Made when first asked; then only read. */
final class TreeIndex {
    private static final Set<String> PASSED_OVER = Set.of(".git", ".svn", ".hg", ".vs", "node_modules");
    /** Some ten times the Linux kernel; what lies beyond is not found by name. */
    private static final int MOST_FILES = 1_000_000;

    private final List<Path> roots;
    private Map<String, List<Path>> byLowerName = Map.of();
    private boolean made;

    TreeIndex(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * The file of that name nearest to a folder: that with the longest path in common, then the first in order.
     *
     * @param relative as written in the #include, with forward slashes; its folders must be those of the file
     */
    Optional<Path> nearest(Path folder, String relative) {
        List<String> wanted = new ArrayList<>();
        for (String part : relative.split("/")) {
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                wanted.add(part.toLowerCase(Locale.ROOT));
            }
        }
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> best = Optional.empty();
        int bestCommon = -1;
        for (Path candidate : files().getOrDefault(wanted.get(wanted.size() - 1), List.of())) {
            int common = common(folder, candidate);
            if (common > bestCommon && endsWith(candidate, wanted)) {
                best = Optional.of(candidate);
                bestCommon = common;
            }
        }
        return best;
    }

    private static int common(Path a, Path b) {
        int most = Math.min(a.getNameCount(), b.getNameCount());
        int count = 0;
        while (count < most && a.getName(count).equals(b.getName(count))) {
            count++;
        }
        return count;
    }

    private static boolean endsWith(Path path, List<String> names) {
        int offset = path.getNameCount() - names.size();
        for (int i = 0; i < names.size(); i++) {
            if (offset + i < 0 || !path.getName(offset + i).toString().toLowerCase(Locale.ROOT).equals(names.get(i))) {
                return false;
            }
        }
        return true;
    }

    private synchronized Map<String, List<Path>> files() {
        if (!made) {
            byLowerName = walk();
            made = true;
        }
        return byLowerName;
    }

    private Map<String, List<Path>> walk() {
        Map<String, List<Path>> found = new HashMap<>();
        int[] count = {0};
        for (Path root : roots) {
            try {
                Files.walkFileTree(root, new Collector(found, count));
            } catch (IOException e) {
                // The collector swallows what single files throw; a root that vanished holds no headers.
                continue;
            }
        }
        for (List<Path> paths : found.values()) {
            paths.sort(null);
        }
        return found;
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Map<String, List<Path>> found;
        private final int[] count;

        Collector(Map<String, List<Path>> found, int[] count) {
            this.found = found;
            this.count = count;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Path name = folder.getFileName();
            return name != null && PASSED_OVER.contains(name.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                found.computeIfAbsent(name, key -> new ArrayList<>(1)).add(file);
            }
            return ++count[0] < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
