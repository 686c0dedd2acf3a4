package io.padlog.run.engine;

import io.padlog.run.datalog.ProgramSource;

/** Evaluates Datalog programs in Soufflé's dialect. All engines give the same answer to the same request. */
public interface DatalogEngine {
    /** Name and version, for {@code -v} and {@code --version}: "embedded", "Soufflé 2.5". */
    String describe();

    /** Whether it reads the files of a fact folder itself, so that they need not be in memory. */
    boolean readsFactFiles();

    /**
     * Evaluates a program over facts.
     *
     * @return the rows of the relations that the request wants, sorted and without duplicates
     * @throws io.padlog.run.PadlogException USAGE for an error in the program (message: file:line:column: reason),
     *     INCOMPLETE when a limit was reached, ENGINE when the engine itself is missing or failed
     */
    EngineResult run(EngineRequest request);

    /** How many rows of facts it should be given at a time, where the rows need not be seen together. */
    default long batch() {
        return Long.MAX_VALUE;
    }

    /** Does what can be done for a program before its facts are there; tells nothing of errors. */
    default void prepare(ProgramSource program) {}
}
