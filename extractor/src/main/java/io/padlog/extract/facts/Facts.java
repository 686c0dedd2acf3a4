package io.padlog.extract.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Relations with their rows.
 *
 * @param symbols what the ints in symbol columns number
 * @param tables by relation name, in the order of the schema
 */
public record Facts(Symbols symbols, Map<String, Table> tables) {
    public Facts {
        Objects.requireNonNull(symbols);
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }
}
