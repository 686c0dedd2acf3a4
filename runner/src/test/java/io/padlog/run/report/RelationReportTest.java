package io.padlog.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.engine.EngineResult.Column;
import io.padlog.run.engine.EngineResult.Kind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationReportTest {
    private final Symbols symbols = new Symbols();

    @Test
    void aTableAlignsNumbersRightAndTextLeft() throws IOException {
        assertThat(written(new TableRelation())).isEqualTo("""
                name      line    ratio        mask
                --------  ----  -------  ----------
                RingRead    12      0.5  4294967295
                ünï a       -3  1.0E-10           0
                (2 rows)
                """);
    }

    @Test
    void csvQuotesWhatNeedsIt() throws IOException {
        assertThat(written(new CsvRelation()))
                .isEqualTo("name,line,ratio,mask\r\nRingRead,12,0.5,4294967295\r\n\"ünï\na\",-3,1.0E-10,0\r\n");
    }

    @Test
    void aRelationWithoutColumnsHasOnlyACount() throws IOException {
        Table once = new Table(0);
        once.add();
        StringBuilder out = new StringBuilder();
        new TableRelation().write(new EngineResult.Relation("yes", List.of(), once), symbols, out);
        assertThat(out).hasToString("(1 row)\n");
    }

    private String written(RelationWriter writer) throws IOException {
        List<Column> columns = List.of(
                new Column("name", "symbol", Kind.SYMBOL),
                new Column("line", "number", Kind.NUMBER),
                new Column("ratio", "float", Kind.FLOAT),
                new Column("mask", "unsigned", Kind.UNSIGNED));
        Table rows = new Table(4);
        rows.add(symbols.number("RingRead"), 12, Float.floatToIntBits(0.5f), -1);
        rows.add(symbols.number("ünï\na"), -3, Float.floatToIntBits(1e-10f), 0);
        StringBuilder out = new StringBuilder();
        writer.write(new EngineResult.Relation("r", columns, rows), symbols, out);
        return out.toString();
    }
}
