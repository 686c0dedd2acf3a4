package io.padlog.run.datalog.program;

import io.padlog.run.datalog.syntax.Aggregation;
import io.padlog.run.datalog.syntax.Functor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An argument whose type is known. */
public sealed interface Term {
    /** How its value is read. */
    Kind kind();

    <R> R fold(Cases<R> cases);

    /** One answer for each member of the family. */
    interface Cases<R> {
        R onVariable(Variable variable);
        R onAnything(Anything anything);
        R onConstant(Constant constant);
        R onText(Text text);
        R onPack(Pack pack);
        R onBranch(Branch branch);
        R onCall(Call call);
        R onUserCall(UserCall call);
        R onCast(Cast cast);
        R onAggregate(Aggregate aggregate);
        R onCounter(Counter counter);
        R onIteration(Iteration iteration);
    }

    /** A variable of the rule. Those that belong to one aggregate only have a name that no other variable has. */
    record Variable(String name, Kind kind) implements Term {
        public Variable {
            Objects.requireNonNull(name);
            Objects.requireNonNull(kind);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onVariable(this); }
    }

    /** {@code _}: in a body only */
    record Anything(Kind kind) implements Term {
        @Override public <R> R fold(Cases<R> cases) { return cases.onAnything(this); }
    }

    /** A number, unsigned, float ({@link Float#floatToIntBits}), or nil (RECORD, 0). */
    record Constant(Kind kind, int bits) implements Term {
        @Override public <R> R fold(Cases<R> cases) { return cases.onConstant(this); }
    }

    /** A string constant. */
    record Text(String value) implements Term {
        @Override public Kind kind() { return Kind.SYMBOL; }
        @Override public <R> R fold(Cases<R> cases) { return cases.onText(this); }
    }

    /** A record of this type; in a body it also takes a record apart. */
    record Pack(String type, List<Term> fields) implements Term {
        public Pack { fields = List.copyOf(fields); }
        @Override public Kind kind() { return Kind.RECORD; }
        @Override public <R> R fold(Cases<R> cases) { return cases.onPack(this); }
    }

    /** A branch of an algebraic type; in a body it also takes one apart. */
    record Branch(String type, int tag, List<Term> fields) implements Term {
        public Branch { fields = List.copyOf(fields); }
        @Override public Kind kind() { return Kind.ADT; }
        @Override public <R> R fold(Cases<R> cases) { return cases.onBranch(this); }
    }

    /**
     * A functor; {@code operands} is the kind that it works on, which {@code kind} differs from for conversions,
     * {@code ord} and {@code strlen}. An infix functor of more than two terms is applied from the left.
     */
    record Call(Functor functor, Kind operands, Kind kind, List<Term> terms) implements Term {
        public Call { terms = List.copyOf(terms); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onCall(this); }
    }

    /** A functor that the program declares. */
    record UserCall(String name, Kind kind, List<Term> terms) implements Term {
        public UserCall { terms = List.copyOf(terms); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onUserCall(this); }
    }

    /** The same bits, read as {@code kind}. */
    record Cast(Term value, Kind kind) implements Term {
        @Override public <R> R fold(Cases<R> cases) { return cases.onCast(this); }
    }

    /**
     * An aggregate.
     *
     * @param operands kind of the target's values
     * @param target empty for COUNT
     * @param outer variables of the body or target that the rule outside must have bound before
     */
    record Aggregate(
            Aggregation aggregation, Kind operands, Kind kind, Optional<Term> target, List<Goal> body, List<String> outer)
            implements Term {
        public Aggregate {
            body = List.copyOf(body);
            outer = List.copyOf(outer);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onAggregate(this); }
    }

    /** {@code autoinc()}: 0, then 1 and so on, over the whole program */
    record Counter(Kind kind) implements Term {
        @Override public <R> R fold(Cases<R> cases) { return cases.onCounter(this); }
    }

    /** {@code recursive_iteration_cnt()}: 1 in the first round of a recursion, then 2 and so on */
    record Iteration() implements Term {
        @Override public Kind kind() { return Kind.UNSIGNED; }
        @Override public <R> R fold(Cases<R> cases) { return cases.onIteration(this); }
    }
}
