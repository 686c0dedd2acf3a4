package io.padlog.extract.cfg;

import io.padlog.extract.syntax.Declaration;
import java.util.List;
import java.util.Objects;

/**
 * The body of one function as a graph. Only nodes that can be reached from the entry are in it, and the exit.
 *
 * @param function what it was made from
 * @param nodes numbered by their place: the entry is 0, the exit the last, the rest in source order; the copies of a
 *     {@code __finally} block, one for each way out of its {@code __try}, follow the body
 * @param edges sorted by {@code from}, TRUE before FALSE, cases in source order
 * @param locals the local variables, numbered as in {@link Value.Variable#index}
 * @param complete whether no node is {@link Node.Opaque}
 */
public record ControlFlowGraph(
        Declaration.Function function, List<Node> nodes, List<Edge> edges, List<Declaration.Variable> locals,
        boolean complete) {
    public ControlFlowGraph {
        Objects.requireNonNull(function);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        locals = List.copyOf(locals);
    }

    /** The number of the exit node. */
    public int exit() {
        return nodes.size() - 1;
    }
}
