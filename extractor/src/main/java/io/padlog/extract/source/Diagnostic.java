package io.padlog.extract.source;

import java.util.Objects;

/**
 * Something about the input that its author should know: what could not be read, and what was done instead.
 *
 * @param position where; line 0 when the whole file is meant
 * @param message what is wrong, and what to do
 */
public record Diagnostic(Severity severity, Kind kind, Position position, String message) {
    public Diagnostic {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(position);
        Objects.requireNonNull(message);
    }

    /** How bad it is for the analysis. */
    public enum Severity {
        /** something was lost */
        ERROR,
        /** something was guessed */
        WARNING,
        /** nothing was lost */
        NOTE
    }

    /** What it is about; the coverage counts by this. */
    public enum Kind {
        UNREADABLE_FILE, BUILD_FILE, MISSING_HEADER, INCLUDE_CYCLE, BAD_DIRECTIVE, BAD_TOKEN, MACRO_LIMIT, UNDECIDED_CONDITION,
        OPAQUE_STATEMENT, LOST_FUNCTION, LOST_DECLARATION, TOO_DEEP, LIMIT
    }
}
