package io.padlog.extract.facts;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one unit. Units, functions, nodes, access paths and symbols are numbered from 0 in each, so that units can be
 * worked on in parallel; {@link #merge} moves them to their places.
 */
public final class UnitRows {
    private final Symbols symbols = new Symbols();
    private final Map<FactRelation, Table> tables = new EnumMap<>(FactRelation.class);
    private final FactSelection selection;
    private final int functions;
    private int nodes;
    private int paths;

    /**
     * @param functions how many functions the unit has
     * @param selection rows of other relations are dropped
     */
    public UnitRows(int functions, FactSelection selection) {
        this.selection = selection;
        this.functions = functions;
        for (FactRelation relation : FactRelation.values()) {
            tables.put(relation, new Table(relation.types().size()));
        }
    }

    /** The number of a symbol for {@link #add}. */
    public int symbol(String text) {
        return symbols.number(text);
    }

    public void add(FactRelation relation, int... row) {
        if (selection.relations().contains(relation)) {
            tables.get(relation).add(row);
        }
    }

    /** How many rows there are in all. */
    public long size() {
        return tables.values().stream().mapToLong(Table::rows).sum();
    }

    /** Takes numbers for {@code count} nodes.
     *  @return the first */
    int nodes(int count) {
        nodes += count;
        return nodes - count;
    }

    /** Takes the next access path's number. */
    int path() {
        return paths++;
    }

    /** Puts units together, in order. */
    public static Facts merge(List<UnitRows> units) {
        Symbols symbols = new Symbols();
        Map<String, Table> merged = new LinkedHashMap<>();
        for (FactRelation relation : FactRelation.values()) {
            merged.put(relation.relation(), new Table(relation.types().size()));
        }
        merged.get(FactRelation.SCHEMA_VERSION.relation()).add(FactRelation.VERSION);
        // 0 is "nobody" in the lock library, so that nodes count from 1; so do all for uniformity.
        int functions = 1;
        int nodes = 1;
        int paths = 1;
        for (int unit = 0; unit < units.size(); unit++) {
            UnitRows rows = units.get(unit);
            Map<String, Integer> offsets =
                    Map.of("Unit", unit + 1, "Function", functions, "Node", nodes, "AccessPath", paths, "number", 0);
            rows.moveTo(merged, symbols, offsets);
            functions += rows.functions;
            nodes += rows.nodes;
            paths += rows.paths;
        }
        return new Facts(symbols, merged);
    }

    private void moveTo(Map<String, Table> merged, Symbols all, Map<String, Integer> offsets) {
        int[] numbers = new int[symbols.size()];
        for (int symbol = 0; symbol < numbers.length; symbol++) {
            numbers[symbol] = all.number(symbols.text(symbol));
        }
        tables.forEach((relation, table) -> {
            Table target = merged.get(relation.relation());
            List<String> types = relation.types();
            int[] row = new int[types.size()];
            for (int number = 0; number < table.rows(); number++) {
                for (int column = 0; column < row.length; column++) {
                    int cell = table.get(number, column);
                    Integer offset = offsets.get(types.get(column));
                    row[column] = offset == null ? numbers[cell] : cell + offset;
                }
                target.add(row);
            }
        });
    }
}
