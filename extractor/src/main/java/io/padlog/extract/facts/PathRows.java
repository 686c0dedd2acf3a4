package io.padlog.extract.facts;

import io.padlog.extract.cfg.AccessPath;
import io.padlog.extract.cfg.PathText;
import io.padlog.extract.symbol.FunctionSymbol;
import java.util.HashMap;
import java.util.Map;

/** Numbers the access paths of a unit and writes each once. */
final class PathRows {
    private static final int NO_FUNCTION = -1;

    private final UnitRows rows;
    private final Map<Key, Integer> numbers = new HashMap<>();

    /** Paths over a function's own values mean nothing in another function. */
    private record Key(int function, AccessPath path) {
        @Override public boolean equals(Object other) {
            return other instanceof Key key && function == key.function && path.equals(key.path);
        }
        @Override public int hashCode() { return function * 31 + path.hashCode(); }
    }

    PathRows(UnitRows rows) {
        this.rows = rows;
    }

    /** The number of {@code path} in {@code function}. */
    int number(FunctionSymbol function, AccessPath path) {
        Key key = new Key(path.visibleToCaller() ? NO_FUNCTION : function.number(), path);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = rows.path();
        numbers.put(key, number);
        rows.add(FactRelation.ACCESS_PATH, number, rows.symbol(PathText.of(path)));
        AccessPath object = path instanceof AccessPath.AddressOf address ? address.object() : path;
        if (object instanceof AccessPath.Field field) {
            rows.add(FactRelation.FIELD_OF, number, number(function, field.base()), rows.symbol(field.name()));
        }
        return number;
    }
}
