package io.padlog.run.explain;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import io.padlog.run.finding.Location;
import java.util.HashMap;
import java.util.Map;

/** The facts that paths are rebuilt from, indexed as they are first asked for. */
final class FactView {
    private final Facts facts;
    private final Map<String, RowIndex[]> indexes = new HashMap<>();

    FactView(Facts facts) {
        this.facts = facts;
    }

    /** The rows of {@code relation} by the number in {@code column}. */
    RowIndex by(String relation, int column) {
        // Asked for each state of a path, so without a key that is made of both.
        RowIndex[] byColumn = indexes.get(relation);
        if (byColumn == null) {
            byColumn = new RowIndex[table(relation).arity()];
            indexes.put(relation, byColumn);
        }
        if (byColumn[column] == null) {
            byColumn[column] = new RowIndex(table(relation), column);
        }
        return byColumn[column];
    }

    Table table(String relation) {
        Table table = facts.tables().get(relation);
        if (table == null) {
            throw new IllegalStateException("facts without relation " + relation);
        }
        return table;
    }

    String symbol(int number) {
        return facts.symbols().text(number);
    }

    /** Where a node stands. */
    Location location(int node) {
        RowIndex located = by("located", 0);
        return new Location(symbol(located.get(node, 0, 1)), located.get(node, 0, 2), located.get(node, 0, 3));
    }

    /** The function that a node is in. */
    int functionOf(int node) {
        return by("node", 0).get(node, 0, 1);
    }

    /** "entry", "call", "branch"… */
    String kind(int node) {
        return symbol(by("node", 0).get(node, 0, 2));
    }

    /** A node's source text; its kind if it has none. */
    String text(int node) {
        RowIndex texts = by("text", 0);
        return texts.count(node) == 0 ? kind(node) : symbol(texts.get(node, 0, 1));
    }

    String functionName(int function) {
        return symbol(by("function", 0).get(function, 0, 2));
    }

    int unitOf(int function) {
        return by("function", 0).get(function, 0, 1);
    }

    String unitName(int unit) {
        return symbol(by("unit", 0).get(unit, 0, 1));
    }

    /** Which of its function's nodes of the same kind the node is, in source order. */
    int ordinal(int node) {
        String kind = kind(node);
        int ordinal = 0;
        for (int other = entry(functionOf(node)); other < node; other++) {
            ordinal += kind(other).equals(kind) ? 1 : 0;
        }
        return ordinal;
    }

    int entry(int function) {
        return by("entry", 0).get(function, 0, 1);
    }

    /** How a function's source names a lock: at {@code node} if it is named there, else where it is first named. */
    String lockName(int function, int lock, int node) {
        RowIndex spelled = by("spelled", 1);
        String first = null;
        for (int index = 0; index < spelled.count(lock); index++) {
            int at = spelled.get(lock, index, 0);
            if (functionOf(at) == function) {
                String name = symbol(spelled.get(lock, index, 2));
                if (at == node) {
                    return name;
                }
                first = first == null ? name : first;
            }
        }
        return first == null ? symbol(by("access_path", 0).get(lock, 0, 1)) : first;
    }
}
