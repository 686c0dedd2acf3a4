package io.padlog.run.engine.embedded;

/** An expression made ready to run. */
@FunctionalInterface
interface Evaluator {
    int eval(int[] registers);
}
