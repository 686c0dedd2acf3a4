package io.padlog.extract.access;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import java.util.Arrays;
import java.util.BitSet;

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

    /** The nodes that the first one reaches, each after all its predecessors but those by which a loop comes back. */
    static int[] reversePostorder(ControlFlowGraph graph) {
        int[] first = first(graph);
        int[] next = first.clone();
        BitSet seen = new BitSet(graph.nodes().size());
        int[] stack = new int[graph.nodes().size()];
        int[] order = new int[graph.nodes().size()];
        int depth = 1;
        int place = order.length;
        seen.set(0);
        while (depth > 0) {
            int node = stack[depth - 1];
            if (next[node] == first[node + 1]) {
                depth--;
                order[--place] = node;
                continue;
            }
            int to = graph.edges().get(next[node]++).to();
            if (!seen.get(to)) {
                seen.set(to);
                stack[depth++] = to;
            }
        }
        return Arrays.copyOfRange(order, place, order.length);
    }
}
