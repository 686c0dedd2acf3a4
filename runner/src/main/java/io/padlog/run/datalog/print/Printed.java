package io.padlog.run.datalog.print;

import io.padlog.run.datalog.syntax.Range;
import java.util.List;

/**
 * A program's text.
 *
 * @param lines what stands on each line of the text, as the program it came from has it
 */
public record Printed(String text, List<Range> lines) {
    public Printed {
        lines = List.copyOf(lines);
    }
}
