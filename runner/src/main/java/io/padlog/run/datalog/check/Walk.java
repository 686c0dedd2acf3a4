package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Literal;
import java.util.List;
import java.util.function.Consumer;

/**
 * Visits arguments and all that they contain, from the outside in, in source order.
 *
 * @param arguments gets every argument
 * @param literals gets every literal
 * @param intoAggregates whether the insides of aggregates are visited
 */
record Walk(Consumer<Argument> arguments, Consumer<Literal> literals, boolean intoAggregates)
        implements Literal.Cases<Walk>, Argument.Cases<Walk> {

    static Walk arguments(Consumer<Argument> visitor) {
        return new Walk(visitor, literal -> { }, true);
    }

    /** Only what belongs to a body itself, not to its aggregates. */
    static Walk shallow(Consumer<Argument> visitor) {
        return new Walk(visitor, literal -> { }, false);
    }

    Walk over(List<Literal> body) {
        body.forEach(this::over);
        return this;
    }

    Walk over(Literal literal) {
        literals.accept(literal);
        return literal.fold(this);
    }

    Walk over(Argument argument) {
        arguments.accept(argument);
        return argument.fold(this);
    }

    private Walk all(List<Argument> list) {
        list.forEach(this::over);
        return this;
    }

    @Override
    public Walk onAtom(Literal.Atom atom) {
        return all(atom.arguments());
    }

    @Override
    public Walk onNegation(Literal.Negation negation) {
        return over(negation.literal());
    }

    @Override
    public Walk onConjunction(Literal.Conjunction conjunction) {
        return over(conjunction.literals());
    }

    @Override
    public Walk onDisjunction(Literal.Disjunction disjunction) {
        return over(disjunction.literals());
    }

    @Override
    public Walk onConstraint(Literal.Constraint constraint) {
        over(constraint.left());
        return over(constraint.right());
    }

    @Override
    public Walk onTruth(Literal.Truth truth) {
        return this;
    }

    @Override
    public Walk onVariable(Argument.Variable variable) {
        return this;
    }

    @Override
    public Walk onUnnamed(Argument.Unnamed unnamed) {
        return this;
    }

    @Override
    public Walk onNumeral(Argument.Numeral numeral) {
        return this;
    }

    @Override
    public Walk onText(Argument.Text text) {
        return this;
    }

    @Override
    public Walk onNil(Argument.Nil nil) {
        return this;
    }

    @Override
    public Walk onStructure(Argument.Structure structure) {
        return all(structure.fields());
    }

    @Override
    public Walk onBranch(Argument.Branch branch) {
        return all(branch.fields());
    }

    @Override
    public Walk onCall(Argument.Call call) {
        return all(call.arguments());
    }

    @Override
    public Walk onUserCall(Argument.UserCall call) {
        return all(call.arguments());
    }

    @Override
    public Walk onCast(Argument.Cast cast) {
        return over(cast.value());
    }

    @Override
    public Walk onAggregate(Argument.Aggregate aggregate) {
        if (intoAggregates) {
            aggregate.target().ifPresent(this::over);
            over(aggregate.body());
        }
        return this;
    }

    @Override
    public Walk onUserAggregate(Argument.UserAggregate aggregate) {
        if (intoAggregates) {
            aggregate.target().ifPresent(this::over);
            over(aggregate.initial());
            over(aggregate.body());
        }
        return this;
    }

    @Override
    public Walk onCounter(Argument.Counter counter) {
        return this;
    }

    @Override
    public Walk onIteration(Argument.Iteration iteration) {
        return this;
    }
}
