package io.padlog.run.datalog.syntax;

import java.util.Objects;

/**
 * A stretch of a program's text.
 *
 * @param file the name of the text, as {@link io.padlog.run.datalog.ProgramSource} has it
 * @param line of the first character, from 1
 * @param column of the first character in code points, from 1; a tab is one
 * @param endLine of the character after the last one
 * @param endColumn of the character after the last one
 */
public record Range(String file, int line, int column, int endLine, int endColumn) {
    public Range {
        Objects.requireNonNull(file);
    }

    /** From the beginning of this range to the end of {@code last}. */
    public Range to(Range last) {
        return new Range(file, line, column, last.endLine, last.endColumn);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
