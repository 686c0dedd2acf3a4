package io.padlog.extract.access;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;

/** The edges of a graph by node. */
final class NodeEdges {
    private NodeEdges() {}

    /** Where each node's edges begin in the graph's sorted list; one more entry than nodes. */
    static int[] first(ControlFlowGraph graph) {
        int[] first = new int[graph.nodes().size() + 1];
        for (Edge edge : graph.edges()) {
            first[edge.from() + 1]++;
        }
        for (int node = 0; node < graph.nodes().size(); node++) {
            first[node + 1] += first[node];
        }
        return first;
    }

    static int[][] predecessors(ControlFlowGraph graph) {
        int[] count = new int[graph.nodes().size()];
        graph.edges().forEach(edge -> count[edge.to()]++);
        int[][] predecessors = new int[count.length][];
        for (int node = 0; node < count.length; node++) {
            predecessors[node] = new int[count[node]];
        }
        graph.edges().forEach(edge -> predecessors[edge.to()][--count[edge.to()]] = edge.from());
        return predecessors;
    }
}
