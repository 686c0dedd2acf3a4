package io.padlog.run.datalog.parse;

import java.util.List;
import java.util.Objects;

/**
 * A text that a program is made of.
 *
 * @param name as {@link io.padlog.run.datalog.ProgramSource} has it
 * @param includes in the order in which they stand in the text
 */
public record Source(String name, String text, List<Include> includes) {
    public Source {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
        includes = List.copyOf(includes);
    }

    /**
     * An {@code .include}.
     *
     * @param begin index of the full stop in the text
     * @param end index after the closing quote
     * @param target name of the included source
     * @param first whether its text is taken here; it is the first time only
     */
    public record Include(int begin, int end, String target, boolean first) {}
}
