package io.padlog.run.engine.embedded;

import java.util.List;

/** Computes an int from registers. */
sealed interface Expression {
    <R> R fold(Cases<R> cases);

    interface Cases<R> {
        R onConstant(Constant constant);
        R onRegister(Register register);
        R onApply(Apply apply);
        R onPack(Pack pack);
        R onCounter(Counter counter);
        R onIteration(Iteration iteration);
    }

    record Constant(int bits) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onConstant(this); }
    }

    record Register(int number) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onRegister(this); }
    }

    /** An operator on as many operands as it takes; one that takes two is applied to more from the left. */
    record Apply(Operator operator, List<Expression> operands) implements Expression {
        public Apply {
            operands = List.copyOf(operands);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onApply(this); }
    }

    /** The number of a record, or of a branch with its fields; {@link RecordStore#NO_BRANCH} for a record. */
    record Pack(int branch, List<Expression> fields) implements Expression {
        public Pack {
            fields = List.copyOf(fields);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onPack(this); }
    }

    /** The next number of the program's counter. */
    record Counter() implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onCounter(this); }
    }

    /** The round of the recursion that runs. */
    record Iteration() implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onIteration(this); }
    }
}
