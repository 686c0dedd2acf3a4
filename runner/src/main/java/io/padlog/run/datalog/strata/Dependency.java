package io.padlog.run.datalog.strata;

import io.padlog.run.datalog.syntax.Range;

/**
 * A relation's rule reads a relation.
 *
 * @param reader whose rule it is
 * @param read what it reads
 * @param way how: only what is read positively may depend on its reader
 * @param range where
 */
public record Dependency(String reader, String read, Way way, Range range) {
    /** How a rule reads a relation. */
    public enum Way { POSITIVE, NEGATION, AGGREGATE }
}
