package io.padlog.run.engine.embedded;

/** Which rows of a relation an operation sees; see {@link TupleStore} for the ranges. */
enum Rows {
    /** old and delta rows; all rows, for a relation of an earlier stratum */
    KNOWN,
    OLD,
    DELTA;

    int from(TupleStore store) {
        // Asked for each look-up, where a switch costs more.
        return this == DELTA ? store.deltaFrom() : 0;
    }

    int to(TupleStore store) {
        return this == OLD ? store.deltaFrom() : store.deltaTo();
    }
}
