package io.padlog.run.datalog.program;

import io.padlog.run.datalog.syntax.Range;
import java.util.List;

/** A row {@code less} is dropped where another row {@code greater} of the same relation is there and the body holds. */
public record Subsumption(Range range, Goal.Member less, Goal.Member greater, List<Goal> body) {
    public Subsumption {
        body = List.copyOf(body);
    }
}
