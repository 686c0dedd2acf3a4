package io.padlog.run.datalog.syntax;

/** What a constraint tests. The last four come only from negating {@code match} and {@code contains}, or are these. */
public enum Comparison {
    EQUAL("="), NOT_EQUAL("!="), LESS("<"), LESS_EQUAL("<="), GREATER(">"), GREATER_EQUAL(">="),
    /** the pattern on the left matches the whole text on the right */
    MATCH("match"),
    NOT_MATCH("!match"),
    /** the text on the left stands somewhere in the text on the right */
    CONTAINS("contains"),
    NOT_CONTAINS("!contains");

    private final String spelling;

    Comparison(String spelling) {
        this.spelling = spelling;
    }

    public String spelling() {
        return spelling;
    }

    /** The comparison that holds exactly when this one does not. */
    public Comparison negated() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> GREATER_EQUAL;
            case LESS_EQUAL -> GREATER;
            case GREATER -> LESS_EQUAL;
            case GREATER_EQUAL -> LESS;
            case MATCH -> NOT_MATCH;
            case NOT_MATCH -> MATCH;
            case CONTAINS -> NOT_CONTAINS;
            case NOT_CONTAINS -> CONTAINS;
        };
    }
}
