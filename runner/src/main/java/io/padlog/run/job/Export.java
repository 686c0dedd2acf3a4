package io.padlog.run.job;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import io.padlog.run.catalog.Schema;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.engine.EngineResult.Column;
import io.padlog.run.engine.EngineResult.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts with their columns, to be written in another format. */
public final class Export {
    private final Schema schema;

    public Export(Schema schema) {
        this.schema = schema;
    }

    /**
     * The named relations as an engine would give them back, but with their rows in the facts' own order.
     *
     * @param names relations of the schema; empty for all
     * @throws io.padlog.run.PadlogException for a name that the schema has not
     */
    public EngineResult relations(Facts facts, List<String> names) {
        List<Schema.Relation> chosen = names.isEmpty() ? schema.relations() : names.stream().map(schema::existing).toList();
        Map<String, EngineResult.Relation> relations = new LinkedHashMap<>();
        for (Schema.Relation relation : chosen) {
            List<Column> columns = relation.columns().stream()
                    .map(column -> new Column(column.name(), column.type(), column.symbol() ? Kind.SYMBOL : Kind.NUMBER))
                    .toList();
            Table rows = facts.tables().getOrDefault(relation.name(), new Table(columns.size()));
            relations.put(relation.name(), new EngineResult.Relation(relation.name(), columns, rows));
        }
        return new EngineResult(facts.symbols(), relations, List.of());
    }
}
