package io.padlog.run.report;

import io.padlog.extract.facts.Symbols;
import io.padlog.run.engine.EngineResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A relation as RFC 4180 has it, under a header of its column names. A relation without columns gives nothing. */
public final class CsvRelation implements RelationWriter {
    @Override
    public void write(EngineResult.Relation relation, Symbols symbols, Appendable out) throws IOException {
        int arity = relation.columns().size();
        if (arity == 0) {
            return;
        }
        Cells cells = new Cells(relation, symbols);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(relation.columns().stream().map(EngineResult.Column::name).toList());
        List<String> record = new ArrayList<>(arity);
        for (int row = 0; row < relation.rows().rows(); row++) {
            record.clear();
            for (int column = 0; column < arity; column++) {
                record.add(cells.text(row, column));
            }
            printer.printRecord(record);
        }
    }
}
