package io.padlog.run.report;

import io.padlog.extract.facts.Symbols;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.engine.EngineResult.Kind;
import java.util.StringJoiner;

/** A row as Datalog writes it: {@code entry(3, 17)}. */
public final class RowText {
    private RowText() {}

    /** @param row from 0; a float, which cannot be written exactly, is left open */
    public static String of(EngineResult.Relation relation, Symbols symbols, int row) {
        Cells cells = new Cells(relation, symbols);
        StringJoiner text = new StringJoiner(", ", relation.name() + "(", ")");
        for (int column = 0; column < relation.columns().size(); column++) {
            String cell = cells.text(row, column);
            text.add(cells.isText(column) ? '"' + cell.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                    : relation.columns().get(column).kind() == Kind.FLOAT ? "_" : cell);
        }
        return text.toString();
    }
}
