package io.padlog.extract.correlate;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import java.util.BitSet;
import java.util.List;

/** Which atoms may still be asked about before they are assigned: backward data flow, as for registers. */
final class Liveness {
    private final ControlFlowGraph graph;
    private final List<Atom> atoms;
    private final NodeEffect[] effects;
    private final BitSet[] before;
    private final BitSet[] after;

    private Liveness(ControlFlowGraph graph, List<Atom> atoms, NodeEffect[] effects) {
        this.graph = graph;
        this.atoms = atoms;
        this.effects = effects;
        this.before = new BitSet[effects.length];
        this.after = new BitSet[effects.length];
    }

    /** @param effects what each node does to the atoms */
    static Liveness of(ControlFlowGraph graph, List<Atom> atoms, NodeEffect[] effects) {
        Liveness liveness = new Liveness(graph, atoms, effects);
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

    private void flow() {
        for (int node = 0; node < before.length; node++) {
            before[node] = new BitSet();
            after[node] = new BitSet();
        }
        List<Edge> edges = graph.edges();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int edge = edges.size() - 1; edge >= 0; edge--) {
                after[edges.get(edge).from()].or(before[edges.get(edge).to()]);
            }
            for (int node = before.length - 1; node >= 0; node--) {
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
        effect.target().ifPresent(target -> {
            boolean read = alive.get(target);
            alive.clear(target);
            if (read) {
                effect.ways().forEach(way -> way.guard().ifPresent(alive::set));
            }
        });
        Node node = graph.nodes().get(number);
        if (node instanceof Node.Branch branch) {
            set(alive, Test.of(branch.condition()).subject());
        } else if (node instanceof Node.Switch choice) {
            set(alive, choice.subject());
        } else if (node instanceof Node.Return exit) {
            exit.value().ifPresent(value -> {
                set(alive, value);
                set(alive, Test.of(value).subject());
            });
            for (int atom = 0; atom < atoms.size(); atom++) {
                if (atoms.get(atom).mentions().visibleToCaller()) {
                    alive.set(atom);
                }
            }
        }
        return alive;
    }

    private void set(BitSet alive, Value value) {
        for (int atom = 0; atom < atoms.size(); atom++) {
            if (atoms.get(atom).value().equals(value)) {
                alive.set(atom);
            }
        }
    }
}
