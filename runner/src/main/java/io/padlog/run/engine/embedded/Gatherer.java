package io.padlog.run.engine.embedded;

import java.util.Arrays;
import java.util.List;

/** Fills a tuple. Most of its parts are registers, which are copied without a call. For one thread. */
final class Gatherer {
    private final int[] tuple;
    /** For each part a register, or -1 to evaluate. */
    private final int[] registers;
    private final Evaluator[] evaluators;

    Gatherer(List<Expression> parts, ExpressionCompiler compiler) {
        tuple = new int[parts.size()];
        registers = parts.stream()
                .mapToInt(part -> part instanceof Expression.Register register ? register.number() : -1)
                .toArray();
        evaluators = compiler.compile(parts);
    }

    /** Whether all parts are registers. */
    boolean isRegisters() {
        return Arrays.stream(registers).allMatch(register -> register >= 0);
    }

    /** Where each part is, if all are registers. */
    int[] registers() {
        return registers;
    }

    int length() {
        return tuple.length;
    }

    /** The parts' values, in an array that the next call fills again. */
    int[] gather(int[] from) {
        for (int i = 0; i < tuple.length; i++) {
            int register = registers[i];
            tuple[i] = register >= 0 ? from[register] : evaluators[i].eval(from);
        }
        return tuple;
    }
}
