package io.padlog.extract.parse;

import io.padlog.extract.parse.Frames.Kind;
import io.padlog.extract.parse.Scopes.Meaning;
import io.padlog.extract.source.Position;

/** Whether a name stands for a type, inside a declaration's words, in parentheses, as an argument. */
final class TypeGuess {
    /** What a name among a declaration's words is. */
    enum Word { TYPE, MACRO_TYPE, NAME }

    private final UnitTokens tokens;
    private final int[] type;
    private final int[] match;
    private final Scopes scopes;

    TypeGuess(UnitTokens tokens, Scopes scopes) {
        this.tokens = tokens;
        this.type = tokens.type;
        this.match = tokens.match;
        this.scopes = scopes;
    }

    private static boolean isSpecifier(int type) {
        return switch (type) {
            case CParser.BASIC_TYPE, CParser.STORAGE, CParser.STRUCT, CParser.UNION, CParser.ENUM, CParser.TYPE_NAME -> true;
            default -> false;
        };
    }

    /** The last word before the declarator is the name, unless nothing before it can be the type. */
    Word word(int i, int end, Kind kind, boolean seenType, boolean oldStyle) {
        int next = i + 1 < end ? type[i + 1] : CParser.EOF;
        if (next == CParser.IDENTIFIER || next == CParser.STAR || isSpecifier(next)) {
            return Word.TYPE;
        }
        if (tokens.isCpp() && (next == CParser.AMPERSAND || next == CParser.AND_AND)) {
            return Word.TYPE;
        }
        if (next == CParser.LEFT_PAREN && match[i + 1] > 0) {
            return beforeParenthesis(i, end, kind, seenType, oldStyle);
        }
        boolean alone = kind == Kind.PARAMETERS || kind == Kind.TYPE || kind == Kind.ARGUMENTS || kind == Kind.FIELDS;
        return alone && (!seenType || kind == Kind.TYPE || kind == Kind.ARGUMENTS) ? Word.TYPE : Word.NAME;
    }

    private Word beforeParenthesis(int i, int end, Kind kind, boolean seenType, boolean oldStyle) {
        int close = match[i + 1];
        int inner = type[i + 2];
        int behind = close + 1 < end ? type[close + 1] : CParser.EOF;
        boolean pointer = inner == CParser.STAR
            || inner == CParser.IDENTIFIER && type[i + 3] == CParser.STAR && type[i + 4] == CParser.IDENTIFIER
                && match[i + 1] > i + 4 && (behind == CParser.LEFT_PAREN || behind == CParser.LEFT_BRACKET);
        if (pointer && behind != CParser.LEFT_BRACE) {
            return Word.TYPE;
        }
        if (kind == Kind.TYPE || kind == Kind.ARGUMENTS) {
            return Word.TYPE;
        }
        if (!seenType && kind == Kind.FIELDS) {
            return Word.MACRO_TYPE;
        }
        if (!seenType && !oldStyle && (behind == CParser.IDENTIFIER || isSpecifier(behind) || behind == CParser.STAR)) {
            return Word.MACRO_TYPE;
        }
        if (!seenType && kind == Kind.BLOCK && behind == CParser.ASSIGN && type[close + 2] == CParser.LEFT_BRACE) {
            return Word.MACRO_TYPE;
        }
        return Word.NAME;
    }

    /** Whether a parenthesis behind a declaration's words surrounds a declarator rather than parameters. */
    boolean opensDeclarator(int open, Kind kind) {
        return switch (type[open + 1]) {
            case CParser.STAR, CParser.LEFT_PAREN -> true;
            case CParser.AMPERSAND, CParser.AND_AND -> tokens.isCpp();
            case CParser.IDENTIFIER -> {
                boolean convention = type[open + 2] == CParser.STAR && type[match[open] + 1] == CParser.LEFT_PAREN;
                yield convention || kind == Kind.FILE || kind == Kind.BLOCK || kind == Kind.FIELDS || kind == Kind.DECLARATOR;
            }
            default -> false;
        };
    }

    /** Whether the list may declare parameters; a macro that makes a function may be given numbers and texts. */
    boolean holdsParameters(int open) {
        for (int i = open + 1; i < match[open]; i++) {
            switch (type[i]) {
                case CParser.ASSIGN -> i = tokens.isCpp() ? defaultEnd(i, match[open]) : i;
                case CParser.NUMBER, CParser.STRING, CParser.DOT, CParser.ARROW -> {
                    return false;
                }
                case CParser.AMPERSAND -> {
                    if (!tokens.isCpp()) {
                        return false;
                    }
                }
                case CParser.LEFT_PAREN, CParser.LEFT_BRACKET, CParser.LEFT_BRACE -> {
                    if (match[i] > i) {
                        i = match[i];
                    }
                }
                default -> { }
            }
        }
        return true;
    }

    /** Whether the list behind a local name in C++ holds arguments, not parameters: {@code T name(a, 1);} */
    boolean constructs(int open) {
        int i = open + 1;
        if (match[open] < 0 || i == match[open]) {
            return false;
        }
        if (isSpecifier(type[i])) {
            return type[i] == CParser.BASIC_TYPE && type[i + 1] == CParser.LEFT_PAREN;
        }
        if (type[i] != CParser.IDENTIFIER) {
            return type[i] != CParser.ELLIPSIS;
        }
        if (tokens.qualified[i] || scopes.isLikelyType(tokens.text(i))) {
            return type[i + 1] == CParser.LEFT_PAREN;
        }
        return switch (type[i + 1]) {
            case CParser.IDENTIFIER -> false;
            case CParser.STAR, CParser.AMPERSAND, CParser.AND_AND -> scopes.of(tokens.text(i)) == Meaning.VALUE;
            default -> true;
        };
    }

    /** The last token of a default argument. */
    private int defaultEnd(int assign, int close) {
        int i = assign;
        while (i + 1 < close && type[i + 1] != CParser.COMMA) {
            i = match[i + 1] > i ? match[i + 1] : i + 1;
        }
        return i;
    }

    /** Whether an argument of a call, that begins at i, is a type: {@code struct x}, {@code T *}. */
    boolean isTypeArgument(int i, int end) {
        if (i >= end) {
            return false;
        }
        if (isSpecifier(type[i])) {
            return true;
        }
        if (type[i] != CParser.IDENTIFIER) {
            return false;
        }
        int j = i + 1;
        while (j < end && type[j] == CParser.STAR) {
            j++;
        }
        boolean ends = j < end && (type[j] == CParser.COMMA || type[j] == CParser.RIGHT_PAREN);
        if (ends && (j > i + 1 || tokens.qualified[i])) {
            return true;
        }
        return j < end && type[j] == CParser.IDENTIFIER && scopes.of(tokens.text(i)) == Meaning.TYPE;
    }

    /** Whether the parenthesis at {@code open}, where an operand is expected, holds a type name: a cast. */
    boolean opensType(int open, int close, int end) {
        int i = open + 1;
        if (i >= close) {
            return false;
        }
        if (isSpecifier(type[i])) {
            return true;
        }
        if (type[i] != CParser.IDENTIFIER) {
            return false;
        }
        if (tokens.qualified[i]) {
            return true;
        }
        int j = i + 1;
        if (j == close) {
            return isCast(tokens.text(i), close, end);
        }
        return switch (type[j]) {
            case CParser.IDENTIFIER, CParser.BASIC_TYPE -> true;
            case CParser.STAR -> {
                while (type[j] == CParser.STAR) {
                    j++;
                }
                yield j == close || type[j] == CParser.AMPERSAND && j + 1 == close || type[j] == CParser.LEFT_BRACKET && match[j] + 1 == close;
            }
            case CParser.AMPERSAND, CParser.AND_AND -> j + 1 == close;
            case CParser.LEFT_PAREN -> type[j + 1] == CParser.STAR && type[j + 2] == CParser.RIGHT_PAREN && j + 2 < close;
            case CParser.LEFT_BRACKET -> match[j] + 1 == close && close + 1 < end && type[close + 1] == CParser.LEFT_BRACE;
            default -> false;
        };
    }

    /** {@code (name)} before what may be the operand of a cast. */
    private boolean isCast(String name, int close, int end) {
        int next = close + 1 < end ? type[close + 1] : CParser.EOF;
        boolean known = scopes.isLikelyType(name);
        boolean value = scopes.of(name) == Meaning.VALUE;
        return switch (next) {
            case CParser.IDENTIFIER, CParser.NUMBER, CParser.STRING, CParser.PREFIX, CParser.SIZEOF, CParser.SIZEOF_TYPE,
                CParser.OPAQUE_VALUE, CParser.NEW_OBJECT -> true;
            case CParser.LEFT_BRACE -> !value;
            case CParser.LEFT_PAREN, CParser.STAR, CParser.AMPERSAND -> known || !value && isNamedLikeType(name);
            case CParser.PLUS, CParser.MINUS -> known || !value && isNamedLikeType(name) && isSign(close + 1);
            case CParser.INCREMENT, CParser.DECREMENT, CParser.AND_AND -> known;
            default -> false;
        };
    }

    private static boolean isNamedLikeType(String name) {
        return Lexicon.isUpperCase(name) || name.endsWith("_t");
    }

    /** {@code (A)-1} and {@code (A) -1} have a sign, {@code (A) - 1} an operator: a blank behind it tells. */
    private boolean isSign(int operator) {
        Position behind = tokens.buffer.expandedEnd(tokens.last[operator]);
        Position operand = tokens.buffer.expanded(tokens.first[operator + 1]);
        return behind.line() == operand.line() && behind.column() == operand.column();
    }
}
