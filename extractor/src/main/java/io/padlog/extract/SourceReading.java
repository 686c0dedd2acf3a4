package io.padlog.extract;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.facts.Inclusion;
import io.padlog.extract.facts.ReadSource;
import io.padlog.extract.lower.FileScope;
import io.padlog.extract.lower.Lowering;
import io.padlog.extract.parse.Parser;
import io.padlog.extract.preprocess.HiddenRegion;
import io.padlog.extract.preprocess.PreprocessedFile;
import io.padlog.extract.preprocess.Preprocessor;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.ArrayList;
import java.util.List;

/** Reads the sources of one unit, each by itself: preprocess, parse, lower. */
final class SourceReading {
    private final Preprocessor preprocessor;
    private final ExtractOptions.Platform names;
    private final Unit unit;

    /** A source that was read. */
    record Read(ReadSource source, List<ControlFlowGraph> graphs, List<Diagnostic> diagnostics, List<HiddenRegion> hidden) {}

    SourceReading(Preprocessor preprocessor, ExtractOptions.Platform names, Unit unit) {
        this.preprocessor = preprocessor;
        this.names = names;
        this.unit = unit;
    }

    Read read(SourceFile file) {
        PreprocessedFile preprocessed = preprocessor.preprocess(file, unit);
        TranslationUnit parsed = new Parser().parse(file, preprocessed.tokens());
        List<Diagnostic> diagnostics = new ArrayList<>(preprocessed.diagnostics());
        diagnostics.addAll(parsed.diagnostics());
        List<Inclusion> inclusions = preprocessed.includes().stream()
                .map(include -> new Inclusion(include.position().file().name(), include.position().line(),
                        include.written(), include.resolved().map(SourceFile::name).orElse("")))
                .toList();
        int lines = preprocessed.tokens().expanded(preprocessed.tokens().size() - 1).line();
        return new Read(new ReadSource(parsed, inclusions, lines), graphs(parsed), diagnostics, preprocessed.hidden());
    }

    private List<ControlFlowGraph> graphs(TranslationUnit parsed) {
        FileScope scope = FileScope.of(parsed.declarations(), names.noreturn(), names.raising());
        Lowering lowering = new Lowering(scope, parsed.tokens());
        List<ControlFlowGraph> graphs = new ArrayList<>();
        for (Declaration declaration : parsed.declarations()) {
            if (declaration instanceof Declaration.Function function) {
                graphs.add(lowering.lower(function));
            }
        }
        return graphs;
    }
}
