package io.padlog.extract.source;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that was read.
 *
 * @param path where it lies
 * @param name how reports name it: relative to the folder named on the command line, with forward slashes
 */
public record SourceFile(Path path, String name) {
    public SourceFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(name);
    }
}
