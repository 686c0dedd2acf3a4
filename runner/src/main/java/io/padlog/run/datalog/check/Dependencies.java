package io.padlog.run.datalog.check;

import io.padlog.run.datalog.strata.Dependency;
import io.padlog.run.datalog.strata.Dependency.Way;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayList;
import java.util.List;

/** What the clauses of a program read. */
final class Dependencies {
    private Dependencies() {}

    static List<Dependency> of(List<FlatClause> clauses) {
        List<Dependency> dependencies = new ArrayList<>();
        for (FlatClause clause : clauses) {
            String reader = clause.head().relation();
            // A subsumption does not make rows, so its two rows are no reason to compute the relation again.
            List<Literal> body = clause.subsumption() ? clause.body().subList(2, clause.body().size()) : clause.body();
            aggregates(reader, dependencies).over(clause.head());
            for (Literal literal : body) {
                if (literal instanceof Literal.Atom atom) {
                    dependencies.add(new Dependency(reader, atom.relation(), Way.POSITIVE, atom.range()));
                } else if (literal instanceof Literal.Negation negation && negation.literal() instanceof Literal.Atom atom) {
                    dependencies.add(new Dependency(reader, atom.relation(), Way.NEGATION, negation.range()));
                }
                aggregates(reader, dependencies).over(literal);
            }
        }
        return dependencies;
    }

    /** A {@code debug_delta} relation reads what it is made of. */
    static List<Dependency> ofDeltas(List<Item.RelationDeclaration> relations) {
        return relations.stream()
                .flatMap(relation -> relation.deltaOf().stream()
                        .map(origin -> new Dependency(relation.name(), origin, Way.POSITIVE, relation.range())))
                .toList();
    }

    private static Walk aggregates(String reader, List<Dependency> dependencies) {
        return Walk.shallow(argument -> {
            if (argument instanceof Argument.Aggregate aggregate) {
                new Walk(inner -> { }, literal -> {
                    if (literal instanceof Literal.Atom atom) {
                        dependencies.add(new Dependency(reader, atom.relation(), Way.AGGREGATE, atom.range()));
                    }
                }, true).over(aggregate.body());
            }
        });
    }
}
