/** Commands, help and exit status: what a user types, made a job's options, and a job's result, written. */
package io.padlog.run.cli;
