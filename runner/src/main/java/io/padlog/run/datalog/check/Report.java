package io.padlog.run.datalog.check;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.Warning;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems; one that is found twice, in two instances of a component say, is told once. */
final class Report {
    private final Set<Problem> problems = new LinkedHashSet<>();
    private int errors;
    private int reported;

    void error(Range range, String message) {
        reported++;
        if (problems.add(Problem.error(range, message))) {
            errors++;
        }
    }

    void warn(Warning warning, Range range, String message) {
        problems.add(Problem.warning(warning, range, message));
    }

    /** How many different errors there are. */
    int errors() {
        return errors;
    }

    /** How often an error was reported, the same one again included: each arm of a disjunction has those of what is around. */
    int reported() {
        return reported;
    }

    List<Problem> sorted() {
        List<Problem> list = new ArrayList<>(problems);
        list.sort(Problem.BY_PLACE);
        return list;
    }
}
