package io.padlog.run.job;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes facts of C sources. */
@FunctionalInterface
public interface SourceReader {
    /** @param roots files and folders that exist, at least one */
    Extraction extract(List<Path> roots, ExtractOptions options);

    /**
     * The same in batches of whole units, so that not all facts need be in memory at once. This one makes one batch.
     *
     * @param rows how many rows of facts a batch should have, roughly
     * @param work is done on each batch, by several threads at a time
     * @param results gets what is made of each batch, in order
     * @return counts and diagnostics of all; its facts are not to be used
     */
    default <T> Extraction extract(
            List<Path> roots, ExtractOptions options, long rows, Function<Extraction, T> work, Consumer<T> results) {
        Extraction all = extract(roots, options);
        results.accept(work.apply(all));
        return all;
    }
}
