package io.padlog.run.datalog.syntax;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands for a value. */
public sealed interface Argument {
    Range range();

    <R> R fold(Cases<R> cases);

    /** One answer for each member of the family. */
    interface Cases<R> {
        R onVariable(Variable variable);
        R onUnnamed(Unnamed unnamed);
        R onNumeral(Numeral numeral);
        R onText(Text text);
        R onNil(Nil nil);
        R onStructure(Structure structure);
        R onBranch(Branch branch);
        R onCall(Call call);
        R onUserCall(UserCall call);
        R onCast(Cast cast);
        R onAggregate(Aggregate aggregate);
        R onUserAggregate(UserAggregate aggregate);
        R onCounter(Counter counter);
        R onIteration(Iteration iteration);
    }

    /** {@code name} or {@code ?name} */
    record Variable(Range range, String name) implements Argument {
        @Override public <R> R fold(Cases<R> cases) { return cases.onVariable(this); }
    }

    /** {@code _} */
    record Unnamed(Range range) implements Argument {
        @Override public <R> R fold(Cases<R> cases) { return cases.onUnnamed(this); }
    }

    /** A number as written, without the suffix {@code u}, with the sign of a minus in front. */
    record Numeral(Range range, String digits, Suffix suffix) implements Argument {
        public Numeral {
            Objects.requireNonNull(digits);
            Objects.requireNonNull(suffix);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onNumeral(this); }
    }

    /** What a numeral's form says of its type. */
    enum Suffix {
        /** {@code 1}, {@code 0x1}, {@code 0b1}: what its place wants, else a number */
        NONE,
        /** {@code 1u} */
        UNSIGNED,
        /** {@code 1.0} */
        FLOAT
    }

    /** A string, its escapes resolved. */
    record Text(Range range, String value) implements Argument {
        @Override public <R> R fold(Cases<R> cases) { return cases.onText(this); }
    }

    /** {@code nil} */
    record Nil(Range range) implements Argument {
        @Override public <R> R fold(Cases<R> cases) { return cases.onNil(this); }
    }

    /** {@code [fields]} */
    record Structure(Range range, List<Argument> fields) implements Argument {
        public Structure { fields = List.copyOf(fields); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onStructure(this); }
    }

    /** {@code $name(fields)} */
    record Branch(Range range, String name, List<Argument> fields) implements Argument {
        public Branch { fields = List.copyOf(fields); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onBranch(this); }
    }

    /**
     * {@code left + right}, {@code cat(a, b)}. A chain of one left-associative infix functor is one call of all, so that a
     * long one is not deep.
     */
    record Call(Range range, Functor functor, List<Argument> arguments) implements Argument {
        public Call { arguments = List.copyOf(arguments); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onCall(this); }
    }

    /** {@code @name(arguments)} */
    record UserCall(Range range, String name, List<Argument> arguments) implements Argument {
        public UserCall { arguments = List.copyOf(arguments); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onUserCall(this); }
    }

    /** {@code as(value, type)}: the same bits under another type */
    record Cast(Range range, Argument value, Item.TypeName type) implements Argument {
        @Override public <R> R fold(Cases<R> cases) { return cases.onCast(this); }
    }

    /** {@code sum target : { body }}; {@code count} has no target */
    record Aggregate(Range range, Aggregation aggregation, Optional<Argument> target, List<Literal> body)
            implements Argument {
        public Aggregate { body = List.copyOf(body); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onAggregate(this); }
    }

    /** {@code @@name target : initial, { body }} */
    record UserAggregate(Range range, String name, Optional<Argument> target, Argument initial, List<Literal> body)
            implements Argument {
        public UserAggregate { body = List.copyOf(body); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onUserAggregate(this); }
    }

    /** {@code autoinc()}, or {@code $} */
    record Counter(Range range) implements Argument {
        @Override public <R> R fold(Cases<R> cases) { return cases.onCounter(this); }
    }

    /** {@code recursive_iteration_cnt()} */
    record Iteration(Range range) implements Argument {
        @Override public <R> R fold(Cases<R> cases) { return cases.onIteration(this); }
    }
}
