package io.padlog.run.datalog.check;

import io.padlog.run.datalog.program.Stratum;
import io.padlog.run.datalog.strata.Dependency;
import io.padlog.run.datalog.strata.Strata;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Item.Qualifier;
import io.padlog.run.datalog.syntax.Item.RelationDeclaration;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What relations can be inlined, and where. */
final class InlineChecks {
    private final FlatProgram program;
    private final Report report;
    private final Set<String> inlined = new HashSet<>();
    private final Set<String> introducing = new HashSet<>();

    InlineChecks(FlatProgram program, Report report) {
        this.program = program;
        this.report = report;
        for (RelationDeclaration relation : program.relations()) {
            if (isInlined(relation)) {
                inlined.add(relation.name());
            }
        }
    }

    static boolean isInlined(RelationDeclaration relation) {
        return relation.qualifiers().contains(Qualifier.INLINE) && !relation.qualifiers().contains(Qualifier.NO_INLINE);
    }

    void check(List<Dependency> dependencies) {
        if (inlined.isEmpty()) {
            return;
        }
        for (Item.Directive directive : program.directives()) {
            if (inlined.contains(directive.relation())) {
                report.error(declaration(directive.relation()), "'" + directive.relation() + "' is inlined, so it has no rows to"
                        + " read or write as " + directive.range() + " wants");
            }
        }
        List<Dependency> inner = new ArrayList<>(dependencies);
        inner.removeIf(cur -> !inlined.contains(cur.reader()) || !inlined.contains(cur.read()));
        Strata strata = new Strata(inlined, inner);
        for (Stratum stratum : strata.strata()) {
            if (stratum.recursive()) {
                report.error(declaration(stratum.relations().get(0)), "relations that depend on themselves cannot be inlined: "
                        + String.join(", ", stratum.relations()));
            }
        }
        for (FlatClause clause : program.clauses()) {
            if (inlined.contains(clause.head().relation())) {
                definition(clause);
            }
        }
        program.clauses().forEach(this::uses);
    }

    private Range declaration(String relation) {
        return program.relations().stream()
                .filter(declaration -> declaration.name().equals(relation))
                .findFirst()
                .orElseThrow()
                .range();
    }

    private void definition(FlatClause clause) {
        Set<String> head = new HashSet<>();
        collect(head).over(clause.head());
        Set<String> body = new HashSet<>();
        collect(body).over(clause.body());
        if (!head.containsAll(body)) {
            introducing.add(clause.head().relation());
        }
        Walk counters = Walk.arguments(this::counter);
        counters.over(clause.head());
        counters.over(clause.body());
        if (clause.subsumption()) {
            report.error(clause.range(), "'" + clause.head().relation() + "' has a subsumption, so it cannot be inlined");
        }
    }

    private static Walk collect(Set<String> names) {
        return Walk.arguments(argument -> {
            if (argument instanceof Argument.Variable variable) {
                names.add(variable.name());
            }
        });
    }

    private void counter(Argument argument) {
        if (argument instanceof Argument.Counter) {
            report.error(argument.range(), "a counter cannot be inlined");
        }
    }

    private void uses(FlatClause clause) {
        for (Literal literal : clause.body()) {
            if (literal instanceof Literal.Negation negation && negation.literal() instanceof Literal.Atom atom
                    && inlined.contains(atom.relation())) {
                negated(negation, atom);
            }
            if (literal instanceof Literal.Atom atom && inlined.contains(atom.relation())) {
                Walk.arguments(this::counter).over(atom);
            }
            aggregates().over(literal);
        }
        aggregates().over(clause.head());
    }

    private Walk aggregates() {
        return Walk.shallow(argument -> {
            if (argument instanceof Argument.Aggregate aggregate) {
                new Walk(inner -> { }, literal -> {
                    if (literal instanceof Literal.Atom atom && inlined.contains(atom.relation())) {
                        report.error(atom.range(), "'" + atom.relation() + "' is inlined, which is not possible in an aggregate");
                    }
                }, true).over(aggregate.body());
            }
        });
    }

    private void negated(Literal.Negation negation, Literal.Atom atom) {
        if (introducing.contains(atom.relation())) {
            report.error(negation.range(), "'" + atom.relation() + "' is inlined and has variables of its own, so it cannot be"
                    + " negated");
        }
        Walk.shallow(argument -> {
            if (argument instanceof Argument.Unnamed) {
                report.error(argument.range(), "'" + atom.relation() + "' is inlined, so its negation may not have '_'");
            }
        }).over(atom);
    }
}
