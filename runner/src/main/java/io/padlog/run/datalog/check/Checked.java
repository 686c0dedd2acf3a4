package io.padlog.run.datalog.check;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.program.CheckedProgram;
import java.util.List;
import java.util.Optional;

/**
 * What came of checking.
 *
 * @param program empty if there are errors
 * @param problems errors and warnings, by place
 */
public record Checked(Optional<CheckedProgram> program, List<Problem> problems) {
    public Checked {
        problems = List.copyOf(problems);
    }
}
