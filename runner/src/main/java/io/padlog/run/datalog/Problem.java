package io.padlog.run.datalog;

import io.padlog.run.datalog.syntax.Range;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Something wrong in a program, told to its author: what, where, and what to do.
 *
 * @param warning which one it is; empty for an error, and for a warning that was read from another program's output
 */
public record Problem(Severity severity, Range range, String message, Optional<Warning> warning) {
    /** Sources in the order of their names, then from top to bottom. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing((Problem problem) -> problem.range().file())
            .thenComparingInt(problem -> problem.range().line())
            .thenComparingInt(problem -> problem.range().column())
            .thenComparing(Problem::message);

    /** How bad it is. */
    public enum Severity {
        /** the program has no meaning, or one that is not supported */
        ERROR,
        /** the program is probably not what was meant */
        WARNING
    }

    public Problem {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(range);
        Objects.requireNonNull(message);
        Objects.requireNonNull(warning);
    }

    public static Problem error(Range range, String message) {
        return new Problem(Severity.ERROR, range, message, Optional.empty());
    }

    public static Problem warning(Range range, String message) {
        return new Problem(Severity.WARNING, range, message, Optional.empty());
    }

    public static Problem warning(Warning warning, Range range, String message) {
        return new Problem(Severity.WARNING, range, message, Optional.of(warning));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file:line:column: message} */
    @Override
    public String toString() {
        return range + ": " + message;
    }
}
