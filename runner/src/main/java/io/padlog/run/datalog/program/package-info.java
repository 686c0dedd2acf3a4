/**
 * Programs that were checked: names resolved, types known, components instantiated, heads and disjunctions split,
 * relations in strata. What an engine evaluates.
 */
package io.padlog.run.datalog.program;
