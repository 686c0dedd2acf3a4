package io.padlog.run.engine.embedded;

/** What {@link Expression.Apply} computes. Without prefix: on signed numbers, or the same for all; U_ unsigned, F_ float, S_ symbols. */
enum Operator {
    NEGATE, F_NEGATE, BNOT, LNOT,
    ADD, F_ADD, SUBTRACT, F_SUBTRACT, MULTIPLY, F_MULTIPLY, DIVIDE, U_DIVIDE, F_DIVIDE, MODULO, U_MODULO,
    POWER, U_POWER, F_POWER,
    BAND, BOR, BXOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, LAND, LOR, LXOR,
    MAX, U_MAX, F_MAX, S_MAX, MIN, U_MIN, F_MIN, S_MIN,
    /** any number of operands */
    CAT,
    STRLEN, SUBSTR,
    NUMBER_TO_FLOAT, NUMBER_TO_SYMBOL, UNSIGNED_TO_FLOAT, UNSIGNED_TO_SYMBOL,
    FLOAT_TO_NUMBER, FLOAT_TO_UNSIGNED, FLOAT_TO_SYMBOL, SYMBOL_TO_NUMBER, SYMBOL_TO_UNSIGNED, SYMBOL_TO_FLOAT;

    /** Whether it ends the evaluation for some operands; such a bind waits until it is needed. */
    boolean mayFail() {
        return switch (this) {
            case DIVIDE, U_DIVIDE, MODULO, U_MODULO, SYMBOL_TO_NUMBER, SYMBOL_TO_UNSIGNED, SYMBOL_TO_FLOAT -> true;
            case NEGATE, F_NEGATE, BNOT, LNOT, ADD, F_ADD, SUBTRACT, F_SUBTRACT, MULTIPLY, F_MULTIPLY, F_DIVIDE, POWER,
                    U_POWER, F_POWER, BAND, BOR, BXOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, LAND, LOR, LXOR,
                    MAX, U_MAX, F_MAX, S_MAX, MIN, U_MIN, F_MIN, S_MIN, CAT, STRLEN, SUBSTR, NUMBER_TO_FLOAT,
                    NUMBER_TO_SYMBOL, UNSIGNED_TO_FLOAT, UNSIGNED_TO_SYMBOL, FLOAT_TO_NUMBER, FLOAT_TO_UNSIGNED,
                    FLOAT_TO_SYMBOL -> false;
        };
    }

    /** Whether its result may be a symbol that was not there before. */
    boolean makesSymbol() {
        return switch (this) {
            case CAT, SUBSTR, NUMBER_TO_SYMBOL, UNSIGNED_TO_SYMBOL, FLOAT_TO_SYMBOL -> true;
            case NEGATE, F_NEGATE, BNOT, LNOT, ADD, F_ADD, SUBTRACT, F_SUBTRACT, MULTIPLY, F_MULTIPLY, DIVIDE, U_DIVIDE,
                    F_DIVIDE, MODULO, U_MODULO, POWER, U_POWER, F_POWER, BAND, BOR, BXOR, SHIFT_LEFT, SHIFT_RIGHT,
                    SHIFT_RIGHT_UNSIGNED, LAND, LOR, LXOR, MAX, U_MAX, F_MAX, S_MAX, MIN, U_MIN, F_MIN, S_MIN, STRLEN,
                    NUMBER_TO_FLOAT, UNSIGNED_TO_FLOAT, FLOAT_TO_NUMBER, FLOAT_TO_UNSIGNED, SYMBOL_TO_NUMBER,
                    SYMBOL_TO_UNSIGNED, SYMBOL_TO_FLOAT -> false;
        };
    }
}
