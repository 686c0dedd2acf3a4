package io.padlog.extract.unit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Reads the makefiles of Linux' build system. */
final class KbuildReader implements BuildFileReader {
    private static final long MAX_BYTES = 16L << 20;

    private final SourceTree tree;
    private final FileFinder finder;

    KbuildReader(SourceTree tree, FileFinder finder) {
        this.tree = tree;
        this.finder = finder;
    }

    @Override
    public List<UnitDraft> read(BuildFile buildFile, Reports reports) {
        try {
            if (Files.size(buildFile.file().path()) > MAX_BYTES) {
                reports.broken(buildFile.file(), 0, 0, "too large for a makefile; ignored");
                return List.of();
            }
            String text = new String(Files.readAllBytes(buildFile.file().path()), StandardCharsets.UTF_8);
            return new KbuildEvaluation(buildFile, Makefile.read(text), tree, finder, reports).units();
        } catch (IOException e) {
            reports.unreadable(buildFile.file(), "the makefile cannot be read");
            return List.of();
        }
    }
}
