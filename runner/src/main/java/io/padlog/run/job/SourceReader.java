package io.padlog.run.job;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import java.nio.file.Path;
import java.util.List;

/** Makes facts of C sources. */
@FunctionalInterface
public interface SourceReader {
    /** @param roots files and folders that exist, at least one */
    Extraction extract(List<Path> roots, ExtractOptions options);
}
