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

    /** Which files have a location, which are not to be read again, and which missing ones were reported. */
    record Saved(Map<Path, Integer> bases, Set<Path> once, Set<String> reportedMissing) {}

    Directives(Translation translation, Spellings spellings, MacroTable macros, Expander expander,
            LocationTable locations, Reporter reporter, Headers headers, OtherArms otherArms) {
        this.translation = translation;
        this.spellings = spellings;
        this.macros = macros;
        this.expander = expander;
        this.locations = locations;
        this.reporter = reporter;
        this.headers = headers;
        this.conditionals = new Conditionals(locations, reporter, this::evaluate, otherArms);
    }

    List<IncludedFile> includes() {
        return includes;
    }

    List<HiddenRegion> hidden() {
        return conditionals.hidden();
    }

    Saved save() {
        return new Saved(Map.copyOf(bases), Set.copyOf(once), Set.copyOf(reportedMissing));
    }

    void restore(Saved saved) {
        bases.putAll(saved.bases);
        once.addAll(saved.once);
        reportedMissing.addAll(saved.reportedMissing);
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
        Condition.Result result = condition(file, directive);
        if (!result.error().isEmpty()) {
            reporter.warning(Diagnostic.Kind.BAD_DIRECTIVE, file.location(file.lexed.directives[directive]), "the condition of #"
                    + file.lexed.directiveName(directive) + " is ill-formed: " + result.error() + "; it is taken for false");
        }
        return result;
    }

    /** The value of a conditional directive's condition with the macros as they are now. */
    Condition.Result condition(OpenFile file, int directive) {
        LexedFile lexed = file.lexed;
        int lineEnd = lexed.lineEnd(lexed.directives[directive]);
        int operand = lexed.directives[directive] + 2;
        String name = lexed.directiveName(directive);
        if (name.endsWith("def")) {
            return evaluateDefined(lexed, operand, lineEnd, name.endsWith("ndef"));
        }
        Lexeme[] tokens = expander.expandCondition(file.lexemes(operand, lineEnd));
        return new Condition(tokens, macros, spellings,
                (header, angled) -> find(file, new HeaderName(header, angled), false).isPresent()).evaluate();
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
        note(file, location, header.name(), found);
        found.ifPresent(there -> open(there, location));
    }

    /** Remembers an #include that was reached.
     *  @param found the file it means; empty if there is none */
    void note(OpenFile file, int location, String name, Optional<IncludeResolver.Found> found) {
        includes.add(new IncludedFile(locations.position(location), name,
                found.map(there -> headers.sourceFile(there.path()))));
        if (found.isEmpty() && reportedMissing.add(file.lexed.source.file().name() + '\n' + name)) {
            reporter.note(Diagnostic.Kind.MISSING_HEADER, location, "header " + name + " was not found");
        }
    }

    /** Opens a header as if the first lines of a source included it. */
    void openFirst(IncludeResolver.Found found) {
        open(found, Math.max(0, load(headers.lexed(headers.sourceFile(found.path())))));
    }

    private void open(IncludeResolver.Found found, int location) {
        if (once.contains(found.path())) {
            return;
        }
        SourceFile source = headers.sourceFile(found.path());
        LexedFile lexed = headers.lexed(source);
        int base = load(lexed);
        if (base == LocationTable.FULL) {
            reporter.error(Diagnostic.Kind.LIMIT, location, "this translation unit is too large; " + source.name() + " is not read");
        } else if (!lexed.isGuarded() || !macros.isDefined(lexed.guard())) {
            translation.include(lexed, base, found.index(), location);
        }
    }

    private Optional<IncludeResolver.Found> find(OpenFile file, HeaderName header, boolean next) {
        Path folder = headers.folder(file.lexed.source.file());
        return headers.find(folder, header.name(), header.angled() || next, next ? file.folder + 1 : 0);
    }

    /** The header's name as written, or as macros make it; empty if it is neither form. */
    private HeaderName headerName(OpenFile file, int operand, int lineEnd) {
        return HeaderName.written(file.lexed, operand, lineEnd)
                .orElseGet(() -> HeaderName.expanded(expander.expandAll(file.lexemes(operand, lineEnd))));
    }
}
