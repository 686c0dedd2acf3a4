package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;
import java.util.Arrays;

/** Puts a call's arguments into the body of a macro (C17 6.10.3.1 to 6.10.3.3), ready to be scanned again. */
final class Substitution {
    private static final Lexeme[] EMPTY = {};
    /** Characters of a token that # or ## makes; beyond, the macro is not expanded. */
    private static final int LONGEST_TEXT = 1 << 18;

    private final MacroDefinition macro;
    private final int base;
    private final Arguments arguments;
    private final Expander expander;
    private final int begin;
    private final int end;

    private Lexeme[] result = new Lexeme[8];
    private int size;
    /** What the characters made by # and ## count for, so that doubling them again and again ends. */
    private long textCost;
    private boolean paste;
    /** What stands left of a ## is empty. */
    private boolean placemarker;

    /** @param base location of the file that defines the macro
     *  @param begin where the call begins, and {@code end} where it ends */
    Substitution(MacroDefinition macro, int base, Arguments arguments, Expander expander, int begin, int end) {
        this.macro = macro;
        this.base = base;
        this.arguments = arguments;
        this.expander = expander;
        this.begin = begin;
        this.end = end;
    }

    /** @param limit the highest {@link #cost()} allowed
     *  @return whether it was kept */
    boolean run(long limit) {
        for (int element = 0; element < macro.size; element++) {
            element = step(element);
            if (cost() > limit) {
                return false;
            }
        }
        return true;
    }

    /** How many tokens were made, with long texts counting for more. */
    long cost() {
        return size + textCost;
    }

    Lexeme[] result() {
        return Arrays.copyOf(result, size);
    }

    /** Takes one element, or a whole __VA_OPT__ group that is left out.
     *  @return the last element taken */
    private int step(int element) {
        if (macro.has(element, MacroDefinition.OPTION_BEGIN)) {
            boolean kept = macro.parameters > 0
                    && arguments.expanded(macro.parameters - 1, expander).length > 0;
            if (kept) {
                return element;
            }
            int close = macro.params[element];
            append(EMPTY, false, macro.has(close, MacroDefinition.PASTE));
            return close;
        }
        boolean pastes = macro.has(element, MacroDefinition.PASTE);
        if (macro.has(element, MacroDefinition.OPTION_END)) {
            paste = pastes;
            return element;
        }
        int param = macro.params[element];
        if (param == MacroDefinition.NOT_A_PARAMETER) {
            return bodyToken(element, pastes);
        }
        boolean space = macro.has(element, LexedFile.SPACE);
        if (macro.has(element, MacroDefinition.STRINGIZE)) {
            append(new Lexeme[] {stringized(element, param)}, space, pastes);
        } else if (paste || pastes) {
            append(arguments.written(param), space, pastes);
        } else {
            append(arguments.expanded(param, expander), space, false);
        }
        return element;
    }

    private int bodyToken(int element, boolean pastes) {
        Spelling spelling = macro.body[element];
        if (spelling.kind == TokenKind.COMMA && element + 1 < macro.size && isVariableArgument(element + 1)) {
            if (pastes && isVariableArgumentAbsent() || expander.swallowsCommas() && isVariableArgumentEmpty()) {
                return element + 1;
            }
            if (pastes) {
                // GNU: the comma is not pasted, yet the argument is that of a paste, taken as it is written.
                append(token(element, spelling), macro.has(element, LexedFile.SPACE), false);
                append(arguments.written(macro.parameters - 1), macro.has(element + 1, LexedFile.SPACE),
                        macro.has(element + 1, MacroDefinition.PASTE));
                return element + 1;
            }
        }
        append(token(element, spelling), macro.has(element, LexedFile.SPACE), pastes);
        return element;
    }

    private boolean isVariableArgumentEmpty() {
        return arguments.written(macro.parameters - 1).length == 0;
    }

    /** GNU: an empty one is there if a comma says so, which for a macro without other parameters none can. */
    private boolean isVariableArgumentAbsent() {
        return arguments.count() < macro.parameters || macro.parameters == 1 && isVariableArgumentEmpty();
    }

    private boolean isVariableArgument(int element) {
        return macro.variadic && macro.params[element] == macro.parameters - 1
                && !macro.has(element, MacroDefinition.STRINGIZE) && !macro.has(element, MacroDefinition.OPTION_BEGIN);
    }

    private Lexeme[] token(int element, Spelling spelling) {
        return new Lexeme[] {new Lexeme(spelling, base + macro.offsets[element], begin, end, macro.flags[element] & LexedFile.SPACE)};
    }

    private void append(Lexeme[] tokens, boolean space, boolean pastes) {
        if (paste && !placemarker) {
            if (tokens.length > 0) {
                pasteOnto(tokens[0]);
                copy(tokens, 1);
            }
        } else {
            int at = size;
            copy(tokens, 0);
            if (tokens.length > 0) {
                result[at] = result[at].spaced(space);
            }
            placemarker = tokens.length == 0;
        }
        paste = pastes;
    }

    private void copy(Lexeme[] tokens, int from) {
        int count = tokens.length - from;
        if (size + count > result.length) {
            result = Arrays.copyOf(result, Math.max(size + count, result.length * 2));
        }
        System.arraycopy(tokens, from, result, size, count);
        size += count;
    }

    private void pasteOnto(Lexeme right) {
        if (size == 0) {
            copy(new Lexeme[] {right}, 0);
            return;
        }
        Lexeme left = result[size - 1];
        Spelling spelling = expander.lexer().single(left.spelling.text + right.spelling.text);
        if (spelling.kind == TokenKind.END_OF_FILE) {
            expander.reportBadPaste(left, right);
            copy(new Lexeme[] {right.spaced(false)}, 0);
        } else {
            // Its place is that of its left half; what was written for it is the whole call.
            chargeText(spelling.text.length());
            result[size - 1] = new Lexeme(spelling, left.spelled, begin, end, left.flags & LexedFile.SPACE);
        }
    }

    private Lexeme stringized(int element, int param) {
        StringBuilder text = new StringBuilder("\"");
        Lexeme[] tokens = arguments.written(param);
        for (int i = 0; i < tokens.length; i++) {
            if (i > 0 && tokens[i].hasSpace()) {
                text.append(' ');
            }
            String spelling = tokens[i].spelling.text;
            if (tokens[i].is(TokenKind.STRING) || tokens[i].is(TokenKind.CHARACTER)) {
                escape(spelling, text);
            } else {
                text.append(spelling);
            }
        }
        Spelling spelling = expander.spellings().of(closed(text), TokenKind.STRING);
        chargeText(text.length());
        return new Lexeme(spelling, base + macro.offsets[element], begin, end, 0);
    }

    private void chargeText(int length) {
        textCost += length > LONGEST_TEXT ? Integer.MAX_VALUE / 2 : length / 16;
    }

    private static void escape(String literal, StringBuilder to) {
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == '"' || c == '\\') {
                to.append('\\');
            }
            to.append(c);
        }
    }

    /** An odd number of backslashes at the end would swallow the quote; the last is then dropped, as GCC does. */
    private static String closed(StringBuilder text) {
        int backslashes = 0;
        while (text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        if (backslashes % 2 == 1) {
            text.setLength(text.length() - 1);
        }
        return text.append('"').toString();
    }
}
