package io.padlog.extract.correlate;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which atoms may still be asked about before they are assigned or forgotten: backward data flow, as for registers. */
final class Liveness {
    private final ControlFlowGraph graph;
    private final Atoms atoms;
    private final NodeEffect[] effects;
    private final BitSet visible;
    private final List<List<Integer>> successors = new ArrayList<>();
    /** What each node itself asks about. */
    private final BitSet[] asked;
    private final BitSet[] before;
    private final BitSet[] after;

    private Liveness(ControlFlowGraph graph, Atoms atoms, NodeEffect[] effects, BitSet visible) {
        this.graph = graph;
        this.atoms = atoms;
        this.effects = effects;
        this.visible = visible;
        this.asked = new BitSet[effects.length];
        this.before = new BitSet[effects.length];
        this.after = new BitSet[effects.length];
    }

    /**
     * @param effects what each node does to the atoms
     * @param visible the atoms that a caller can ask about when the function has returned
     */
    static Liveness of(ControlFlowGraph graph, Atoms atoms, NodeEffect[] effects, BitSet visible) {
        Liveness liveness = new Liveness(graph, atoms, effects, visible);
        liveness.flow();
        return liveness;
    }

    /** The atoms that are alive when control reaches {@code node}. */
    BitSet before(int node) {
        return before[node];
    }

    /** The atoms that are alive when control leaves {@code node}. */
    BitSet after(int node) {
        return after[node];
    }

    /** Whether what is known of the atom after a test or an assignment can matter at a later one: it is asked about there
     *  before it is forgotten or assigned again. */
    boolean correlates(int atom) {
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        BitSet seen = new BitSet();
        for (int node = 0; node < asked.length; node++) {
            Node known = graph.nodes().get(node);
            if (known instanceof Node.Return) {
                continue;
            }
            if (asked[node].get(atom) || effects[node].assigns(atom)) {
                waiting.add(node);
            }
        }
        while (!waiting.isEmpty()) {
            for (int node : successors(waiting.remove())) {
                if (asked[node].get(atom) && !(graph.nodes().get(node) instanceof Node.Return)) {
                    return true;
                }
                boolean changed = effects[node].forgotten().get(atom) || effects[node].assigns(atom);
                if (!changed && !seen.get(node)) {
                    seen.set(node);
                    waiting.add(node);
                }
            }
        }
        return false;
    }

    private List<Integer> successors(int node) {
        if (successors.isEmpty()) {
            graph.nodes().forEach(each -> successors.add(new ArrayList<>(2)));
            graph.edges().forEach(edge -> successors.get(edge.from()).add(edge.to()));
        }
        return successors.get(node);
    }

    private void flow() {
        for (int node = 0; node < before.length; node++) {
            before[node] = new BitSet();
            after[node] = new BitSet();
            asked[node] = asked(graph.nodes().get(node));
        }
        List<Edge> edges = graph.edges();
        boolean changed = true;
        while (changed) {
            changed = false;
            // Edges are sorted by where they begin, so that a node's are done when it is its turn.
            int edge = edges.size() - 1;
            for (int node = before.length - 1; node >= 0; node--) {
                for (; edge >= 0 && edges.get(edge).from() == node; edge--) {
                    after[node].or(before[edges.get(edge).to()]);
                }
                BitSet alive = alive(node);
                if (!alive.equals(before[node])) {
                    before[node] = alive;
                    changed = true;
                }
            }
        }
    }

    private BitSet alive(int number) {
        BitSet alive = (BitSet) after[number].clone();
        NodeEffect effect = effects[number];
        // What is forgotten here, such as what this call returns, makes no difference before, and leaves its room to others.
        alive.andNot(effect.forgotten());
        if (effect.target().isPresent()) {
            int target = effect.target().get();
            boolean read = alive.get(target);
            alive.clear(target);
            if (read) {
                effect.ways().forEach(way -> way.guard().ifPresent(alive::set));
            }
        }
        alive.or(asked[number]);
        return alive;
    }

    private BitSet asked(Node node) {
        BitSet asked = new BitSet();
        if (node instanceof Node.Branch branch) {
            set(asked, Test.of(branch.condition()).subject());
        } else if (node instanceof Node.Switch choice) {
            set(asked, choice.subject());
        } else if (node instanceof Node.Return exit) {
            exit.value().ifPresent(value -> {
                set(asked, value);
                set(asked, Test.of(value).subject());
            });
            asked.or(visible);
        }
        return asked;
    }

    private void set(BitSet alive, Value value) {
        atoms.numberOf(value).ifPresent(alive::set);
    }
}
