package io.padlog.extract.preprocess;

import io.padlog.extract.preprocess.MacroDefinition.Builtin;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.token.TokenKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Macro expansion as C17 6.10.3 has it, in one translation unit.
 *
 * @implNote a stack of token lists, as in GCC; where the standard leaves open whether a nested name is painted, we do
 *     as GCC does. Java recursion happens only when an argument is expanded, and is bounded.
 */
final class Expander {
    /** How deep calls may stand in arguments of calls. */
    private static final int DEEPEST = 200;
    /** Calls without an end that are read again; each costs the rest of its file. */
    private static final int MOST_UNENDED = 16;
    private static final long BUDGET = 4_000_000;
    private static final int BUDGET_PER_TOKEN = 16;
    private static final Lexeme[] NONE = {};

    private final Spellings spellings;
    private final Lexer lexer;
    private final MacroTable macros;
    private final LocationTable locations;
    private final TokenColumns columns;
    private final Reporter reporter;
    private final FileTokens file;
    private final boolean swallowsCommas;
    private final ContextStack contexts;
    private final Lexeme end;

    private List<Lexeme> sink = new ArrayList<>();
    private int nesting;
    private int floor;
    private boolean lastFromFile;
    private boolean inCondition;
    private boolean owedSpace;
    private int use = TokenColumns.NO_USE;
    private long spent;
    private int unended;
    private boolean reportedLimit;
    private int counter;

    /** @param swallowsCommas whether a comma before an absent __VA_ARGS__ goes too, as in MSVC */
    Expander(Spellings spellings, Lexer lexer, MacroTable macros, LocationTable locations, TokenColumns columns,
            Reporter reporter, FileTokens file, boolean swallowsCommas) {
        this.spellings = spellings;
        this.lexer = lexer;
        this.macros = macros;
        this.locations = locations;
        this.columns = columns;
        this.reporter = reporter;
        this.file = file;
        this.swallowsCommas = swallowsCommas;
        this.contexts = new ContextStack(macros);
        this.end = new Lexeme(spellings.endOfFile, 0, 0, 0, 0);
    }

    /** What a translation unit has used up so far, and its counter. */
    record Saved(long spent, int unended, boolean reportedLimit, int counter) {}

    Saved save() {
        return new Saved(spent, unended, reportedLimit, counter);
    }

    void restore(Saved saved) {
        spent = saved.spent;
        unended = saved.unended;
        reportedLimit = saved.reportedLimit;
        counter = saved.counter;
    }

    Lexer lexer() {
        return lexer;
    }

    Spellings spellings() {
        return spellings;
    }

    boolean swallowsCommas() {
        return swallowsCommas;
    }

    void reportBadPaste(Lexeme left, Lexeme right) {
        reporter.note(Diagnostic.Kind.BAD_TOKEN, left.begin,
                "pasting '" + left.spelling + "' and '" + right.spelling + "' does not give a token; both are kept");
    }

    /** Expands a macro name just read from the file, and adds what comes of it to the columns. */
    void expandFromFile(Lexeme name) {
        take(name, true);
        while (contexts.hasNext(0)) {
            Lexeme token = contexts.next();
            take(token, contexts.lastFromFile());
        }
        use = TokenColumns.NO_USE;
    }

    /** Expands the line of an #if; operands of {@code defined} are left alone. */
    Lexeme[] expandCondition(Lexeme[] tokens) {
        boolean before = inCondition;
        inCondition = true;
        Lexeme[] expanded = expandAll(tokens);
        inCondition = before;
        return expanded;
    }

    /** Expands tokens as if nothing came after them: an argument, or the line of a computed #include. */
    Lexeme[] expandAll(Lexeme[] tokens) {
        if (!hasMacro(tokens)) {
            return tokens;
        }
        List<Lexeme> outerSink = sink;
        int outerFloor = floor;
        boolean outerFromFile = lastFromFile;
        sink = new ArrayList<>(tokens.length);
        owedSpace = false;
        floor = contexts.depth();
        nesting++;
        contexts.push(tokens, spellings.endOfFile, false);
        while (contexts.hasNext(floor)) {
            take(contexts.next(), false);
        }
        nesting--;
        Lexeme[] expanded = sink.toArray(NONE);
        sink = outerSink;
        floor = outerFloor;
        lastFromFile = outerFromFile;
        owedSpace = false;
        return expanded;
    }

    private boolean hasMacro(Lexeme[] tokens) {
        for (Lexeme token : tokens) {
            if (token.spelling.isIdentifier() && macros.isDefined(token.spelling)) {
                return true;
            }
        }
        return false;
    }

    private void take(Lexeme token, boolean fromFile) {
        Spelling spelling = token.spelling;
        if (spelling.isIdentifier()) {
            if (inCondition && (spelling == spellings.defined || spelling == spellings.hasInclude)) {
                takeOperand(token);
                return;
            }
            if (!token.isPainted() && macros.isDefined(spelling)) {
                if (spelling.isKept() && isCalled(macros.definition(spelling))) {
                    emit(token, fromFile);
                    return;
                }
                expand(token, macros.definition(spelling), fromFile);
                return;
            }
        }
        emit(token, fromFile);
    }

    private void emit(Lexeme token, boolean fromFile) {
        if (nesting > 0) {
            sink.add(owedSpace ? token.spaced(true) : token);
            owedSpace = false;
        } else {
            if (token.is(TokenKind.UNKNOWN)) {
                reporter.warning(Diagnostic.Kind.BAD_TOKEN, token.begin, "no C token begins with '" + token.spelling + "'");
            }
            columns.add(token.spelling, token.spelled, token.begin, token.end, fromFile ? TokenColumns.NO_USE : use);
        }
    }

    /** Copies {@code defined X}, {@code defined(X)} or {@code __has_include(…)} as it stands. */
    private void takeOperand(Lexeme operator) {
        emit(operator, false);
        Lexeme next = read();
        if (operator.spelling == spellings.hasInclude) {
            while (!next.is(TokenKind.END_OF_FILE) && !next.is(TokenKind.RIGHT_PAREN)) {
                emit(next, false);
                next = read();
            }
        } else if (next.is(TokenKind.LEFT_PAREN)) {
            emit(next, false);
            next = read();
        }
        if (!next.is(TokenKind.END_OF_FILE)) {
            emit(next, false);
        }
    }

    private Lexeme read() {
        if (contexts.hasNext(floor)) {
            Lexeme token = contexts.next();
            lastFromFile = contexts.lastFromFile();
            return token;
        }
        if (nesting > 0) {
            return end;
        }
        lastFromFile = true;
        return file.next();
    }

    private void putBack(List<Lexeme> tokens, boolean written) {
        contexts.push(tokens.toArray(NONE), spellings.endOfFile, written);
    }

    /** Whether the macro whose name was just read takes arguments, or stands for something that is given some. */
    private boolean isCalled(MacroDefinition macro) {
        if (macro.isFunctionLike()) {
            return true;
        }
        Lexeme next = read();
        if (!next.is(TokenKind.END_OF_FILE)) {
            putBack(List.of(next), lastFromFile);
        }
        return next.is(TokenKind.LEFT_PAREN);
    }

    private void expand(Lexeme name, MacroDefinition macro, boolean fromFile) {
        if (spent > BUDGET + BUDGET_PER_TOKEN * file.tokensRead() || macro.isFunctionLike() && nesting >= DEEPEST) {
            refuse(name, fromFile);
            return;
        }
        if (macro.builtin != Builtin.NONE) {
            expandBuiltin(name, macro.builtin, fromFile);
            return;
        }
        if (!macro.isFunctionLike()) {
            replace(name, macro, new Arguments(), name.end, List.of(), fromFile);
            return;
        }
        Lexeme paren = read();
        if (!paren.is(TokenKind.LEFT_PAREN)) {
            if (!paren.is(TokenKind.END_OF_FILE)) {
                putBack(List.of(paren), lastFromFile);
            }
            emit(name, fromFile);
            return;
        }
        call(name, macro, paren, fromFile);
    }

    /** Reads the arguments of a call whose opening parenthesis was read. */
    private void call(Lexeme name, MacroDefinition macro, Lexeme paren, boolean fromFile) {
        boolean written = lastFromFile;
        List<Lexeme> all = new ArrayList<>();
        all.add(paren);
        Arguments arguments = new Arguments();
        List<Lexeme> argument = new ArrayList<>();
        int depth = 1;
        while (depth > 0) {
            Lexeme token = read();
            TokenKind kind = token.kind();
            if (kind == TokenKind.END_OF_FILE) {
                leaveUnended(name, all, written, fromFile);
                return;
            }
            all.add(token);
            depth += kind == TokenKind.LEFT_PAREN ? 1 : kind == TokenKind.RIGHT_PAREN ? -1 : 0;
            boolean separates = kind == TokenKind.COMMA && depth == 1
                    && !(macro.variadic && arguments.count() == macro.parameters - 1);
            if (depth == 0 || separates) {
                arguments.add(argument);
                argument = new ArrayList<>();
            } else {
                argument.add(token);
            }
        }
        if (nesting > 0) {
            // Each level of nested calls copies what is inside, so depth times length is what must be bounded.
            spent += all.size();
        }
        int given = arguments.count() == 1 && arguments.written(0).length == 0 && macro.parameters == 0 ? 0 : arguments.count();
        if (given > macro.parameters) {
            reporter.warning(Diagnostic.Kind.BAD_TOKEN, name.begin, "macro " + name.spelling + " takes " + macro.parameters
                    + " arguments but is given " + given + "; it is not expanded");
            emit(name.painted(), fromFile);
            putBack(all, written);
            return;
        }
        if (given < macro.parameters - (macro.variadic ? 1 : 0)) {
            reporter.warning(Diagnostic.Kind.BAD_TOKEN, name.begin, "macro " + name.spelling + " takes " + macro.parameters
                    + " arguments but is given " + given + "; the others are taken for empty");
        }
        int callEnd = Math.max(name.end, all.get(all.size() - 1).end);
        replace(name, macro, arguments, callEnd, all, fromFile);
    }

    private void leaveUnended(Lexeme name, List<Lexeme> read, boolean written, boolean fromFile) {
        if (++unended <= MOST_UNENDED) {
            reporter.warning(Diagnostic.Kind.BAD_TOKEN, name.begin, "the call of macro " + name.spelling + " has no end; it is not expanded");
        } else {
            read.replaceAll(token -> token.spelling.isIdentifier() ? token.painted() : token);
        }
        emit(name.painted(), fromFile);
        putBack(read, written);
    }

    private void refuse(Lexeme name, boolean fromFile) {
        if (!reportedLimit) {
            reportedLimit = true;
            reporter.error(Diagnostic.Kind.MACRO_LIMIT, name.begin, "expanding macro " + name.spelling
                    + " goes too deep or too far; from here on such macros are not expanded");
        }
        emit(name.painted(), fromFile);
    }

    /** @param call the tokens after the name, put back should the result be too large */
    private void replace(Lexeme name, MacroDefinition macro, Arguments arguments, int callEnd, List<Lexeme> call, boolean fromFile) {
        int base = macros.base(macro.name);
        Substitution substitution = new Substitution(macro, base, arguments, this, name.begin, callEnd);
        long limit = BUDGET + BUDGET_PER_TOKEN * file.tokensRead();
        boolean fits = substitution.run(Math.max(0, limit - spent));
        spent += substitution.cost() + 1;
        if (!fits) {
            refuse(name, fromFile);
            putBack(call, fromFile);
            return;
        }
        markUse(name, callEnd, fromFile);
        Lexeme[] result = substitution.result();
        if (result.length > 0) {
            result[0] = result[0].spaced(name.hasSpace());
        } else {
            owedSpace |= name.hasSpace();
        }
        contexts.push(result, macro.name, false);
    }

    private void markUse(Lexeme name, int callEnd, boolean fromFile) {
        if (nesting > 0) {
            return;
        }
        if (fromFile) {
            use = columns.openUse(name.spelling.text, name.begin, callEnd);
        } else {
            columns.extendUse(use, callEnd);
        }
    }

    private void expandBuiltin(Lexeme name, Builtin builtin, boolean fromFile) {
        switch (builtin) {
            case PRAGMA_OPERATOR:
            case PRAGMA_KEYWORD:
                removePragma(name, builtin, fromFile);
                break;
            default:
                TokenKind kind = builtin == Builtin.LINE || builtin == Builtin.COUNTER ? TokenKind.INTEGER : TokenKind.STRING;
                Lexeme value = new Lexeme(spellings.of(builtinText(name, builtin), kind), name.spelled, name.begin, name.end, name.flags);
                markUse(name, name.end, fromFile);
                contexts.push(new Lexeme[] {value}, spellings.endOfFile, false);
        }
    }

    private String builtinText(Lexeme name, Builtin builtin) {
        switch (builtin) {
            case LINE:
                return Integer.toString(locations.position(name.begin).line());
            case FILE:
                return '"' + locations.source(name.begin).file().name().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case COUNTER:
                return Integer.toString(counter++);
            case DATE:
                // The same sources must give the same facts on any day.
                return "\"Jan  1 2026\"";
            default:
                return "\"00:00:00\"";
        }
    }

    private void removePragma(Lexeme name, Builtin builtin, boolean fromFile) {
        Lexeme paren = read();
        boolean written = lastFromFile;
        List<Lexeme> all = new ArrayList<>();
        all.add(paren);
        int depth = paren.is(TokenKind.LEFT_PAREN) ? 1 : 0;
        StringBuilder text = new StringBuilder();
        while (depth > 0) {
            Lexeme token = read();
            if (token.is(TokenKind.END_OF_FILE)) {
                leaveUnended(name, all, written, fromFile);
                return;
            }
            all.add(token);
            depth += token.is(TokenKind.LEFT_PAREN) ? 1 : token.is(TokenKind.RIGHT_PAREN) ? -1 : 0;
            if (depth > 0) {
                text.append(text.length() > 0 && token.hasSpace() ? " " : "").append(token.spelling.text);
            }
        }
        if (all.size() == 1) {
            emit(name, fromFile);
            if (!paren.is(TokenKind.END_OF_FILE)) {
                putBack(all, written);
            }
            return;
        }
        markUse(name, Math.max(name.end, all.get(all.size() - 1).end), fromFile);
        file.pragma(name.begin, builtin == Builtin.PRAGMA_OPERATOR ? unquoted(text.toString()) : text.toString());
    }

    /** C17 6.10.9: the string's own text. */
    private static String unquoted(String literal) {
        int open = literal.indexOf('"');
        int close = literal.lastIndexOf('"');
        return open < 0 || close == open ? literal : literal.substring(open + 1, close).replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
