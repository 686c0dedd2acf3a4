package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Symbols;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.util.Map;

/**
 * What steps run on.
 *
 * @param relations by name
 * @param counter one int: the next value of the program's counter
 * @param round one int: how often the recursion that runs, or ran last, has gone round
 */
record Memory(Map<String, Store> relations, Symbols symbols, RecordStore records, Budget budget, int[] counter, int[] round) {
    Store relation(String name) {
        Store store = relations.get(name);
        if (store == null) {
            throw new IllegalStateException("no relation '" + name + "'");
        }
        return store;
    }

    /** A relation that is kept row by row, as all are but equivalence relations. */
    TupleStore tuples(String name) {
        return relation(name).fold(new Store.Cases<>() {
            @Override
            public TupleStore onTuples(TupleStore store) {
                return store;
            }

            @Override
            public TupleStore onEquivalence(EquivalenceStore store) {
                throw new IllegalStateException("'" + name + "' has no rows of its own");
            }
        });
    }

    /** A symbol's text.
     *  @throws PadlogException USAGE if the program made the number up, with {@code as} */
    String text(int symbol) {
        if (symbol < 0 || symbol >= symbols.size()) {
            throw new PadlogException(ExitStatus.USAGE, "embedded engine: " + symbol + " was cast to symbol, but is none");
        }
        return symbols.text(symbol);
    }
}
