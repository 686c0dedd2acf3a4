/**
 * Evaluates Datalog in this JVM: clauses become plans (data), plans become chains of steps, steps run over int tuples,
 * semi-naively and stratum by stratum. What a rule takes is mostly waiting for the memory of large relations, not the calls
 * from step to step: {@code src/bench/engine-bench} compares with Soufflé, interpreted and compiled,
 * and with {@code BY_HAND=1} with loops written by hand, which is all that bytecode made for each rule could become; see
 * {@link io.padlog.run.engine.embedded.StepCompiler}.
 */
package io.padlog.run.engine.embedded;
