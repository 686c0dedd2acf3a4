package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Copies literals and arguments with other names in them.
 *
 * @param aggregates what to put in an aggregate's place; empty to copy it like all else
 */
record Rewriter(
        UnaryOperator<String> relations,
        UnaryOperator<String> types,
        UnaryOperator<String> branches,
        Function<Argument.Variable, Argument> variables,
        Optional<Function<Argument.Aggregate, Argument>> aggregates)
        implements Literal.Cases<Literal>, Argument.Cases<Argument> {

    static Rewriter ofVariables(UnaryOperator<String> variables) {
        return ofArguments(variable -> new Argument.Variable(variable.range(), variables.apply(variable.name())));
    }

    static Rewriter ofArguments(Function<Argument.Variable, Argument> variables) {
        return new Rewriter(name -> name, name -> name, name -> name, variables, Optional.empty());
    }

    static Rewriter ofAggregates(Function<Argument.Aggregate, Argument> aggregates) {
        return new Rewriter(name -> name, name -> name, name -> name, variable -> variable, Optional.of(aggregates));
    }

    List<Literal> literals(List<Literal> literals) {
        List<Literal> copies = new ArrayList<>(literals.size());
        for (Literal literal : literals) {
            copies.add(literal.fold(this));
        }
        return copies;
    }

    List<Argument> arguments(List<Argument> arguments) {
        List<Argument> copies = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            copies.add(argument.fold(this));
        }
        return copies;
    }

    @Override
    public Literal.Atom onAtom(Literal.Atom atom) {
        return new Literal.Atom(atom.range(), relations.apply(atom.relation()), arguments(atom.arguments()));
    }

    @Override
    public Literal onNegation(Literal.Negation negation) {
        return new Literal.Negation(negation.range(), negation.literal().fold(this));
    }

    @Override
    public Literal onConjunction(Literal.Conjunction conjunction) {
        return new Literal.Conjunction(conjunction.range(), literals(conjunction.literals()));
    }

    @Override
    public Literal onDisjunction(Literal.Disjunction disjunction) {
        return new Literal.Disjunction(disjunction.range(), literals(disjunction.literals()));
    }

    @Override
    public Literal onConstraint(Literal.Constraint constraint) {
        return new Literal.Constraint(
                constraint.range(), constraint.comparison(), constraint.left().fold(this), constraint.right().fold(this));
    }

    @Override
    public Literal onTruth(Literal.Truth truth) {
        return truth;
    }

    @Override
    public Argument onVariable(Argument.Variable variable) {
        return variables.apply(variable);
    }

    @Override
    public Argument onUnnamed(Argument.Unnamed unnamed) {
        return new Argument.Unnamed(unnamed.range());
    }

    @Override
    public Argument onNumeral(Argument.Numeral numeral) {
        return new Argument.Numeral(numeral.range(), numeral.digits(), numeral.suffix());
    }

    @Override
    public Argument onText(Argument.Text text) {
        return new Argument.Text(text.range(), text.value());
    }

    @Override
    public Argument onNil(Argument.Nil nil) {
        return new Argument.Nil(nil.range());
    }

    @Override
    public Argument onStructure(Argument.Structure structure) {
        return new Argument.Structure(structure.range(), arguments(structure.fields()));
    }

    @Override
    public Argument onBranch(Argument.Branch branch) {
        return new Argument.Branch(branch.range(), branches.apply(branch.name()), arguments(branch.fields()));
    }

    @Override
    public Argument onCall(Argument.Call call) {
        return new Argument.Call(call.range(), call.functor(), arguments(call.arguments()));
    }

    @Override
    public Argument onUserCall(Argument.UserCall call) {
        return new Argument.UserCall(call.range(), call.name(), arguments(call.arguments()));
    }

    @Override
    public Argument onCast(Argument.Cast cast) {
        Item.TypeName type = new Item.TypeName(cast.type().range(), types.apply(cast.type().name()));
        return new Argument.Cast(cast.range(), cast.value().fold(this), type);
    }

    @Override
    public Argument onAggregate(Argument.Aggregate aggregate) {
        if (aggregates.isPresent()) {
            return aggregates.get().apply(aggregate);
        }
        return new Argument.Aggregate(
                aggregate.range(),
                aggregate.aggregation(),
                aggregate.target().map(target -> target.fold(this)),
                literals(aggregate.body()));
    }

    @Override
    public Argument onUserAggregate(Argument.UserAggregate aggregate) {
        return new Argument.UserAggregate(
                aggregate.range(),
                aggregate.name(),
                aggregate.target().map(target -> target.fold(this)),
                aggregate.initial().fold(this),
                literals(aggregate.body()));
    }

    @Override
    public Argument onCounter(Argument.Counter counter) {
        return new Argument.Counter(counter.range());
    }

    @Override
    public Argument onIteration(Argument.Iteration iteration) {
        return new Argument.Iteration(iteration.range());
    }
}
