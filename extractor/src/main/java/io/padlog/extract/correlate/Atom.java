package io.padlog.extract.correlate;

import io.padlog.extract.cfg.Value;

/**
 * A value that decides branches, with the classes that matter.
 *
 * @param value what is asked about
 * @param mentions what it is read from
 * @param partition its classes
 */
record Atom(Value value, Mentions mentions, Partition partition) {}
