package io.padlog.run.datalog.syntax;

/** The functors that are part of the language. */
public enum Functor {
    NEGATE("-", Form.PREFIX), BNOT("bnot", Form.PREFIX), LNOT("lnot", Form.PREFIX),
    ADD("+", Form.INFIX), SUBTRACT("-", Form.INFIX), MULTIPLY("*", Form.INFIX), DIVIDE("/", Form.INFIX),
    MODULO("%", Form.INFIX), POWER("^", Form.INFIX),
    BAND("band", Form.INFIX), BOR("bor", Form.INFIX), BXOR("bxor", Form.INFIX),
    BSHL("bshl", Form.INFIX), BSHR("bshr", Form.INFIX), BSHRU("bshru", Form.INFIX),
    LAND("land", Form.INFIX), LOR("lor", Form.INFIX), LXOR("lxor", Form.INFIX),
    MAX("max", Form.CALL), MIN("min", Form.CALL), CAT("cat", Form.CALL), ORD("ord", Form.CALL),
    STRLEN("strlen", Form.CALL), SUBSTR("substr", Form.CALL), RANGE("range", Form.CALL),
    TO_NUMBER("to_number", Form.CALL), TO_STRING("to_string", Form.CALL), TO_FLOAT("to_float", Form.CALL),
    TO_UNSIGNED("to_unsigned", Form.CALL);

    /** How a functor is written. */
    public enum Form { PREFIX, INFIX, CALL }

    private final String spelling;
    private final Form form;

    Functor(String spelling, Form form) {
        this.spelling = spelling;
        this.form = form;
    }

    public String spelling() {
        return spelling;
    }

    public Form form() {
        return form;
    }
}
