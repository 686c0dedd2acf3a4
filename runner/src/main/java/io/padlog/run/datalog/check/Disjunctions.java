package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.List;

/** Splits clauses so that each has one head and no disjunction, and moves negations to atoms and constraints. */
final class Disjunctions {
    /** A rule that stands for more clauses than this is refused. */
    static final int MAX_ALTERNATIVES = 10_000;

    private final Report report;

    Disjunctions(Report report) {
        this.report = report;
    }

    void split(Item.Clause clause, List<FlatClause> clauses) {
        List<List<Literal>> bodies = alternatives(clause.body(), clause.range());
        for (Literal.Atom head : clause.heads()) {
            for (List<Literal> body : bodies) {
                clauses.add(new FlatClause(clause.range(), head, body, clause.plan(), false));
            }
        }
    }

    void split(Item.Subsumption clause, List<FlatClause> clauses) {
        Literal.Atom less = named(clause.less());
        for (List<Literal> body : alternatives(clause.body(), clause.range())) {
            List<Literal> whole = new ArrayList<>();
            whole.add(less);
            whole.add(clause.greater());
            whole.addAll(body);
            clauses.add(new FlatClause(clause.range(), less, whole, clause.plan(), true));
        }
    }

    /** The bodies that together hold exactly where the literals all hold. */
    List<List<Literal>> alternatives(List<Literal> literals, Range range) {
        return conjunction(literals, false, range);
    }

    /** A head may have no {@code _}, but the less row of a subsumption means any value by it. */
    private static Literal.Atom named(Literal.Atom atom) {
        List<Argument> arguments = new ArrayList<>();
        for (Argument argument : atom.arguments()) {
            boolean unnamed = argument instanceof Argument.Unnamed;
            arguments.add(unnamed ? new Argument.Variable(argument.range(), "_'" + arguments.size()) : argument);
        }
        return new Literal.Atom(atom.range(), atom.relation(), arguments);
    }

    private List<List<Literal>> alternatives(Literal literal, boolean negated) {
        return literal.fold(new Literal.Cases<>() {
            @Override
            public List<List<Literal>> onAtom(Literal.Atom atom) {
                return one(negated ? new Literal.Negation(atom.range(), atom) : atom);
            }

            @Override
            public List<List<Literal>> onNegation(Literal.Negation negation) {
                return alternatives(negation.literal(), !negated);
            }

            @Override
            public List<List<Literal>> onConjunction(Literal.Conjunction conjunction) {
                return negated ? disjunction(conjunction.literals(), true, literal.range())
                        : conjunction(conjunction.literals(), false, literal.range());
            }

            @Override
            public List<List<Literal>> onDisjunction(Literal.Disjunction disjunction) {
                return negated ? conjunction(disjunction.literals(), true, literal.range())
                        : disjunction(disjunction.literals(), false, literal.range());
            }

            @Override
            public List<List<Literal>> onConstraint(Literal.Constraint constraint) {
                Comparison comparison = negated ? constraint.comparison().negated() : constraint.comparison();
                return recordEquality(new Literal.Constraint(
                        constraint.range(),
                        comparison,
                        witnessed(constraint.left(), constraint.right()),
                        witnessed(constraint.right(), constraint.left())));
            }

            @Override
            public List<List<Literal>> onTruth(Literal.Truth truth) {
                return one(new Literal.Truth(truth.range(), truth.value() != negated));
            }
        });
    }

    /** {@code _ = max x : …} asks only for the witnesses of an aggregate; its value gets a name that no source has. */
    private static Argument witnessed(Argument side, Argument other) {
        boolean ignored = side instanceof Argument.Unnamed && other instanceof Argument.Aggregate;
        return ignored ? new Argument.Variable(side.range(), "_'" + side.range().line() + "_" + side.range().column()) : side;
    }

    /** {@code [a, b] = [c, d]} says nothing of the record's type; field by field it need not. */
    private List<List<Literal>> recordEquality(Literal.Constraint constraint) {
        if (constraint.comparison() == Comparison.EQUAL
                && constraint.left() instanceof Argument.Structure left
                && constraint.right() instanceof Argument.Structure right
                && left.fields().size() == right.fields().size()
                && !left.fields().isEmpty()) {
            List<Literal> fields = new ArrayList<>();
            for (int field = 0; field < left.fields().size(); field++) {
                fields.add(new Literal.Constraint(
                        constraint.range(), Comparison.EQUAL, left.fields().get(field), right.fields().get(field)));
            }
            return conjunction(fields, false, constraint.range());
        }
        return one(constraint);
    }

    private static List<List<Literal>> one(Literal literal) {
        return List.of(List.of(literal));
    }

    private List<List<Literal>> disjunction(List<Literal> literals, boolean negated, Range range) {
        List<List<Literal>> result = new ArrayList<>();
        for (Literal literal : literals) {
            result.addAll(alternatives(literal, negated));
            if (tooMany(result.size(), range)) {
                return List.of();
            }
        }
        return result;
    }

    private List<List<Literal>> conjunction(List<Literal> literals, boolean negated, Range range) {
        List<List<Literal>> result = new ArrayList<>();
        result.add(new ArrayList<>());
        for (Literal literal : literals) {
            List<List<Literal>> factors = alternatives(literal, negated);
            if (factors.size() == 1) {
                result.forEach(body -> body.addAll(factors.get(0)));
                continue;
            }
            if (tooMany((long) result.size() * factors.size(), range)) {
                return List.of();
            }
            List<List<Literal>> product = new ArrayList<>();
            for (List<Literal> body : result) {
                for (List<Literal> factor : factors) {
                    List<Literal> joined = new ArrayList<>(body);
                    joined.addAll(factor);
                    product.add(joined);
                }
            }
            result = product;
        }
        return result;
    }

    private boolean tooMany(long alternatives, Range range) {
        if (alternatives > MAX_ALTERNATIVES) {
            report.error(range, "this stands for more than " + MAX_ALTERNATIVES + " alternatives; name a part of it as a relation");
            return true;
        }
        return false;
    }
}
