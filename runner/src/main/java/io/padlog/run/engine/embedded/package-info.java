/**
 * Evaluates Datalog in this JVM: clauses become plans (data), plans become chains of steps, steps run over int tuples,
 * semi-naively and stratum by stratum.
 */
package io.padlog.run.engine.embedded;
