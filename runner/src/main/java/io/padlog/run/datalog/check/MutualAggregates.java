package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds aggregates of a clause that, each read for itself, need a variable that only the other's atoms bind. Soufflé refuses
 * them even where a third literal binds these variables, since a reader cannot tell whose they are.
 */
final class MutualAggregates {
    private final Report report;

    MutualAggregates(Report report) {
        this.report = report;
    }

    /** A literal with aggregates in it, and the variables of all its depth. */
    private record Part(List<Argument.Aggregate> aggregates, Set<String> variables, Set<String> bound) {
        boolean needs(Part other) {
            return variables.stream().anyMatch(name -> !bound.contains(name) && other.bound.contains(name));
        }
    }

    void check(FlatClause clause) {
        List<Part> parts = new ArrayList<>();
        for (Literal literal : clause.body()) {
            Part part = part(literal);
            if (!part.aggregates.isEmpty()) {
                parts.add(part);
            }
        }
        for (Part part : parts) {
            if (parts.stream().anyMatch(other -> part.needs(other) && other.needs(part))) {
                part.aggregates.forEach(aggregate -> report.error(aggregate.range(), "this aggregate and another have"
                        + " variables that only the other one's atoms bind; give variables of their own other names"));
            }
        }
    }

    private static Part part(Literal literal) {
        List<Argument.Aggregate> aggregates = new ArrayList<>();
        Set<String> variables = new HashSet<>();
        List<Literal> literals = new ArrayList<>();
        Set<Literal> negated = Collections.newSetFromMap(new IdentityHashMap<>());
        new Walk(argument -> {
            if (argument instanceof Argument.Aggregate aggregate) {
                aggregates.add(aggregate);
            } else if (argument instanceof Argument.Variable variable) {
                variables.add(variable.name());
            }
        }, inner -> {
            if (inner instanceof Literal.Negation negation) {
                negated.add(negation.literal());
            } else if (!negated.contains(inner)) {
                literals.add(inner);
            }
        }, true).over(literal);
        return new Part(aggregates, variables, aggregates.isEmpty() ? Set.of() : Grounding.bound(literals, Set.of()));
    }
}
