package io.padlog.extract.correlate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Bounds how many environments meet at a node. Where more would, an atom is forgotten on the way there, so that those that
 * differ in nothing else become one: of the least telling, what spares most.
 */
final class Merging {
    /** Few functions have so many at a node; they would have thousands. */
    static final int MOST_ENVIRONMENTS = 64;
    /** Environments that are left where more would meet, so that there is room for what comes later. */
    private static final int LEFT = 32;
    /** Nodes of all rounds from the entry. When they are spent, the last round goes on with what it has, a little coarser. */
    private static final int MOST_NODES = 200_000;

    /** A flag is made to tell what happened, and so are results; what else is tested tells of resources by chance. */
    private static final List<Atom.Kind> LEAST_TELLING_FIRST =
            List.of(Atom.Kind.OTHER, Atom.Kind.STATUS, Atom.Kind.RESULT, Atom.Kind.FLAG);

    private final Atoms atoms;
    private final Liveness liveness;
    private final Layout layout;
    private int[] forgottenAt = {};
    private final BitSet forgotten = new BitSet();
    private final BitSet stuck = new BitSet();

    /** What a step out of a node may do to an environment. */
    interface Ways {
        List<Mask> of(int node, Mask mask);
    }

    /** The environments at a node. */
    private static final class Crowd {
        private int[] environments = new int[4];
        private int size;

        boolean add(int environment) {
            for (int index = 0; index < size; index++) {
                if (environments[index] == environment) {
                    return false;
                }
            }
            if (size == environments.length) {
                environments = Arrays.copyOf(environments, size * 2);
            }
            environments[size++] = environment;
            return true;
        }

        /** The environments without what is known of an atom in this bit field. */
        Crowd without(int field) {
            Crowd crowd = new Crowd();
            for (int index = 0; index < size; index++) {
                crowd.add(environments[index] | field);
            }
            return crowd;
        }
    }

    /** A step with all that it may do. */
    private record Out(int to, List<Mask> ways) {}

    Merging(Atoms atoms, Liveness liveness, Layout layout) {
        this.atoms = atoms;
        this.liveness = liveness;
        this.layout = layout;
    }

    /** Finds out what to forget where.
     *  @param ways what each step may do */
    void run(Steps steps, Ways ways) {
        boolean[] reachable = steps.reachable();
        forgottenAt = new int[reachable.length];
        forgotten.clear();
        stuck.clear();
        List<List<Out>> out = new ArrayList<>();
        for (int node = 0; node < reachable.length; node++) {
            int from = node;
            out.add(!reachable[node] ? List.of() : steps.from(node).stream()
                    .map(step -> new Out(step.to(), ways.of(from, step.mask()))).toList());
        }
        boolean fits = false;
        for (int nodes = 0; !fits; nodes += reachable.length) {
            fits = fits(out, nodes < MOST_NODES);
        }
    }

    /** The bit fields that are forgotten on the way to a node. */
    int forgottenAt(int node) {
        return forgottenAt[node];
    }

    /** The nodes that control reaches and, as far as is known there, cannot leave. */
    BitSet stuck() {
        return stuck;
    }

    /** Whether the atom is forgotten somewhere. */
    boolean forgets(int atom) {
        return forgotten.get(atom);
    }

    /** Follows all environments from the entry.
     *  @param stops whether to stop at a node with too many, where something is forgotten from now on
     *  @return false if it stopped */
    private boolean fits(List<List<Out>> out, boolean stops) {
        Crowd[] crowds = new Crowd[out.size()];
        ArrayDeque<Integer> nodes = new ArrayDeque<>(List.of(0));
        int[] done = new int[out.size()];
        crowds[0] = new Crowd();
        crowds[0].add(-1);
        while (!nodes.isEmpty()) {
            int node = nodes.remove();
            for (; done[node] < crowds[node].size; done[node]++) {
                int environment = crowds[node].environments[done[node]];
                for (Out step : out.get(node)) {
                    if (follow(environment, step, crowds)) {
                        nodes.add(step.to());
                    }
                }
            }
            for (Out step : out.get(node)) {
                int to = step.to();
                if (crowds[to] != null && crowds[to].size > MOST_ENVIRONMENTS) {
                    crowds[to] = forget(to, crowds[to], liveness.before(to));
                    if (stops) {
                        return false;
                    }
                    done[to] = 0;
                    nodes.add(to);
                }
            }
        }
        for (int node = 0; node < crowds.length; node++) {
            stuck.set(node, crowds[node] != null && isStuck(crowds[node], out.get(node)));
        }
        return true;
    }

    private static boolean isStuck(Crowd crowd, List<Out> out) {
        for (int index = 0; index < crowd.size; index++) {
            int environment = crowd.environments[index];
            if (out.stream().flatMap(step -> step.ways().stream()).anyMatch(mask -> mask.passes(environment))) {
                return false;
            }
        }
        return !out.isEmpty();
    }

    private boolean follow(int environment, Out step, Crowd[] crowds) {
        boolean added = false;
        for (Mask mask : step.ways()) {
            if (mask.passes(environment)) {
                Crowd crowd = crowds[step.to()] == null ? new Crowd() : crowds[step.to()];
                crowds[step.to()] = crowd;
                added |= crowd.add(environment & mask.allow() & mask.keep() | mask.set() | forgottenAt[step.to()]);
            }
        }
        return added;
    }

    /** @return what is left of the crowd */
    private Crowd forget(int node, Crowd crowd, BitSet alive) {
        Crowd left = crowd;
        for (Atom.Kind kind : LEAST_TELLING_FIRST) {
            BitSet among = new BitSet();
            alive.stream().filter(atom -> atoms.get(atom).kind() == kind).forEach(among::set);
            left = forgetOf(among, node, left);
        }
        return left;
    }

    /** Forgets of these atoms as many as it takes: first what spares most, and of equal ones the least useful. */
    private Crowd forgetOf(BitSet among, int node, Crowd crowd) {
        Crowd left = crowd;
        while (left.size > LEFT && !among.isEmpty()) {
            int best = -1;
            Crowd fewest = left;
            for (int atom = among.nextSetBit(0); atom >= 0; atom = among.nextSetBit(atom + 1)) {
                Crowd without = layout.has(atom) ? left.without(layout.field(atom)) : left;
                if (without.size <= fewest.size) {
                    best = atom;
                    fewest = without;
                }
            }
            among.clear(best);
            forgottenAt[node] |= layout.field(best);
            forgotten.set(best);
            left = fewest;
        }
        return left;
    }
}
