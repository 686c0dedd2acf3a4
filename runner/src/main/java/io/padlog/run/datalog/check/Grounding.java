package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    /** variables that were bound, and whose equations are still to be looked at again */
    private final Deque<String> fresh = new ArrayDeque<>();
    /** equations by the variable that a side of them waits for */
    private final Map<String, List<Literal.Constraint>> waiting = new HashMap<>();
    /** equations that wait for an aggregate's value */
    private final Set<Literal.Constraint> held = Collections.newSetFromMap(new IdentityHashMap<>());
    /** what the last argument without a value lacks: a variable, or "" */
    private String lacking = "";

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
        body.forEach(grounding::literal);
        int size;
        do {
            size = found.size();
            grounding.goOn();
            List.copyOf(grounding.held).forEach(grounding::equation);
        } while (found.size() > size);
        return found;
    }

    private void goOn() {
        while (!fresh.isEmpty()) {
            List<Literal.Constraint> equations = waiting.remove(fresh.pop());
            if (equations != null) {
                equations.forEach(this::equation);
            }
        }
    }

    /** Whether an argument has a value if the variables are bound. */
    static boolean isBound(Argument argument, Set<String> bound) {
        return new Grounding(bound, aggregate -> true).isBound(argument);
    }

    private void literal(Literal literal) {
        if (literal instanceof Literal.Atom atom) {
            atom.arguments().forEach(this::bind);
        } else if (literal instanceof Literal.Constraint constraint && constraint.comparison() == Comparison.EQUAL) {
            equation(constraint);
        }
    }

    private void equation(Literal.Constraint constraint) {
        held.remove(constraint);
        side(constraint, constraint.left(), constraint.right());
        side(constraint, constraint.right(), constraint.left());
    }

    private void side(Literal.Constraint constraint, Argument value, Argument target) {
        lacking = "";
        if (isBound(value)) {
            bind(target);
        } else if (!lacking.isEmpty()) {
            waiting.computeIfAbsent(lacking, name -> new ArrayList<>()).add(constraint);
        } else {
            held.add(constraint);
        }
    }

    /** Binds what a value takes apart: variables, and those inside records, branches and casts. */
    private void bind(Argument argument) {
        if (argument instanceof Argument.Variable variable) {
            if (bound.add(variable.name())) {
                fresh.push(variable.name());
            }
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
                boolean has = bound.contains(variable.name());
                lacking = has ? lacking : variable.name();
                return has;
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
