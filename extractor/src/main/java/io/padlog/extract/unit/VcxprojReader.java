package io.padlog.extract.unit;

import java.util.List;

/** Reads Visual Studio's C++ projects. */
final class VcxprojReader implements BuildFileReader {
    private final SourceTree tree;
    private final FileFinder finder;
    private final Reports reports;

    VcxprojReader(SourceTree tree, FileFinder finder, Reports reports) {
        this.tree = tree;
        this.finder = finder;
        this.reports = reports;
    }

    @Override
    public List<UnitDraft> read(BuildFile buildFile) {
        return new VcxprojEvaluation(buildFile, tree, finder, reports).run().map(List::of).orElse(List.of());
    }
}
