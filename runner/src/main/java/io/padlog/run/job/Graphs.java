package io.padlog.run.job;

import io.padlog.extract.facts.Facts;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.NearMiss;
import io.padlog.run.explain.CallGraphs;
import io.padlog.run.explain.FlowGraphs;
import io.padlog.run.graph.Graph;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Pictures of a function that the user names. */
public final class Graphs {
    /** A picture with more boxes or arrows helps nobody, and laying it out takes long. */
    private static final int LARGEST = 3_000;

    private final Facts facts;
    private final FlowGraphs flows;
    private final Consumer<String> notes;

    /** @param notes gets what the user should know of a picture */
    public Graphs(Facts facts, Consumer<String> notes) {
        this.facts = Objects.requireNonNull(facts);
        this.flows = new FlowGraphs(facts);
        this.notes = Objects.requireNonNull(notes);
    }

    /**
     * The control flow of a function.
     *
     * @throws PadlogException if there is no such function, or it is too large to draw
     */
    public Graph flow(String name) {
        int function = function(name);
        if (flows.size(function) > LARGEST) {
            throw new PadlogException(ExitStatus.USAGE, name + ": too large to draw (" + flows.size(function) + " nodes)");
        }
        return flows.of(function);
    }

    /**
     * The calls around a function.
     *
     * @throws PadlogException if there is no such function, or there are too many calls to draw
     */
    public Graph calls(String name, int depth) {
        Graph graph = CallGraphs.around(function(name), depth, facts);
        if (graph.nodes().size() > LARGEST || graph.edges().size() > LARGEST) {
            throw new PadlogException(ExitStatus.USAGE, name + ": too many calls to draw (" + graph.edges().size()
                    + "); lower --depth");
        }
        return graph;
    }

    private int function(String name) {
        List<Integer> named = flows.named(name);
        if (named.isEmpty()) {
            String hint = NearMiss.of(name, flows.names()).map(near -> "; did you mean '" + near + "'?").orElse("");
            throw new PadlogException(ExitStatus.USAGE, "no function '" + name + "' with a body" + hint);
        }
        if (named.size() > 1) {
            notes.accept(named.size() + " functions are called " + name + "; this is the one at "
                    + flows.location(named.get(0)));
        }
        return named.get(0);
    }
}
