package io.padlog.run.report;

import io.padlog.run.engine.EngineResult;
import io.padlog.extract.facts.Symbols;
import java.io.IOException;

/** A format for the rows of a relation. */
public interface RelationWriter {
    /** Writes the column names and every row. */
    void write(EngineResult.Relation relation, Symbols symbols, Appendable out) throws IOException;
}
