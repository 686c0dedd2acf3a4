package io.padlog.extract.cfg;

import java.util.Optional;

/**
 * Control goes from one node to another.
 *
 * @param from number of a node
 * @param to number of a node
 * @param kind on what condition
 * @param low with CASE, the value that the switch's subject has (a constant, or a name whose value is not known);
 *     else empty
 * @param high with CASE, the last value of GNU's range; else empty
 */
public record Edge(int from, int to, Kind kind, Optional<Value> low, Optional<Value> high) {
    /** When the edge is taken. */
    public enum Kind {
        ALWAYS, TRUE, FALSE, CASE, DEFAULT,
        /** the call or access at {@code from} raised an exception */
        EXCEPTION
    }

    public Edge(int from, int to, Kind kind) {
        this(from, to, kind, Optional.empty(), Optional.empty());
    }
}
