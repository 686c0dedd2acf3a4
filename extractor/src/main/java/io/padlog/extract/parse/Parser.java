package io.padlog.extract.parse;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TranslationUnit;
import io.padlog.extract.token.TokenBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Parses translation units. Never fails: what cannot be read becomes an opaque statement or declaration and a diagnostic.
 * Keeps nothing between calls; one parser may serve any number of threads.
 */
public final class Parser {
    /** A function that misreads this many stray {@code else} is given up. */
    private static final int ELSE_RETRIES = 8;

    /**
     * Parses one translation unit.
     *
     * @param file the source file
     * @param tokens its tokens with those of the headers that it includes
     * @return its declarations; statements and declarations are at most {@value Frames#LIMIT} deep, and spans count the
     *     tokens given
     */
    public TranslationUnit parse(SourceFile file, TokenBuffer tokens) {
        Run run = new Run(new UnitTokens(tokens, 0), new Scopes());
        run.parse();
        return new TranslationUnit(file, tokens, 0, run.declarations, run.losses.inOrder());
    }

    /**
     * Parses one translation unit that begins with headers which were parsed before.
     *
     * @param tokens all of its tokens, of which the headers' come first
     */
    public TranslationUnit parse(SourceFile file, TokenBuffer tokens, ParsedHeaders headers) {
        Run run = new Run(new UnitTokens(tokens, headers.tokens()), new Scopes(headers.scopes()));
        run.parse();
        List<Declaration> declarations = new ArrayList<>(headers.declarations());
        declarations.addAll(run.declarations);
        List<Diagnostic> diagnostics = new ArrayList<>(headers.diagnostics());
        diagnostics.addAll(run.losses.inOrder());
        return new TranslationUnit(file, tokens, headers.declarations().size(), declarations, diagnostics);
    }

    /**
     * Parses the headers that translation units begin with.
     *
     * @return empty if their last declaration may go on behind them, so that they must be parsed with each unit
     */
    public Optional<ParsedHeaders> headers(TokenBuffer tokens) {
        UnitTokens typed = new UnitTokens(tokens, 0);
        Run run = new Run(typed, new Scopes());
        run.parse();
        int size = tokens.size() - 1;
        boolean ended = size == 0
                || typed.size > 0 && typed.last[typed.size - 1] == size - 1 && typed.balanced && run.splitter.ended();
        return ended
                ? Optional.of(new ParsedHeaders(
                        size, run.declarations, run.losses.inOrder(), run.classifier.scopes()))
                : Optional.empty();
    }

    /** The work on one unit. */
    private static final class Run {
        private final UnitTokens tokens;
        private final SliceStream slice;
        private final CParser parser;
        private final Losses losses;
        private final NameClassifier classifier;
        private final Splitter splitter;
        private final DeclarationBuilder builder;
        private final List<Declaration> declarations = new ArrayList<>();

        Run(UnitTokens tokens, Scopes scopes) {
            this.tokens = tokens;
            slice = new SliceStream(tokens);
            parser = new CParser(slice);
            // One token decides everywhere but at a dangling else, where SLL and LL agree: the nearest if takes it.
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            losses = new Losses(tokens);
            classifier = new NameClassifier(tokens, scopes,
                token -> losses.add(Diagnostic.Kind.TOO_DEEP, token, "statement " + Losses.TOO_DEEP));
            splitter = new Splitter(tokens);
            builder = new DeclarationBuilder(tokens, slice, losses);
        }

        void parse() {
            while (splitter.next()) {
                if (splitter.kind() == Splitter.Kind.MACRO_USE) {
                    declarations.add(builder.macroUse(splitter.from(), splitter.to()));
                } else {
                    parseDeclaration();
                }
            }
        }

        private void parseDeclaration() {
            int from = splitter.from();
            int to = splitter.to();
            if (!classifier.classify(from, to, splitter.oldStyle())) {
                lose(Losses.TOO_DEEP, true);
                return;
            }
            slice.load(from, to, splitter.missingBraces());
            for (int attempt = 0; ; attempt++) {
                parser.reset();
                try {
                    build(splitter.kind() == Splitter.Kind.FUNCTION ? parser.externalFunction() : parser.externalDeclaration());
                    return;
                } catch (RecognitionException error) {
                    int offending = error.getOffendingToken().getTokenIndex();
                    if (attempt == ELSE_RETRIES || !slice.makeStray(offending)) {
                        lose(Losses.reason(error, slice), false);
                        return;
                    }
                }
            }
        }

        private void build(ParserRuleContext tree) {
            if (tree instanceof CParser.ExternalFunctionContext function) {
                declarations.add(builder.function(function, splitter.from()));
            } else {
                builder.external((CParser.ExternalDeclarationContext) tree, declarations);
            }
        }

        private void lose(String reason, boolean tooDeep) {
            int from = splitter.from();
            boolean function = splitter.kind() == Splitter.Kind.FUNCTION;
            Optional<String> name = function ? functionName() : Optional.empty();
            Diagnostic.Kind kind = tooDeep ? Diagnostic.Kind.TOO_DEEP
                : function ? Diagnostic.Kind.LOST_FUNCTION : Diagnostic.Kind.LOST_DECLARATION;
            String what = name.map(n -> "function '" + n + "' lost: ").orElse("declaration lost: ");
            losses.add(kind, from, what + reason);
            Span span = new Span(tokens.first[from], tokens.last[splitter.to() - 1]);
            declarations.add(new Declaration.Opaque(span, reason, name));
        }

        /** The last name before the first parameter list. */
        private Optional<String> functionName() {
            for (int i = splitter.from(); i + 1 < splitter.to(); i++) {
                int next = tokens.type[i + 1];
                if (tokens.type[i] == CParser.IDENTIFIER && next == CParser.LEFT_PAREN) {
                    return Optional.of(tokens.text(i));
                }
            }
            return Optional.empty();
        }
    }
}
