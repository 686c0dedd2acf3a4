package io.padlog.extract.lower;

import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edges that have a beginning and wait for the node where they end. None means that control does not come here. */
final class Frontier {
    /**
     * An edge without its end.
     *
     * @param order of the cases of a switch, in the source; else 0
     */
    record Loose(int from, Edge.Kind kind, Optional<Value> low, Optional<Value> high, int order) {}

    private final List<Loose> edges = new ArrayList<>(2);

    static Frontier of(int from, Edge.Kind kind) {
        Frontier frontier = new Frontier();
        frontier.add(from, kind);
        return frontier;
    }

    void add(int from, Edge.Kind kind) {
        edges.add(new Loose(from, kind, Optional.empty(), Optional.empty(), 0));
    }

    void add(Loose edge) {
        edges.add(edge);
    }

    void addAll(Frontier other) {
        edges.addAll(other.edges);
    }

    boolean isEmpty() {
        return edges.isEmpty();
    }

    List<Loose> edges() {
        return edges;
    }
}
