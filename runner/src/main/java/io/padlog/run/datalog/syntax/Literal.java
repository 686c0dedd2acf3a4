package io.padlog.run.datalog.syntax;

import java.util.List;
import java.util.Objects;

/** What a body is made of. */
public sealed interface Literal {
    Range range();

    <R> R fold(Cases<R> cases);

    /** One answer for each member of the family. */
    interface Cases<R> {
        R onAtom(Atom atom);
        R onNegation(Negation negation);
        R onConjunction(Conjunction conjunction);
        R onDisjunction(Disjunction disjunction);
        R onConstraint(Constraint constraint);
        R onTruth(Truth truth);
    }

    /** {@code relation(arguments)} */
    record Atom(Range range, String relation, List<Argument> arguments) implements Literal {
        public Atom {
            Objects.requireNonNull(relation);
            arguments = List.copyOf(arguments);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onAtom(this); }
    }

    /** {@code !literal} */
    record Negation(Range range, Literal literal) implements Literal {
        @Override public <R> R fold(Cases<R> cases) { return cases.onNegation(this); }
    }

    /** {@code a, b, c} inside parentheses or a disjunction */
    record Conjunction(Range range, List<Literal> literals) implements Literal {
        public Conjunction { literals = List.copyOf(literals); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onConjunction(this); }
    }

    /** {@code a; b; c} */
    record Disjunction(Range range, List<Literal> literals) implements Literal {
        public Disjunction { literals = List.copyOf(literals); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onDisjunction(this); }
    }

    /** {@code left operator right}, {@code match(left, right)}, {@code contains(left, right)} */
    record Constraint(Range range, Comparison comparison, Argument left, Argument right) implements Literal {
        @Override public <R> R fold(Cases<R> cases) { return cases.onConstraint(this); }
    }

    /** {@code true} or {@code false} */
    record Truth(Range range, boolean value) implements Literal {
        @Override public <R> R fold(Cases<R> cases) { return cases.onTruth(this); }
    }
}
