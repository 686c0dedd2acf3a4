package io.padlog.extract.parse;

import io.padlog.extract.parse.Scopes.Meaning;

/** What a statement that begins with a name is, judged by the tokens behind the name. */
final class StatementGuess {
    /** What begins with the name. */
    enum Beginning { LABEL, DECLARATION, EXPRESSION, MACRO_WORD, MACRO_CALL, MACRO_LOOP }

    private final UnitTokens tokens;
    private final int[] type;
    private final int[] match;
    private final Scopes scopes;

    StatementGuess(UnitTokens tokens, Scopes scopes) {
        this.tokens = tokens;
        this.type = tokens.type;
        this.match = tokens.match;
        this.scopes = scopes;
    }

    Beginning guess(int i, int end) {
        if (tokens.qualified[i]) {
            return Beginning.DECLARATION;
        }
        int next = i + 1 < end ? type[i + 1] : CParser.EOF;
        return switch (next) {
            case CParser.COLON -> Beginning.LABEL;
            case CParser.IDENTIFIER -> beforeWord(i, end);
            case CParser.STORAGE, CParser.BASIC_TYPE, CParser.STRUCT, CParser.UNION, CParser.ENUM ->
                onNewLine(i, i + 1) && isMacroLike(i, next) ? Beginning.MACRO_WORD : Beginning.DECLARATION;
            case CParser.STAR -> beforeStar(i, end);
            case CParser.AMPERSAND, CParser.AND_AND -> tokens.isCpp() ? beforeReference(i, end) : Beginning.EXPRESSION;
            case CParser.LEFT_PAREN -> beforeParenthesis(i, end);
            case CParser.LEFT_BRACE, CParser.RIGHT_BRACE, CParser.IF, CParser.FOR, CParser.WHILE, CParser.DO, CParser.SWITCH,
                CParser.RETURN, CParser.BREAK, CParser.CONTINUE, CParser.GOTO, CParser.TRY, CParser.LEAVE, CParser.CASE,
                CParser.DEFAULT, CParser.ELSE, CParser.ELSE_IF, CParser.ASM -> Beginning.MACRO_WORD;
            default -> Beginning.EXPRESSION;
        };
    }

    /** {@code T name} is a declaration; {@code MACRO} on a line of its own is a statement. */
    private Beginning beforeWord(int i, int end) {
        int third = i + 2 < end ? type[i + 2] : CParser.EOF;
        switch (third) {
            case CParser.ARROW, CParser.DOT, CParser.INCREMENT, CParser.DECREMENT, CParser.COLON, CParser.INFIX -> {
                return Beginning.MACRO_WORD;
            }
            default -> { }
        }
        if (!onNewLine(i, i + 1) || scopes.isLikelyType(tokens.text(i))) {
            return Beginning.DECLARATION;
        }
        boolean statement = third == CParser.LEFT_PAREN && Lexicon.isUpperCase(tokens.text(i))
            || scopes.of(tokens.text(i + 1)) == Meaning.VALUE && third != CParser.SEMICOLON
            || scopes.of(tokens.text(i)) == Meaning.VALUE
            || scopes.of(tokens.text(i + 1)) == Meaning.TYPE;
        return statement ? Beginning.MACRO_WORD : Beginning.DECLARATION;
    }

    /** {@code a * b;} declares b unless a is known to be a value. */
    private Beginning beforeStar(int i, int end) {
        Meaning meaning = scopes.of(tokens.text(i));
        if (meaning != Meaning.UNKNOWN) {
            return meaning == Meaning.TYPE ? Beginning.DECLARATION : Beginning.EXPRESSION;
        }
        int j = i + 1;
        while (j < end && type[j] == CParser.STAR) {
            j++;
        }
        if (j + 1 >= end || type[j] != CParser.IDENTIFIER) {
            return Beginning.EXPRESSION;
        }
        return switch (type[j + 1]) {
            case CParser.SEMICOLON, CParser.ASSIGN, CParser.COMMA, CParser.LEFT_BRACKET, CParser.RIGHT_PAREN,
                CParser.LEFT_PAREN, CParser.IDENTIFIER, CParser.ASM -> Beginning.DECLARATION;
            default -> Beginning.EXPRESSION;
        };
    }

    /** {@code T &name = value;} */
    private Beginning beforeReference(int i, int end) {
        boolean named = i + 3 < end && type[i + 2] == CParser.IDENTIFIER && scopes.of(tokens.text(i)) != Meaning.VALUE;
        boolean declares = named && switch (type[i + 3]) {
            case CParser.ASSIGN, CParser.LEFT_PAREN, CParser.LEFT_BRACE, CParser.COLON -> true;
            default -> false;
        };
        return declares ? Beginning.DECLARATION : Beginning.EXPRESSION;
    }

    private Beginning beforeParenthesis(int i, int end) {
        int close = match[i + 1];
        if (close < 0) {
            return Beginning.EXPRESSION;
        }
        boolean isType = scopes.isLikelyType(tokens.text(i));
        if (declaresPointer(i + 1, close, end, isType)) {
            return Beginning.DECLARATION;
        }
        int next = close + 1 < end ? type[close + 1] : CParser.EOF;
        if (next == CParser.ASSIGN && type[close + 2] == CParser.LEFT_BRACE) {
            return Beginning.DECLARATION;
        }
        Beginning beginning = beforeCallAnd(next, close, end);
        return beginning == Beginning.MACRO_CALL && isIndented(i, close) ? Beginning.MACRO_LOOP : beginning;
    }

    /** The statement behind a loop's head is on a line of its own, farther to the right. */
    private boolean isIndented(int head, int close) {
        int next = close + 1;
        return type[next] != CParser.RIGHT_BRACE && type[next] != CParser.ELSE && type[next] != CParser.ELSE_IF
            && type[next] != CParser.CASE && type[next] != CParser.DEFAULT && onNewLine(close, next)
            && column(next) > column(head) && onNewLine(head - 1, head);
    }

    private int column(int token) {
        return tokens.buffer.expanded(tokens.first[token]).column();
    }

    private Beginning beforeCallAnd(int next, int close, int end) {
        return switch (next) {
            case CParser.LEFT_BRACE -> Beginning.MACRO_LOOP;
            case CParser.RIGHT_BRACE, CParser.IF, CParser.FOR, CParser.WHILE, CParser.DO, CParser.SWITCH, CParser.RETURN,
                CParser.BREAK, CParser.CONTINUE, CParser.GOTO, CParser.TRY, CParser.LEAVE, CParser.CASE, CParser.DEFAULT,
                CParser.ASM, CParser.ELSE, CParser.ELSE_IF -> Beginning.MACRO_CALL;
            case CParser.STORAGE, CParser.BASIC_TYPE, CParser.STRUCT, CParser.UNION, CParser.ENUM ->
                onNewLine(close, close + 1) ? Beginning.MACRO_CALL : Beginning.DECLARATION;
            case CParser.IDENTIFIER -> {
                int third = close + 2 < end ? type[close + 2] : CParser.EOF;
                boolean declarator = third == CParser.SEMICOLON || third == CParser.ASSIGN || third == CParser.COMMA
                    || third == CParser.LEFT_BRACKET;
                yield declarator && !onNewLine(close, close + 1) ? Beginning.DECLARATION : Beginning.MACRO_CALL;
            }
            case CParser.STAR, CParser.INCREMENT, CParser.DECREMENT, CParser.LEFT_PAREN ->
                onNewLine(close, close + 1) ? Beginning.MACRO_CALL : Beginning.EXPRESSION;
            default -> Beginning.EXPRESSION;
        };
    }

    /** {@code T (*name)(…)}, as opposed to the call {@code f(*p)}. */
    private boolean declaresPointer(int open, int close, int end, boolean isType) {
        if (type[open + 1] != CParser.STAR && !(isType && type[open + 1] == CParser.IDENTIFIER)) {
            return false;
        }
        int behind = close + 1 < end ? type[close + 1] : CParser.EOF;
        return behind == CParser.LEFT_PAREN || isType
            && (behind == CParser.LEFT_BRACKET || behind == CParser.ASSIGN || behind == CParser.SEMICOLON);
    }

    /** Whether a name before a token of the type given is rather a macro than a type. */
    boolean isMacroLike(int i, int next) {
        return Lexicon.isUpperCase(tokens.text(i)) && next != CParser.STAR && !scopes.isLikelyType(tokens.text(i));
    }

    boolean onNewLine(int before, int token) {
        return tokens.isNewLine(before, token);
    }

    /** Whether a statement goes on with a token of this type behind its block or semicolon. */
    boolean goesOn(int next) {
        return switch (next) {
            case CParser.ELSE, CParser.ELSE_IF, CParser.EXCEPT, CParser.FINALLY, CParser.BARE_WHILE, CParser.WHILE,
                CParser.CPP_CATCH -> true;
            default -> false;
        };
    }

    /** @return the end, exclusive, of the statement at {@code start} */
    int end(int start, int limit) {
        int i = start;
        while (i < limit) {
            switch (type[i]) {
                case CParser.SEMICOLON -> {
                    if (!goesOn(i + 1 < limit ? type[i + 1] : CParser.EOF)) {
                        return i + 1;
                    }
                    i++;
                }
                case CParser.RIGHT_BRACE -> {
                    return Math.max(i, start + 1);
                }
                case CParser.LEFT_BRACE, CParser.LEFT_PAREN, CParser.LEFT_BRACKET, CParser.CAST, CParser.LITERAL,
                        CParser.NESTED, CParser.CONSTRUCT, CParser.LIST -> {
                    boolean brace = type[i] == CParser.LEFT_BRACE;
                    i = match[i] > i ? Math.min(match[i] + 1, limit) : brace ? limit : i + 1;
                    if (brace && endsBehindBrace(i < limit ? type[i] : CParser.EOF)) {
                        return i;
                    }
                }
                default -> i++;
            }
        }
        return limit;
    }

    private boolean endsBehindBrace(int next) {
        return !goesOn(next) && next != CParser.SEMICOLON && next != CParser.COMMA && next != CParser.RIGHT_PAREN;
    }
}
