package io.padlog.run.datalog.check;

import io.padlog.run.datalog.Warning;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Item.RelationDeclaration;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with clauses before types are known: names, arities, where {@code _} may stand. */
final class ClauseChecks {
    private final Declarations declarations;
    private final Report report;

    ClauseChecks(Declarations declarations, Report report) {
        this.declarations = declarations;
        this.report = report;
    }

    /** Whether the clause can be checked further. */
    boolean check(FlatClause clause) {
        int before = report.reported();
        Walk all = new Walk(this::argument, this::literal, true);
        all.over(clause.head());
        all.over(clause.body());
        Walk.shallow(argument -> {
            if (argument instanceof Argument.Unnamed) {
                report.error(argument.range(), "'_' may not stand in the head of a clause");
            }
        }).over(clause.head());
        if (clause.isFact()) {
            Walk.shallow(this::constant).over(clause.head());
        }
        if (clause.subsumption()) {
            subsumption(clause);
        }
        return report.reported() == before;
    }

    private void subsumption(FlatClause clause) {
        if (clause.body().get(1) instanceof Literal.Atom greater && !greater.relation().equals(clause.head().relation())) {
            report.error(clause.range(), "a subsumption must compare rows of the same relation, not of '"
                    + clause.head().relation() + "' and '" + greater.relation() + "'");
        }
    }

    private void literal(Literal literal) {
        if (literal instanceof Literal.Atom atom) {
            atom(atom);
        } else if (literal instanceof Literal.Constraint constraint) {
            boolean matches = constraint.comparison() == Comparison.EQUAL
                    && (constraint.left() instanceof Argument.Structure || constraint.right() instanceof Argument.Structure);
            if (!matches) {
                unnamed(constraint.left());
                unnamed(constraint.right());
            }
        }
    }

    private void atom(Literal.Atom atom) {
        Optional<RelationDeclaration> relation = declarations.relation(atom.relation());
        if (relation.isEmpty()) {
            report.error(atom.range(), "unknown relation '" + atom.relation() + "'"
                    + Names.suggestion(atom.relation(), declarations.relations().keySet()));
            return;
        }
        int arity = relation.get().attributes().size();
        if (arity != atom.arguments().size()) {
            report.error(atom.range(), "relation '" + atom.relation() + "' has " + count(arity, "attribute") + ", not "
                    + atom.arguments().size());
        }
    }

    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** Fields of records may be {@code _}; any other part of a constraint must have a value. */
    private void unnamed(Argument side) {
        if (side instanceof Argument.Unnamed) {
            report.error(side.range(), "'_' may not be compared");
        }
    }

    private void argument(Argument argument) {
        if (argument instanceof Argument.UserCall call && declarations.functor(call.name()).isEmpty()) {
            report.error(call.range(), "unknown functor '@" + call.name() + "'"
                    + Names.suggestion(call.name(), declarations.functors().keySet()));
        } else if (argument instanceof Argument.UserAggregate aggregate) {
            report.error(aggregate.range(), "user-defined aggregates are not supported");
        } else if (argument instanceof Argument.Call call) {
            call.arguments().forEach(this::operand);
            boolean fits = Overloads.of(call.functor()).stream().anyMatch(cur -> cur.accepts(call.arguments().size()));
            if (!fits) {
                report.error(call.range(), "'" + call.functor().spelling() + "' does not take "
                        + count(call.arguments().size(), "argument"));
            }
        } else if (argument instanceof Argument.UserCall call) {
            call.arguments().forEach(this::operand);
        }
    }

    private void operand(Argument operand) {
        if (operand instanceof Argument.Unnamed) {
            report.error(operand.range(), "'_' has no value to compute with");
        }
    }

    private void constant(Argument argument) {
        if (argument instanceof Argument.Variable variable) {
            report.error(variable.range(), "a fact may not have variables, and '" + Scopes.shown(variable.name())
                    + "' is one; a string is written in quotes");
        } else if (argument instanceof Argument.Counter) {
            report.error(argument.range(), "a fact may not have a counter");
        } else if (argument instanceof Argument.Iteration) {
            report.error(argument.range(), "a fact may not ask for the round of a recursion");
        }
    }

    /** Warns of variables that stand only once in the clauses of one rule, and so say nothing. */
    void warnOfSingles(List<FlatClause> clauses) {
        Map<Range, List<FlatClause>> rules = new LinkedHashMap<>();
        clauses.forEach(clause -> rules.computeIfAbsent(clause.range(), any -> new ArrayList<>()).add(clause));
        for (List<FlatClause> rule : rules.values()) {
            Set<String> used = new HashSet<>();
            Map<String, Range> singles = new LinkedHashMap<>();
            for (FlatClause clause : rule) {
                Walk.arguments(argument -> {
                    if (argument instanceof Argument.Variable variable) {
                        used.add(variable.name());
                    }
                }).over(clause.head());
                singles(clause, used, singles);
            }
            for (Map.Entry<String, Range> single : singles.entrySet()) {
                if (!used.contains(single.getKey())) {
                    report.warn(Warning.VAR_APPEARS_ONCE, single.getValue(), "variable '" + single.getKey() + "' occurs only once; write '_'");
                }
            }
        }
    }

    private static void singles(FlatClause clause, Set<String> used, Map<String, Range> singles) {
        Set<String> here = new HashSet<>();
        Walk.arguments(argument -> {
            if (argument instanceof Argument.Variable variable && !variable.name().startsWith("_")) {
                if (!here.add(variable.name())) {
                    used.add(variable.name());
                }
                singles.putIfAbsent(variable.name(), variable.range());
            }
        }).over(clause.body());
    }
}
