package io.padlog.extract.parse;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.Language;
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
    /** Classes in classes beyond this are not read. */
    private static final int MOST_CLASSES = 16;

    /**
     * Parses one translation unit.
     *
     * @param file the source file
     * @param tokens its tokens with those of the headers that it includes
     * @return its declarations; statements and declarations are at most {@value Frames#LIMIT} deep, and spans count the
     *     tokens given
     */
    public TranslationUnit parse(SourceFile file, TokenBuffer tokens) {
        Run run = Run.of(tokens, 0, file.language(), new Scopes());
        run.parse();
        return new TranslationUnit(file, tokens, List.of(), run.declarations, run.losses.inOrder());
    }

    /**
     * Parses one translation unit that begins with headers which were parsed before.
     *
     * @param tokens all of its tokens, of which the headers' come first
     */
    public TranslationUnit parse(SourceFile file, TokenBuffer tokens, ParsedHeaders headers) {
        Run run = Run.of(tokens, headers.tokens(), file.language(), new Scopes(headers.scopes()));
        run.parse();
        List<Diagnostic> diagnostics = new ArrayList<>(headers.diagnostics());
        diagnostics.addAll(run.losses.inOrder());
        return new TranslationUnit(file, tokens, headers.declarations(), run.declarations, diagnostics);
    }

    /**
     * Parses the headers that translation units begin with.
     *
     * @param language that of the sources
     * @return empty if their last declaration may go on behind them, so that they must be parsed with each unit
     */
    public Optional<ParsedHeaders> headers(TokenBuffer tokens, Language language) {
        Run run = Run.of(tokens, 0, language, new Scopes());
        UnitTokens typed = run.tokens;
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
        private final DeclarationBuilder builder;
        private final Members members;
        private Splitter splitter;
        private List<Declaration> declarations = new ArrayList<>();
        private Optional<Members.Collected> around = Optional.empty();
        private int classes;

        static Run of(TokenBuffer tokens, int from, Language language, Scopes scopes) {
            Optional<CppNames> names = language == Language.CPP ? Optional.of(scopes.cpp()) : Optional.empty();
            return new Run(new UnitTokens(tokens, from, names), scopes);
        }

        private Run(UnitTokens tokens, Scopes scopes) {
            this.tokens = tokens;
            slice = new SliceStream(tokens);
            parser = new CParser(slice);
            // One token decides everywhere but at a dangling else, where SLL and LL agree: the nearest if takes it.
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            losses = new Losses(tokens);
            classifier = new NameClassifier(tokens, scopes,
                token -> losses.add(Diagnostic.Kind.TOO_DEEP, token, "statement " + Losses.TOO_DEEP));
            splitter = new Splitter(tokens, 0, tokens.size, false);
            members = new Members(tokens, scopes.cpp());
            builder = new DeclarationBuilder(tokens, slice, losses);
        }

        void parse() {
            while (splitter.next()) {
                parsePiece();
            }
        }

        private void parsePiece() {
            if (splitter.kind() == Splitter.Kind.MACRO_USE) {
                declarations.add(builder.macroUse(splitter.from(), splitter.to()));
            } else if (splitter.kind() == Splitter.Kind.CLASS) {
                parseClass();
            } else {
                parseDeclaration();
            }
        }

        /** Its members are read by themselves; what is left, from its name to the semicolon, is read without them. */
        private void parseClass() {
            int from = splitter.from();
            int brace = splitter.classBrace();
            if (parseClass(from, brace, outer())) {
                parseTail(from, brace, tokens.match[brace]);
            }
        }

        /** The name of the class around; empty for none. */
        private String outer() {
            return around.map(found -> found.name).orElse("");
        }

        /** Parses the members between the braces. @return whether it was not too deep */
        private boolean parseClass(int from, int brace, String outerName) {
            Splitter outerSplitter = splitter;
            List<Declaration> outer = declarations;
            Optional<Members.Collected> outerClass = around;
            int close = tokens.match[brace];
            if (classes == MOST_CLASSES) {
                lose("classes nested more than " + MOST_CLASSES + " deep", true);
                return false;
            }
            Members.Collected found = new Members.Collected(members.className(from, brace, outerName));
            classifier.scopes().declareGlobally(found.name.substring(found.name.lastIndexOf(':') + 1), Scopes.Meaning.TYPE);
            List<String> bases = members.bases(from, brace);
            List<Declaration> outside = new ArrayList<>();
            classes++;
            around = Optional.of(found);
            splitter = new Splitter(tokens, brace + 1, close, true);
            declarations = new ArrayList<>();
            while (splitter.next()) {
                int first = splitter.from();
                parsePiece();
                declarations.forEach(member -> members.add(member, found, first).ifPresent(outside::add));
                declarations.clear();
            }
            classes--;
            around = outerClass;
            splitter = outerSplitter;
            declarations = outer;
            Span span = new Span(tokens.first[from], tokens.last[close]);
            declarations.add(new Declaration.Record(span, false, found.name, found.fields, bases, found.methods,
                tokens.templateParameters(from)));
            declarations.addAll(outside);
            return true;
        }

        /** The classes of a function are read before it, and what it says of them is their names. */
        private void parseLocalClasses(int from, int to) {
            String function = functionName().orElse("");
            String outerName = outer().isEmpty() ? function : outer() + "::" + function;
            for (int i = from; i < to; i++) {
                boolean word = tokens.type[i] == CParser.STRUCT || tokens.type[i] == CParser.UNION;
                int brace = word ? splitter.localRecord(i) : -1;
                int close = brace > 0 ? tokens.match[brace] : i;
                if (brace > 0 && splitter.hasMembers(i, brace) && parseClass(i, brace, outerName)) {
                    boolean skips = false;
                    for (int k = i + 1; k <= close; k++) {
                        skips |= k >= brace || tokens.type[k] == CParser.COLON;
                        tokens.type[k] = skips ? UnitTokens.SKIP : tokens.type[k];
                    }
                }
                i = close;
            }
        }

        /** {@code typedef struct tag { … } name, *pointer;} */
        private void parseTail(int from, int brace, int close) {
            if (tokens.type[close + 1] == CParser.SEMICOLON) {
                return;
            }
            boolean inHead = true;
            for (int i = from; i <= close; i++) {
                inHead &= tokens.type[i] != CParser.COLON && i < brace;
                if (!inHead) {
                    tokens.type[i] = UnitTokens.SKIP;
                }
            }
            parseDeclaration();
        }

        private void parseDeclaration() {
            int from = splitter.from();
            int to = splitter.to();
            if (tokens.isCpp() && splitter.kind() == Splitter.Kind.FUNCTION) {
                parseLocalClasses(from, to);
            }
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
                Declaration.Function built = builder.function(function, splitter.from());
                declarations.add(tokens.isCpp() && around.isEmpty() ? members.defined(built) : built);
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
