package io.padlog.run.engine.embedded;

/** A condition made ready to run. */
@FunctionalInterface
interface Tester {
    boolean test(int[] registers);
}
