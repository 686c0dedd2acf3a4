package io.padlog.run.engine.embedded;

/** Which rows of a relation an operation sees; see {@link TupleStore} for the ranges. */
enum Rows {
    /** old and delta rows; all rows, for a relation of an earlier stratum */
    KNOWN,
    OLD,
    DELTA;

    int from(TupleStore store) {
        return switch (this) {
            case KNOWN, OLD -> 0;
            case DELTA -> store.deltaFrom();
        };
    }

    int to(TupleStore store) {
        return switch (this) {
            case KNOWN, DELTA -> store.deltaTo();
            case OLD -> store.deltaFrom();
        };
    }
}
