package io.padlog.run.job;

import io.padlog.extract.Batching;
import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.ApiTables;
import java.util.Objects;

/** Makes facts of what the user named, and refuses to call nothing a success. */
public final class Extract {
    private final SourceReader reader;

    public Extract(SourceReader reader) {
        this.reader = Objects.requireNonNull(reader);
    }

    /** What the API tables tell the extractor. */
    public static ExtractOptions.Platform platform(ApiTables tables) {
        return new ExtractOptions.Platform(
                tables.noreturn(), tables.raising(), tables.accessors(), tables.resources(), tables.common());
    }

    /** @throws PadlogException if there is no C file, or none that can be read, or the time is up */
    public Extraction run(SourceRoots roots, ExtractOptions options, Deadline deadline) {
        return checked(roots, deadline.run(() -> reader.extract(roots.paths(), options)));
    }

    /**
     * The same in batches.
     *
     * @return counts and diagnostics of all; its facts are not to be used
     */
    public <T extends Record> Extraction run(
            SourceRoots roots, ExtractOptions options, Deadline deadline, Batching<T> batching) {
        return checked(roots, deadline.run(() -> reader.extract(roots.paths(), options, batching)));
    }

    private static Extraction checked(SourceRoots roots, Extraction extraction) {
        int files = extraction.coverage().files();
        if (files == 0) {
            throw new PadlogException(ExitStatus.USAGE, roots + ": holds no C or C++ source files (*.c, *.cpp, *.cc, *.cxx)");
        }
        if (extraction.coverage().unreadableFiles() >= files) {
            throw new PadlogException(ExitStatus.USAGE, extraction.diagnostics().stream()
                    .findFirst()
                    .map(diagnostic -> diagnostic.position().file().name() + ": " + diagnostic.message())
                    .orElse(roots + ": no file can be read"));
        }
        return extraction;
    }
}
