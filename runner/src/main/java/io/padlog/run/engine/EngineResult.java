package io.padlog.run.engine;

import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Relations that were computed.
 *
 * @param symbols what the ints in symbol columns number
 * @param relations by name, in the order in which the program declares them
 * @param printed what {@code .printsize} and the like wrote, line by line
 */
public record EngineResult(Symbols symbols, Map<String, Relation> relations, List<String> printed) {
    public EngineResult {
        Objects.requireNonNull(symbols);
        relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
        printed = List.copyOf(printed);
    }

    /** A relation's columns and rows; rows are sorted column by column, symbols by their text. */
    public record Relation(String name, List<Column> columns, Table rows) {
        public Relation {
            columns = List.copyOf(columns);
        }
    }

    /** A column: its name, its declared type's name, and how its ints are read. */
    public record Column(String name, String type, Kind kind) {}

    /** How an int of a column is read. */
    public enum Kind {
        NUMBER, UNSIGNED,
        /** {@link Float#intBitsToFloat} */
        FLOAT,
        /** a number in {@link #symbols}; records and the like are symbols too, written as Soufflé writes them */
        SYMBOL
    }
}
