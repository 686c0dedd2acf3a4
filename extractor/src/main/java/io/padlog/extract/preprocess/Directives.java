package io.padlog.extract.preprocess;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.token.TokenKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carries out the directives of one translation unit (C17 6.10). */
final class Directives {
    private static final int LONGEST_TEXT = 200;

    private final Translation translation;
    private final Spellings spellings;
    private final MacroTable macros;
    private final Expander expander;
    private final LocationTable locations;
    private final Reporter reporter;
    private final Headers headers;
    private final Conditionals conditionals;
    private final Map<Path, Integer> bases = new HashMap<>();
    private final Set<Path> once = new HashSet<>();
    private final Set<String> reportedMissing = new HashSet<>();
    private final List<IncludedFile> includes = new ArrayList<>();

    /** A header's name as a directive has it. */
    private record HeaderName(String name, boolean angled) {}

    Directives(Translation translation, Spellings spellings, MacroTable macros, Expander expander,
            LocationTable locations, Reporter reporter, Headers headers) {
        this.translation = translation;
        this.spellings = spellings;
        this.macros = macros;
        this.expander = expander;
        this.locations = locations;
        this.reporter = reporter;
        this.headers = headers;
        this.conditionals = new Conditionals(locations, reporter, this::evaluate);
    }

    List<IncludedFile> includes() {
        return includes;
    }

    List<HiddenRegion> hidden() {
        return conditionals.hidden();
    }

    int openConditionals() {
        return conditionals.depth();
    }

    void closeConditionals(OpenFile file) {
        conditionals.closeAll(file);
    }

    /** The location of a file's first character, given to it when it is first met. */
    int load(LexedFile lexed) {
        Path path = lexed.source.file().path();
        Integer known = bases.get(path);
        if (known == null) {
            known = locations.add(lexed.source);
            bases.put(path, known);
            if (known != LocationTable.FULL) {
                translation.introduce(lexed, known);
            }
        }
        return known;
    }

    /** Carries out the directive at the file's next token, and leaves the file at the first token to be read after it. */
    void run(OpenFile file) {
        LexedFile lexed = file.lexed;
        int hash = file.at;
        int directive = file.directive();
        int lineEnd = lexed.lineEnd(hash);
        int operand = hash + 2;
        String name = lexed.directiveName(directive);
        switch (name) {
            case "if": case "ifdef": case "ifndef":
                conditionals.begin(file, directive);
                return;
            case "elif": case "elifdef": case "elifndef": case "else": case "endif":
                conditionals.goOn(file, directive, name);
                return;
            default:
                file.at = lineEnd;
        }
        switch (name) {
            case "define":
                define(file, directive);
                break;
            case "undef":
                undefine(file, operand, lineEnd);
                break;
            case "include": case "include_next": case "import":
                include(file, name, operand, lineEnd);
                break;
            case "pragma":
                pragma(file, operand, lineEnd);
                break;
            case "error": case "warning":
                reporter.note(Diagnostic.Kind.BAD_DIRECTIVE, file.location(hash), "the source says: " + lineText(file, hash, lineEnd));
                break;
            case "": case "line": case "ident": case "sccs":
                break;
            default:
                // A number is a line marker of an earlier preprocessor.
                if (lexed.kind(hash + 1) != TokenKind.INTEGER) {
                    reporter.warning(Diagnostic.Kind.BAD_DIRECTIVE, file.location(hash), "unknown directive #" + name + "; it is passed over");
                }
        }
    }

    private static String lineText(OpenFile file, int first, int lineEnd) {
        LexedFile lexed = file.lexed;
        return first >= lineEnd ? "" : lexed.source.folded(lexed.begins[first], lexed.ends[lineEnd - 1], LONGEST_TEXT);
    }

    private void define(OpenFile file, int directive) {
        MacroDefinition macro = file.lexed.definition(directive);
        if (!macro.error.isEmpty()) {
            reporter.warning(Diagnostic.Kind.BAD_DIRECTIVE, file.location(file.lexed.directives[directive]), macro.error);
        }
        if (macro.usable) {
            macros.define(macro, file.base);
        }
    }

    private void undefine(OpenFile file, int operand, int lineEnd) {
        if (operand < lineEnd && file.lexed.spellings[operand].isIdentifier()) {
            macros.undefine(file.lexed.spellings[operand]);
        } else {
            reporter.warning(Diagnostic.Kind.BAD_DIRECTIVE, file.location(operand - 2), "#undef needs a name");
        }
    }

    private void pragma(OpenFile file, int operand, int lineEnd) {
        if (lineEnd == operand + 1 && file.lexed.spellings[operand].text.equals("once")) {
            once.add(file.lexed.source.file().path());
        }
        translation.addPragma(file.location(operand - 2), lineText(file, operand, lineEnd));
    }

    private Condition.Result evaluate(OpenFile file, int directive) {
        LexedFile lexed = file.lexed;
        int hash = lexed.directives[directive];
        int lineEnd = lexed.lineEnd(hash);
        int operand = hash + 2;
        String name = lexed.directiveName(directive);
        Condition.Result result;
        if (name.endsWith("def")) {
            result = evaluateDefined(lexed, operand, lineEnd, name.endsWith("ndef"));
        } else {
            Lexeme[] tokens = expander.expandCondition(file.lexemes(operand, lineEnd));
            result = new Condition(tokens, macros, spellings,
                    (header, angled) -> find(file, new HeaderName(header, angled), false).isPresent()).evaluate();
        }
        if (!result.error().isEmpty()) {
            reporter.warning(Diagnostic.Kind.BAD_DIRECTIVE, file.location(hash),
                    "the condition of #" + name + " is ill-formed: " + result.error() + "; it is taken for false");
        }
        return result;
    }

    private Condition.Result evaluateDefined(LexedFile lexed, int operand, int lineEnd, boolean negated) {
        if (operand >= lineEnd || !lexed.spellings[operand].isIdentifier()) {
            return new Condition.Result(false, false, "it needs a macro name");
        }
        Spelling name = lexed.spellings[operand];
        return new Condition.Result((macros.isDefined(name) || macros.isAssumed(name)) != negated, !macros.isKnown(name), "");
    }

    private void include(OpenFile file, String directive, int operand, int lineEnd) {
        int location = file.location(operand - 2);
        HeaderName header = headerName(file, operand, lineEnd);
        if (header.name().isEmpty()) {
            reporter.warning(Diagnostic.Kind.BAD_DIRECTIVE, location, "#" + directive + " needs \"FILE\" or <FILE>");
            return;
        }
        Optional<IncludeResolver.Found> found = find(file, header, directive.equals("include_next"));
        if (found.isEmpty()) {
            includes.add(new IncludedFile(locations.position(location), header.name(), Optional.empty()));
            if (reportedMissing.add(file.lexed.source.file().name() + '\n' + header.name())) {
                reporter.note(Diagnostic.Kind.MISSING_HEADER, location, "header " + header.name() + " was not found");
            }
            return;
        }
        Path path = found.get().path();
        SourceFile source = headers.sourceFile(path);
        includes.add(new IncludedFile(locations.position(location), header.name(), Optional.of(source)));
        if (once.contains(path)) {
            return;
        }
        LexedFile lexed = headers.lexed(source);
        int base = load(lexed);
        if (base == LocationTable.FULL) {
            reporter.error(Diagnostic.Kind.LIMIT, location, "this translation unit is too large; " + source.name() + " is not read");
        } else if (!lexed.isGuarded() || !macros.isDefined(lexed.guard())) {
            translation.include(lexed, base, found.get().index(), location);
        }
    }

    private Optional<IncludeResolver.Found> find(OpenFile file, HeaderName header, boolean next) {
        Path folder = headers.folder(file.lexed.source.file());
        return headers.find(folder, header.name(), header.angled() || next, next ? file.folder + 1 : 0);
    }

    /** The header's name as written, or as macros make it; empty if it is neither form. */
    private HeaderName headerName(OpenFile file, int operand, int lineEnd) {
        LexedFile lexed = file.lexed;
        if (operand < lineEnd && lexed.kind(operand) == TokenKind.LESS) {
            String text = lexed.source.text();
            int begin = lexed.ends[operand];
            int close = text.indexOf('>', begin);
            if (close >= 0 && close <= lexed.begins[lineEnd] && text.substring(begin, close).indexOf('\n') < 0) {
                return new HeaderName(text.substring(begin, close).strip(), true);
            }
        }
        Lexeme[] tokens = file.lexemes(operand, lineEnd);
        if (tokens.length > 0 && !tokens[0].is(TokenKind.STRING)) {
            tokens = expander.expandAll(tokens);
        }
        return headerName(tokens);
    }

    private static HeaderName headerName(Lexeme[] tokens) {
        if (tokens.length > 0 && tokens[0].is(TokenKind.STRING)) {
            String text = tokens[0].spelling.text;
            int open = text.indexOf('"');
            return new HeaderName(text.substring(open + 1, text.length() - 1), false);
        }
        StringBuilder name = new StringBuilder();
        if (tokens.length > 0 && tokens[0].is(TokenKind.LESS)) {
            for (int i = 1; i < tokens.length; i++) {
                if (tokens[i].is(TokenKind.GREATER)) {
                    return new HeaderName(name.toString(), true);
                }
                name.append(i > 1 && tokens[i].hasSpace() ? " " : "").append(tokens[i].spelling);
            }
        }
        return new HeaderName("", false);
    }
}
