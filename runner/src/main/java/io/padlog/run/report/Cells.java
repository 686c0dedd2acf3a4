package io.padlog.run.report;

import io.padlog.extract.facts.Symbols;
import io.padlog.run.engine.EngineResult;

/** The text of a relation's cells. */
record Cells(EngineResult.Relation relation, Symbols symbols) {
    String text(int row, int column) {
        int cell = relation.rows().get(row, column);
        return switch (relation.columns().get(column).kind()) {
            case NUMBER -> Integer.toString(cell);
            case UNSIGNED -> Integer.toUnsignedString(cell);
            case FLOAT -> Float.toString(Float.intBitsToFloat(cell));
            case SYMBOL -> symbols.text(cell);
        };
    }

    boolean isText(int column) {
        return relation.columns().get(column).kind() == EngineResult.Kind.SYMBOL;
    }
}
