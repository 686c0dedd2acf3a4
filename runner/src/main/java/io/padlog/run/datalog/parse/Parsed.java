package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.syntax.Program;
import java.util.List;

/**
 * What came of parsing.
 *
 * @param program all that could be read
 * @param sources the text of the program, then those that it includes, in the order in which they are met
 * @param problems by place; with an error among them the program is not whole
 */
public record Parsed(Program program, List<Source> sources, List<Problem> problems) {
    public Parsed {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }
}
