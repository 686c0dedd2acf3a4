package io.padlog.extract;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.facts.Directive;
import io.padlog.extract.facts.Inclusion;
import io.padlog.extract.facts.ReadSource;
import io.padlog.extract.lower.FileScope;
import io.padlog.extract.lower.Lowering;
import io.padlog.extract.parse.ParsedHeaders;
import io.padlog.extract.parse.Parser;
import io.padlog.extract.preprocess.HiddenRegion;
import io.padlog.extract.preprocess.Inputs;
import io.padlog.extract.preprocess.MacroSetting;
import io.padlog.extract.preprocess.PreprocessedFile;
import io.padlog.extract.preprocess.Preprocessor;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.Language;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TranslationUnit;
import io.padlog.extract.token.TokenBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the sources of one unit, each by itself: preprocess, parse, lower. */
final class SourceReading {
    private static final Pattern SUPPRESSING = Pattern.compile("(warning|prefast)\\s*\\(.*suppress\\s*:");

    private final Preprocessor.Session preprocessor;
    private final UnaryOperator<PreprocessedFile> change;
    private final ExtractOptions.Platform names;
    /** By their tokens; empty for headers that must be parsed with each source. */
    private final Map<TokenBuffer, Optional<Headers>> headers = new ConcurrentHashMap<>();

    /** Headers that sources begin with, read once for all of them. */
    private record Headers(ParsedHeaders parsed, FileScope scope, List<ControlFlowGraph> graphs) {}

    /** A source that was read. */
    record Read(ReadSource source, List<ControlFlowGraph> graphs, List<Diagnostic> diagnostics, List<HiddenRegion> hidden) {}

    /** @param settings macros that have another value than the sources and options give them */
    SourceReading(Preprocessor preprocessor, ExtractOptions.Platform names, Unit unit, List<MacroSetting> settings) {
        this(preprocessor, names, unit, settings, UnaryOperator.identity());
    }

    /** @param change what becomes of each source between preprocessing and parsing */
    SourceReading(Preprocessor preprocessor, ExtractOptions.Platform names, Unit unit, List<MacroSetting> settings,
            UnaryOperator<PreprocessedFile> change) {
        this.preprocessor = preprocessor.session(unit, settings);
        this.names = names;
        this.change = change;
    }

    /** What the sources read so far depend on. */
    Inputs inputs() {
        return preprocessor.inputs();
    }

    Read read(SourceFile file) {
        PreprocessedFile preprocessed = change.apply(preprocessor.preprocess(file));
        Optional<Headers> shared = headers.computeIfAbsent(
                preprocessed.shared(), tokens -> headers(tokens, file.language()));
        TranslationUnit parsed = shared
                .map(first -> new Parser().parse(file, preprocessed.tokens(), first.parsed()))
                .orElseGet(() -> new Parser().parse(file, preprocessed.tokens()));
        List<Diagnostic> diagnostics = new ArrayList<>(preprocessed.diagnostics());
        diagnostics.addAll(parsed.diagnostics());
        List<Inclusion> inclusions = preprocessed.includes().stream()
                .map(include -> new Inclusion(include.position().file().name(), include.position().line(),
                        include.written(), include.resolved().map(SourceFile::name).orElse("")))
                .toList();
        int lines = preprocessed.tokens().expanded(preprocessed.tokens().size() - 1).line();
        List<ControlFlowGraph> graphs = new ArrayList<>(shared.map(Headers::graphs).orElse(List.of()));
        FileScope scope = shared.map(Headers::scope)
                .orElseGet(() -> FileScope.of(file.language(), List.of(), names.noreturn(), names.raising()))
                .with(parsed.own());
        lower(parsed.own(), scope, parsed.tokens(), graphs);
        List<Directive> directives = Stream.concat(preprocessed.remarks().stream(),
                        preprocessed.pragmas().stream().filter(pragma -> SUPPRESSING.matcher(pragma.text()).lookingAt()))
                .map(remark -> new Directive(remark.position().file().name(), remark.position().line(), remark.text()))
                .toList();
        return new Read(new ReadSource(parsed, inclusions, directives, lines), graphs, diagnostics, preprocessed.hidden());
    }

    private Optional<Headers> headers(TokenBuffer tokens, Language language) {
        return new Parser().headers(tokens, language).map(parsed -> {
            FileScope scope = FileScope.of(language, parsed.declarations(), names.noreturn(), names.raising());
            List<ControlFlowGraph> graphs = new ArrayList<>();
            lower(parsed.declarations(), scope, tokens, graphs);
            return new Headers(parsed, scope, List.copyOf(graphs));
        });
    }

    private static void lower(
            List<Declaration> declarations, FileScope scope, TokenBuffer tokens, List<ControlFlowGraph> graphs) {
        Lowering lowering = new Lowering(scope, tokens);
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Function function) {
                graphs.addAll(lowering.lower(function));
            }
        }
    }
}
