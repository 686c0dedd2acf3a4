/** Soufflé as a process. */
package io.padlog.run.engine.souffle;
