package io.padlog.run.engine.embedded;

/** An operation made ready to run, with those after it. */
@FunctionalInterface
interface Step {
    void run(int[] registers);
}
