package io.padlog.run.graph;

import java.util.List;
import java.util.Objects;

/**
 * A control-flow or call graph.
 *
 * @param name the function that it is about
 * @param file the file that the places lie in; "" if they lie in several
 * @param nodes where it begins comes first
 * @param edges their ends number nodes from 0
 * @param sideways drawn from left to right, as a wide one should be
 */
public record Graph(String name, String file, List<Node> nodes, List<Edge> edges, boolean sideways) {
    public Graph {
        Objects.requireNonNull(name);
        Objects.requireNonNull(file);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        for (Edge edge : edges) {
            Objects.checkIndex(edge.from(), nodes.size());
            Objects.checkIndex(edge.to(), nodes.size());
        }
    }

    /**
     * A box.
     *
     * @param lines what is written in it
     * @param places what it stands for, in order
     */
    public record Node(Kind kind, List<String> lines, List<Place> places) {
        public Node {
            Objects.requireNonNull(kind);
            lines = List.copyOf(lines);
            places = List.copyOf(places);
        }
    }

    /** How a box is drawn. */
    public enum Kind {
        /** where it begins or ends */
        TERMINAL,
        /** a straight piece of code, or a function whose source was read */
        PLAIN,
        /** a function without source */
        EXTERNAL
    }

    /** A line and column, from 1. */
    public record Place(int line, int column) {}

    /** An arrow; its label may be "". */
    public record Edge(int from, int to, String label) {
        public Edge {
            Objects.requireNonNull(label);
        }
    }
}
