package io.padlog.extract.preprocess;

import io.padlog.extract.source.Position;
import io.padlog.extract.source.SourceFile;
import java.util.Objects;
import java.util.Optional;

/**
 * An #include that was reached.
 *
 * @param position of the directive
 * @param written the header's name between its quotes or brackets
 * @param resolved the file it means; empty if there is none
 */
public record IncludedFile(Position position, String written, Optional<SourceFile> resolved) {
    public IncludedFile {
        Objects.requireNonNull(position);
        Objects.requireNonNull(written);
        Objects.requireNonNull(resolved);
    }
}
