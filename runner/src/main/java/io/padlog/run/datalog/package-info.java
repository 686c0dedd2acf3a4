/** Datalog in Soufflé's dialect: its texts, their syntax, what is wrong with them, and the checked program. */
package io.padlog.run.datalog;
