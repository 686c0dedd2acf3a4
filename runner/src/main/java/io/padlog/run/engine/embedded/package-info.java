/**
 * Evaluates Datalog in this JVM: clauses become plans (data), plans become chains of steps, steps run over int tuples,
 * semi-naively and stratum by stratum. What a rule takes is mostly waiting for the memory of large relations, not the calls
 * from step to step: {@code src/bench/engine-bench} compares with Soufflé, interpreted and compiled.
 */
package io.padlog.run.engine.embedded;
