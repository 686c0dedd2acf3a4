package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Item.Plan;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.util.List;
import java.util.Optional;

/**
 * A clause with one head, and a body of atoms, negated atoms, constraints and truths. A subsumption has its less row as
 * head, and both rows as the first two literals of its body.
 */
record FlatClause(
        Range range, Literal.Atom head, List<Literal> body, Optional<Plan> plan, boolean subsumption) {
    FlatClause {
        body = List.copyOf(body);
    }

    boolean isFact() {
        return body.isEmpty();
    }

    FlatClause withBody(List<Literal> newBody) {
        return new FlatClause(range, head, newBody, plan, subsumption);
    }
}
