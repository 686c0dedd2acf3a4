package io.padlog.extract.token;

/** What a token is. Keywords are identifiers here: which of them are words of the language, the parser knows. */
public enum TokenKind {
    IDENTIFIER(""), INTEGER(""), FLOATING(""), CHARACTER(""), STRING(""),
    LEFT_PAREN("("), RIGHT_PAREN(")"), LEFT_BRACKET("["), RIGHT_BRACKET("]"), LEFT_BRACE("{"), RIGHT_BRACE("}"),
    SEMICOLON(";"), COMMA(","), COLON(":"), DOUBLE_COLON("::"), QUESTION("?"), DOT("."), ARROW("->"), ELLIPSIS("..."),
    PLUS("+"), MINUS("-"), STAR("*"), SLASH("/"), PERCENT("%"), INCREMENT("++"), DECREMENT("--"),
    AMPERSAND("&"), BAR("|"), CARET("^"), TILDE("~"), EXCLAMATION("!"), AND_AND("&&"), OR_OR("||"),
    SHIFT_LEFT("<<"), SHIFT_RIGHT(">>"), LESS("<"), GREATER(">"), LESS_EQUAL("<="), GREATER_EQUAL(">="),
    EQUAL_EQUAL("=="), NOT_EQUAL("!="), ASSIGN("="), PLUS_ASSIGN("+="), MINUS_ASSIGN("-="), STAR_ASSIGN("*="),
    SLASH_ASSIGN("/="), PERCENT_ASSIGN("%="), SHIFT_LEFT_ASSIGN("<<="), SHIFT_RIGHT_ASSIGN(">>="),
    AND_ASSIGN("&="), OR_ASSIGN("|="), XOR_ASSIGN("^="), HASH("#"), HASH_HASH("##"),
    /** a byte or character that no C token begins with */
    UNKNOWN(""),
    END_OF_FILE("");

    private final String spelling;

    TokenKind(String spelling) {
        this.spelling = spelling;
    }

    /** How a punctuator is written; empty for the kinds with many spellings. */
    public String spelling() {
        return spelling;
    }
}
