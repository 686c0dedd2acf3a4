package io.padlog.run.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A graph in layers, each edge leading one layer down: edges that close a cycle are turned round, longer ones get a vertex
 * in each layer between. Vertices below the number of nodes are the nodes. After Sugiyama, Tagawa and Toda, 1981.
 */
final class Layers {
    private static final int NONE = -1;

    private final int nodes;
    private final List<Graph.Edge> edges;
    private final boolean[] reversed;
    private final List<Integer> layerOf = new ArrayList<>();
    private final List<List<Integer>> chains = new ArrayList<>();
    private final List<List<Integer>> above = new ArrayList<>();
    private final List<List<Integer>> below = new ArrayList<>();

    Layers(int nodes, List<Graph.Edge> edges) {
        this.nodes = nodes;
        this.edges = edges;
        this.reversed = new boolean[edges.size()];
        int[] layer = longestPaths(search());
        for (int node = 0; node < nodes; node++) {
            add(layer[node]);
        }
        for (int edge = 0; edge < edges.size(); edge++) {
            chains.add(connect(upper(edge), lower(edge)));
        }
    }

    int vertices() {
        return layerOf.size();
    }

    int layer(int vertex) {
        return layerOf.get(vertex);
    }

    int layers() {
        return layerOf.stream().mapToInt(layer -> layer + 1).max().orElse(0);
    }

    /** The vertices of an edge from the upper end to the lower; twice the same for an edge from a node to itself. */
    List<Integer> chain(int edge) {
        return chains.get(edge);
    }

    /** Whether the upper end of an edge is where it leads to. */
    boolean isReversed(int edge) {
        return reversed[edge];
    }

    List<Integer> above(int vertex) {
        return above.get(vertex);
    }

    List<Integer> below(int vertex) {
        return below.get(vertex);
    }

    private int upper(int edge) {
        return reversed[edge] ? edges.get(edge).to() : edges.get(edge).from();
    }

    private int lower(int edge) {
        return reversed[edge] ? edges.get(edge).from() : edges.get(edge).to();
    }

    /** Turns edges to a node on the way to it. @return the nodes, each after those that lead to it */
    private List<Integer> search() {
        List<List<Integer>> leaving = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            leaving.add(new ArrayList<>());
        }
        for (int edge = 0; edge < edges.size(); edge++) {
            leaving.get(edges.get(edge).from()).add(edge);
        }
        int[] next = new int[nodes];
        boolean[] open = new boolean[nodes];
        boolean[] done = new boolean[nodes];
        Deque<Integer> finished = new ArrayDeque<>();
        Deque<Integer> way = new ArrayDeque<>();
        for (int root = 0; root < nodes; root++) {
            if (!done[root]) {
                way.push(root);
                open[root] = true;
            }
            while (!way.isEmpty()) {
                int node = way.peek();
                if (next[node] == leaving.get(node).size()) {
                    way.pop();
                    open[node] = false;
                    done[node] = true;
                    finished.push(node);
                    continue;
                }
                int edge = leaving.get(node).get(next[node]++);
                int to = edges.get(edge).to();
                if (open[to]) {
                    reversed[edge] = true;
                } else if (!done[to]) {
                    open[to] = true;
                    way.push(to);
                }
            }
        }
        return List.copyOf(finished);
    }

    private int[] longestPaths(List<Integer> topological) {
        List<List<Integer>> leaving = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            leaving.add(new ArrayList<>());
        }
        for (int edge = 0; edge < edges.size(); edge++) {
            leaving.get(upper(edge)).add(lower(edge));
        }
        int[] layer = new int[nodes];
        for (int node : topological) {
            for (int to : leaving.get(node)) {
                if (to != node) {
                    layer[to] = Math.max(layer[to], layer[node] + 1);
                }
            }
        }
        return layer;
    }

    private int add(int layer) {
        layerOf.add(layer);
        above.add(new ArrayList<>());
        below.add(new ArrayList<>());
        return layerOf.size() - 1;
    }

    private List<Integer> connect(int upper, int lower) {
        List<Integer> chain = new ArrayList<>(List.of(upper));
        int before = upper == lower ? NONE : upper;
        for (int layer = layer(upper) + 1; layer < layer(lower); layer++) {
            int vertex = add(layer);
            link(before, vertex);
            chain.add(vertex);
            before = vertex;
        }
        if (before != NONE) {
            link(before, lower);
        }
        chain.add(lower);
        return chain;
    }

    private void link(int upper, int lower) {
        below.get(upper).add(lower);
        above.get(lower).add(upper);
    }
}
