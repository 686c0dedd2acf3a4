package io.padlog.run.datalog.parse;

import java.util.HashMap;
import java.util.Map;

/** What a token is; those that are always spelled alike have their spelling. */
enum TokenKind {
    END("end of the program"), IDENTIFIER("identifier"), STRING("string"), NUMBER("number"),
    UNSIGNED("unsigned number"), FLOAT("float"),
    DECL(".decl"), FUNCTOR(".functor"), INPUT_DIRECTIVE(".input"), OUTPUT_DIRECTIVE(".output"),
    PRINTSIZE_DIRECTIVE(".printsize"), LIMITSIZE_DIRECTIVE(".limitsize"), TYPE(".type"), COMP(".comp"), INIT(".init"),
    NUMBER_TYPE(".number_type"), SYMBOL_TYPE(".symbol_type"), OVERRIDE(".override"), PRAGMA(".pragma"), PLAN(".plan"),
    LATTICE(".lattice"), INCLUDE(".include"), ONCE(".once"),
    DEBUG_DELTA("debug_delta"), AUTOINC("autoinc"), BAND("band"), BOR("bor"), BXOR("bxor"), BNOT("bnot"), BSHL("bshl"),
    BSHR("bshr"), BSHRU("bshru"), LAND("land"), LOR("lor"), LXOR("lxor"), LNOT("lnot"), MATCH("match"), MEAN("mean"),
    CAT("cat"), ORD("ord"), RANGE("range"), STRLEN("strlen"), SUBSTR("substr"), STATEFUL("stateful"),
    CONTAINS("contains"), OUTPUT("output"), INPUT("input"), OVERRIDABLE("overridable"), PRINTSIZE("printsize"),
    EQREL("eqrel"), INLINE("inline"), NO_INLINE("no_inline"), MAGIC("magic"), NO_MAGIC("no_magic"), BRIE("brie"),
    BTREE_DELETE("btree_delete"), BTREE("btree"), MIN("min"), MAX("max"), AS("as"), NIL("nil"), UNDERSCORE("_"),
    COUNT("count"), SUM("sum"), TRUE("true"), FALSE("false"), TO_FLOAT("to_float"), TO_NUMBER("to_number"),
    TO_STRING("to_string"), TO_UNSIGNED("to_unsigned"), CHOICE_DOMAIN("choice-domain"),
    ITERATION("recursive_iteration_cnt"),
    PIPE("|"), LBRACKET("["), RBRACKET("]"), DOLLAR("$"), PLUS("+"), ARROW("->"), MINUS("-"), LPAREN("("), RPAREN(")"),
    COMMA(","), DOUBLE_COLON("::"), COLON(":"), SEMICOLON(";"), DOT("."), SUBTYPE("<:"), LE("<="), GE(">="), NE("!="),
    EQUALS("="), EXCLAMATION("!"), STAR("*"), SLASH("/"), CARET("^"), PERCENT("%"), LBRACE("{"), RBRACE("}"), LT("<"),
    GT(">"), IF(":-"), AT_NOT("@!"), AT("@"),
    /** opens a line for the preprocessor */
    HASH("#");

    private static final Map<String, TokenKind> WORDS = words();

    private final String spelling;

    TokenKind(String spelling) {
        this.spelling = spelling;
    }

    String spelling() {
        return spelling;
    }

    /** What a word of letters, digits and underscores, or one that begins with a full stop, is. */
    static TokenKind ofWord(String word) {
        return WORDS.getOrDefault(word, IDENTIFIER);
    }

    /** Whether an item of a program begins with it and nothing else does. */
    boolean startsItem() {
        return ordinal() >= DECL.ordinal() && ordinal() <= ONCE.ordinal();
    }

    private static Map<String, TokenKind> words() {
        Map<String, TokenKind> words = new HashMap<>(160);
        for (TokenKind kind : values()) {
            if (kind.ordinal() >= DECL.ordinal() && kind.ordinal() <= ITERATION.ordinal()) {
                words.put(kind.spelling, kind);
            }
        }
        return words;
    }
}
