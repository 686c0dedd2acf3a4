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

    // What a record is given goes through method handles, which is slow before the last compiler has been there.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SourceFile file && name.equals(file.name) && path.equals(file.path);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** A file that the user names as a source is C whatever it is called, unless its name says C++. */
    public Language language() {
        return Language.of(name).orElse(Language.C);
    }
}
