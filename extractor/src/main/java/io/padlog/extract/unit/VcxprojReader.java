package io.padlog.extract.unit;

import java.util.List;

/** Reads Visual Studio's C++ projects. */
final class VcxprojReader implements BuildFileReader {
    private final SourceTree tree;
    private final FileFinder finder;

    VcxprojReader(SourceTree tree, FileFinder finder) {
        this.tree = tree;
        this.finder = finder;
    }

    @Override
    public List<UnitDraft> read(BuildFile buildFile, Reports reports) {
        return new VcxprojEvaluation(buildFile, tree, finder, reports).run().map(List::of).orElse(List.of());
    }
}
