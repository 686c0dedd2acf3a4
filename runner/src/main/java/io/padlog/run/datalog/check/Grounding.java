package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Literal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds which variables a body binds: those of its atoms, and those that equations with bound sides give a value. An
 * aggregate is a value; what happens inside of it is another body's affair.
 */
final class Grounding {
    private final Set<String> bound;
    private final Predicate<Argument.Aggregate> hasValue;
    private boolean changed;

    private Grounding(Set<String> bound, Predicate<Argument.Aggregate> hasValue) {
        this.bound = bound;
        this.hasValue = hasValue;
    }

    /** The variables that are bound if those of {@code before} are bound already. */
    static Set<String> bound(List<Literal> body, Set<String> before) {
        return bound(body, before, any -> aggregate -> true);
    }

    /** The same, where an aggregate has a value only if {@code hasValue} says so of it and the variables bound so far. */
    static Set<String> bound(
            List<Literal> body, Set<String> before, Function<Set<String>, Predicate<Argument.Aggregate>> hasValue) {
        Set<String> found = new HashSet<>(before);
        Grounding grounding = new Grounding(found, hasValue.apply(found));
        do {
            grounding.changed = false;
            for (Literal literal : body) {
                grounding.literal(literal);
            }
        } while (grounding.changed);
        return grounding.bound;
    }

    /** Whether an argument has a value if the variables are bound. */
    static boolean isBound(Argument argument, Set<String> bound) {
        return new Grounding(bound, aggregate -> true).isBound(argument);
    }

    private void literal(Literal literal) {
        if (literal instanceof Literal.Atom atom) {
            atom.arguments().forEach(this::bind);
        } else if (literal instanceof Literal.Constraint constraint && constraint.comparison() == Comparison.EQUAL) {
            if (isBound(constraint.left())) {
                bind(constraint.right());
            }
            if (isBound(constraint.right())) {
                bind(constraint.left());
            }
        }
    }

    /** Binds what a value takes apart: variables, and those inside records, branches and casts. */
    private void bind(Argument argument) {
        if (argument instanceof Argument.Variable variable) {
            changed |= bound.add(variable.name());
        } else if (argument instanceof Argument.Structure structure) {
            structure.fields().forEach(this::bind);
        } else if (argument instanceof Argument.Branch branch) {
            branch.fields().forEach(this::bind);
        } else if (argument instanceof Argument.Cast cast) {
            bind(cast.value());
        }
    }

    private boolean isBound(Argument argument) {
        return argument.fold(new Argument.Cases<Boolean>() {
            @Override
            public Boolean onVariable(Argument.Variable variable) {
                return bound.contains(variable.name());
            }

            @Override
            public Boolean onUnnamed(Argument.Unnamed unnamed) {
                return false;
            }

            @Override
            public Boolean onNumeral(Argument.Numeral numeral) {
                return true;
            }

            @Override
            public Boolean onText(Argument.Text text) {
                return true;
            }

            @Override
            public Boolean onNil(Argument.Nil nil) {
                return true;
            }

            @Override
            public Boolean onStructure(Argument.Structure structure) {
                return areBound(structure.fields());
            }

            @Override
            public Boolean onBranch(Argument.Branch branch) {
                return areBound(branch.fields());
            }

            @Override
            public Boolean onCall(Argument.Call call) {
                return areBound(call.arguments());
            }

            @Override
            public Boolean onUserCall(Argument.UserCall call) {
                return areBound(call.arguments());
            }

            @Override
            public Boolean onCast(Argument.Cast cast) {
                return isBound(cast.value());
            }

            @Override
            public Boolean onAggregate(Argument.Aggregate aggregate) {
                return hasValue.test(aggregate);
            }

            @Override
            public Boolean onUserAggregate(Argument.UserAggregate aggregate) {
                return true;
            }

            @Override
            public Boolean onCounter(Argument.Counter counter) {
                return true;
            }

            @Override
            public Boolean onIteration(Argument.Iteration iteration) {
                return true;
            }
        });
    }

    private boolean areBound(List<Argument> arguments) {
        for (Argument argument : arguments) {
            if (!isBound(argument)) {
                return false;
            }
        }
        return true;
    }
}
