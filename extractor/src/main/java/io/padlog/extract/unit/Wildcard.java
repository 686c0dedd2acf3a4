package io.padlog.extract.unit;

import io.padlog.extract.source.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collection;
import java.util.List;

/** A file pattern of MSBuild: {@code *} and {@code ?} inside a name, {@code **} for any folders. */
final class Wildcard {
    private final Path folder;
    private final PathMatcher matcher;

    /**
     * @param base what the pattern is relative to
     * @param pattern with either slash
     */
    Wildcard(Path base, String pattern) {
        String slashed = pattern.replace('\\', '/');
        int star = 0;
        while (star < slashed.length() && slashed.charAt(star) != '*' && slashed.charAt(star) != '?') {
            star++;
        }
        int slash = slashed.lastIndexOf('/', star);
        Path start = base;
        PathMatcher found = path -> false;
        try {
            start = base.resolve(slashed.substring(0, slash + 1)).toAbsolutePath().normalize();
            found = matcher(base, slashed.substring(slash + 1));
        } catch (InvalidPathException e) {
            // A name that this file system cannot have matches nothing.
        }
        this.folder = start;
        this.matcher = found;
    }

    private static PathMatcher matcher(Path base, String pattern) {
        StringBuilder glob = new StringBuilder("glob:");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (pattern.startsWith("**/", i)) {
                // In a glob the slash after ** is not optional; in MSBuild it is.
                glob.append("{,**/}");
                i += 2;
            } else if ("[]{}\\".indexOf(c) >= 0) {
                glob.append('\\').append(c);
            } else {
                glob.append(c);
            }
        }
        return base.getFileSystem().getPathMatcher(glob.toString());
    }

    boolean matches(Path file) {
        return file.startsWith(folder) && matcher.matches(folder.relativize(file));
    }

    List<SourceFile> select(Collection<SourceFile> files) {
        return files.stream().filter(file -> matches(file.path())).toList();
    }
}
