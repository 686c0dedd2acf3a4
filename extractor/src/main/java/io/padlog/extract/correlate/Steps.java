package io.padlog.extract.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A graph of masks over a function's nodes, from which the nodes that change nothing can be taken out.
 */
final class Steps {
    /** Passes over the graph; what is still there afterwards is only less compact, not wrong. */
    private static final int MAXIMUM_PASSES = 50;

    private final List<List<Step>> out;
    private final boolean[] kept;

    /** Control goes to a node with this effect. */
    record Step(int to, Mask mask) {}

    Steps(int nodes) {
        out = new ArrayList<>(nodes);
        for (int node = 0; node < nodes; node++) {
            out.add(new ArrayList<>());
        }
        kept = new boolean[nodes];
    }

    void add(int from, int to, Mask mask) {
        out.get(from).add(new Step(to, mask));
    }

    /** Says that {@code node} must stay. */
    void keep(int node) {
        kept[node] = true;
    }

    List<Step> from(int node) {
        return out.get(node);
    }

    /** Whether the node is still on a way through the graph. */
    boolean[] reachable() {
        boolean[] reached = new boolean[out.size()];
        List<Integer> waiting = new ArrayList<>(List.of(0));
        reached[0] = true;
        while (!waiting.isEmpty()) {
            for (Step step : out.get(waiting.remove(waiting.size() - 1))) {
                if (!reached[step.to()]) {
                    reached[step.to()] = true;
                    waiting.add(step.to());
                }
            }
        }
        return reached;
    }

    /** Takes out each node with one way on that everything can pass, until none is left. */
    void contract() {
        boolean changed = true;
        for (int pass = 0; changed && pass < MAXIMUM_PASSES; pass++) {
            changed = false;
            // Numbers follow the source, so going down meets most targets after they were shortened themselves.
            for (int node = out.size() - 1; node >= 0; node--) {
                changed |= shorten(node);
            }
        }
    }

    private boolean shorten(int node) {
        List<Step> steps = out.get(node);
        List<Step> shorter = new ArrayList<>(steps.size());
        boolean changed = false;
        for (Step step : steps) {
            Step reached = follow(step);
            boolean idle = reached.to() == node && reached.mask().equals(Mask.IDENTITY) && !kept[node];
            boolean isNew = !idle && addMerged(shorter, reached);
            changed |= reached != step || !isNew;
        }
        if (shorter.isEmpty() || !changed) {
            return false;
        }
        out.set(node, shorter);
        return true;
    }

    /** Ways that leave the same behind are one.
     *  @return whether the step was added as another one */
    private static boolean addMerged(List<Step> steps, Step step) {
        for (int other = 0; other < steps.size(); other++) {
            if (steps.get(other).to() == step.to()) {
                Optional<Mask> either = steps.get(other).mask().or(step.mask());
                if (either.isPresent()) {
                    steps.set(other, new Step(step.to(), either.get()));
                    return false;
                }
            }
        }
        steps.add(step);
        return true;
    }

    private Step follow(Step step) {
        List<Step> next = out.get(step.to());
        if (kept[step.to()] || next.size() != 1 || next.get(0).to() == step.to() || !next.get(0).mask().unguarded()) {
            return step;
        }
        return new Step(next.get(0).to(), step.mask().then(next.get(0).mask()));
    }
}
