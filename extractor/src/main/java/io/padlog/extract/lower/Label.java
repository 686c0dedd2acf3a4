package io.padlog.extract.lower;

import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Statement;
import java.util.List;

/** A label, and the jumps to it that came before it was met. */
final class Label {
    private final String name;
    /** The {@code __try} and {@code for} statements in whose bodies it lies, and the declarations that it lies behind. */
    private final List<Statement> around;
    private final Frontier waiting = new Frontier();
    private int node = -1;

    Label(String name, List<Statement> around) {
        this.name = name;
        this.around = List.copyOf(around);
    }

    boolean isInside(Statement statement) {
        for (Statement one : around) {
            if (one == statement) {
                return true;
            }
        }
        return false;
    }

    /** Jumps here from the current frontier. */
    void arrive(GraphBuilder graph) {
        if (node < 0) {
            waiting.addAll(graph.take());
        } else {
            graph.connect(graph.take(), node);
        }
    }

    boolean isAwaited() {
        return !waiting.isEmpty();
    }

    /**
     * Puts the label behind the current frontier and the jumps that wait for it. A second label of the same name (not
     * C) is a mere join.
     */
    void bind(GraphBuilder graph, Span span, int number) {
        if (node < 0) {
            graph.merge(waiting);
            node = number;
        }
        graph.put(number, new Node.Join(span, name));
    }

    /** Ends the jumps to a label that does not exist. */
    void close(GraphBuilder graph, Span span) {
        if (node < 0 && !waiting.isEmpty()) {
            graph.resume(waiting);
            graph.add(new Node.Opaque(span, "there is no label " + name));
            graph.take();
        }
    }

    /** Lets a computed jump come here. */
    void reach(GraphBuilder graph, int from) {
        if (node >= 0) {
            graph.connect(Frontier.of(from, Edge.Kind.ALWAYS), node);
        }
    }
}
