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

    /** A file that the user names as a source is C whatever it is called, unless its name says C++. */
    public Language language() {
        return Language.of(name).orElse(Language.C);
    }
}
