package io.padlog.extract.correlate;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Makes one value of the calls of a function that gives the same result for the same arguments, where they decide a branch:
 * {@code if (is_open(file)) lock(); … if (is_open(file)) unlock();} asks twice for the same.
 */
public final class RepeatedCalls {
    /** A condition whose calls are nested deeper stays as it is. */
    private static final int DEEPEST = 8;

    private final ControlFlowGraph graph;
    private final Function<String, Optional<Set<String>>> reads;

    private RepeatedCalls(ControlFlowGraph graph, Function<String, Optional<Set<String>>> reads) {
        this.graph = graph;
        this.reads = reads;
    }

    /**
     * The same graph, in whose conditions calls of functions that change nothing are operations on what they depend on.
     *
     * @param reads the fields that a function's result depends on beside its arguments, if it changes nothing
     */
    public static ControlFlowGraph joined(ControlFlowGraph graph, Function<String, Optional<Set<String>>> reads) {
        RepeatedCalls calls = new RepeatedCalls(graph, reads);
        boolean any = graph.nodes().stream().anyMatch(calls::isPure);
        return !any ? graph : new ControlFlowGraph(graph.function(),
                graph.nodes().stream().map(calls::joined).toList(), graph.edges(), graph.locals(), graph.complete());
    }

    private boolean isPure(Node node) {
        return node instanceof Node.Call call && call.function() instanceof Value.Variable callee
                && reads.apply(callee.name()).isPresent();
    }

    private Node joined(Node node) {
        return node instanceof Node.Branch branch ? new Node.Branch(branch.span(), joined(branch.condition(), 0)) : node;
    }

    private Value joined(Value value, int depth) {
        if (depth > DEEPEST) {
            return value;
        }
        if (value instanceof Value.Operation operation) {
            return new Value.Operation(operation.operator(), joined(operation.operands(), depth));
        }
        boolean call = value instanceof Value.Temporary result && isPure(graph.nodes().get(result.node()));
        if (!call) {
            return value;
        }
        Node.Call made = (Node.Call) graph.nodes().get(((Value.Temporary) value).node());
        String name = ((Value.Variable) made.function()).name();
        List<Value> operands = new ArrayList<>(joined(made.arguments(), depth));
        Value whole = operands.isEmpty() ? new Value.Constant(0) : operands.get(0);
        new TreeSet<>(reads.apply(name).orElseThrow()).forEach(field -> operands.add(new Value.Field(whole, field)));
        return new Value.Operation(name + "()", operands);
    }

    private List<Value> joined(List<Value> values, int depth) {
        return values.stream().map(value -> joined(value, depth + 1)).toList();
    }
}
