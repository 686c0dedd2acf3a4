package io.padlog.extract.correlate;

import io.padlog.extract.cfg.Value;

/**
 * A value that decides branches, with the classes that matter.
 *
 * @param value what is asked about
 * @param kind what makes it tell of resources
 * @param mentions what it is read from
 * @param partition its classes
 */
record Atom(Value value, Kind kind, Mentions mentions, Partition partition) {
    /** In the order in which they get room in the environment. */
    enum Kind {
        /** What a call that acts on a resource returns. */
        RESULT,
        /** A local that is given nothing but constants. */
        FLAG,
        /** A local that is given constants and such results, and what is returned. */
        STATUS,
        OTHER
    }
}
