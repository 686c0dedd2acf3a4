package io.padlog.run.job;

import io.padlog.extract.Batching;
import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import java.nio.file.Path;
import java.util.List;

/** Makes facts of C sources. */
@FunctionalInterface
public interface SourceReader {
    /** @param roots files and folders that exist, at least one */
    Extraction extract(List<Path> roots, ExtractOptions options);

    /**
     * The same in batches of whole units, so that not all facts need be in memory at once. This one makes one batch.
     *
     * @return counts and diagnostics of all; its facts are not to be used
     */
    default <T extends Record> Extraction extract(List<Path> roots, ExtractOptions options, Batching<T> batching) {
        Extraction all = extract(roots, options);
        batching.results().accept(batching.work().apply(all));
        return all;
    }
}
