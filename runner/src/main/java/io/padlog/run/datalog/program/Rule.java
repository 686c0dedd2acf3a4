package io.padlog.run.datalog.program;

import io.padlog.run.datalog.syntax.Item.Plan;
import io.padlog.run.datalog.syntax.Range;
import java.util.List;
import java.util.Optional;

/** {@code head :- body.} with one head and no disjunction. A fact has an empty body. */
public record Rule(Range range, Goal.Member head, List<Goal> body, Optional<Plan> plan) {
    public Rule {
        body = List.copyOf(body);
    }
}
