package io.padlog.run.job;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Makes facts of C sources. */
@FunctionalInterface
public interface SourceReader {
    /** @param roots files and folders that exist, at least one */
    Extraction extract(List<Path> roots, ExtractOptions options);

    /**
     * The same in batches of whole units, so that not all facts need be in memory at once. This one makes one batch.
     *
     * @param rows how many rows of facts a batch should have, roughly
     * @return counts and diagnostics of all; its facts are not to be used
     */
    default Extraction extract(List<Path> roots, ExtractOptions options, long rows, Consumer<Extraction> batches) {
        Extraction all = extract(roots, options);
        batches.accept(all);
        return all;
    }
}
