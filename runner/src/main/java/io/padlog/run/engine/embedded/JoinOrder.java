package io.padlog.run.engine.embedded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Estimates what it costs to begin with each of the atoms that are left, if the order after it is greedy. It knows the
 * sizes of relations and how selective each column is, and takes columns for independent; it counts what an index costs that
 * is not there yet, which for a large relation is more than going through it once.
 */
final class JoinOrder {
    /** What it costs to put a row into an index, in rows gone through. */
    private static final double INDEXING = 4;
    /** With more atoms the look ahead is given up. */
    private static final int MOST_ATOMS = 16;

    private final Statistics statistics;
    private final List<BodyPlanner.Atom> atoms;
    private final Set<String> bound;
    private final double answers;
    private final boolean first;

    /**
     * @param bound variables that are known before
     * @param answers how often the next atom is looked at
     * @param first whether nothing was placed before, so that the next atom is gone through once
     */
    JoinOrder(
            Statistics statistics, List<BodyPlanner.Atom> atoms, Set<String> bound, double answers, boolean first) {
        this.statistics = statistics;
        this.atoms = atoms;
        this.bound = bound;
        this.answers = answers;
        this.first = first;
    }

    /** The atom to place next; of equally good ones the first. */
    BodyPlanner.Atom cheapest() {
        if (atoms.size() > MOST_ATOMS) {
            return atoms.get(fewestRows(atoms, bound));
        }
        BodyPlanner.Atom best = atoms.get(0);
        double least = Double.MAX_VALUE;
        boolean connected = !first && atoms.stream().anyMatch(atom -> isConnected(atom, bound));
        for (int i = 0; i < atoms.size(); i++) {
            double cost = cost(i);
            if (cost < least && (!connected || isConnected(atoms.get(i), bound))) {
                best = atoms.get(i);
                least = cost;
            }
        }
        return best;
    }

    /** How many answers there are when this atom was placed. */
    double answersAfter(BodyPlanner.Atom atom) {
        return Math.max(1, answers * expectedRows(atom, bound));
    }

    private double cost(int start) {
        List<BodyPlanner.Atom> left = new ArrayList<>(atoms);
        Set<String> known = new HashSet<>(bound);
        double rows = answers;
        double cost = 0;
        boolean once = first;
        for (int next = start; !left.isEmpty(); next = left.isEmpty() ? 0 : fewestRows(left, known)) {
            BodyPlanner.Atom atom = left.remove(next);
            double found = expectedRows(atom, known);
            List<Integer> columns = columns(atom, known);
            if (columns.isEmpty() || once && !isIndexed(atom, columns)) {
                cost += rows * statistics.size(atom.member().relation());
            } else if (!isIndexed(atom, columns)) {
                cost += INDEXING * statistics.size(atom.member().relation());
            }
            rows *= found;
            cost += rows;
            once = false;
            known.addAll(Variables.of(atom.member()).names());
        }
        return cost;
    }

    private boolean isIndexed(BodyPlanner.Atom atom, List<Integer> columns) {
        return statistics.isIndexed(atom.member().relation(), columns);
    }

    /** Whether it need not be combined with each answer so far; products are the last resort, however small they look. */
    private static boolean isConnected(BodyPlanner.Atom atom, Set<String> known) {
        return atom.member().terms().isEmpty() || !columns(atom, known).isEmpty();
    }

    private int fewestRows(List<BodyPlanner.Atom> left, Set<String> known) {
        int best = 0;
        double least = Double.MAX_VALUE;
        boolean connected = left.stream().anyMatch(atom -> isConnected(atom, known));
        for (int i = 0; i < left.size(); i++) {
            double found = expectedRows(left.get(i), known);
            if (found < least && (!connected || isConnected(left.get(i), known))) {
                best = i;
                least = found;
            }
        }
        return best;
    }

    private double expectedRows(BodyPlanner.Atom atom, Set<String> known) {
        return statistics.matches(atom.member().relation(), columns(atom, known));
    }

    private static List<Integer> columns(BodyPlanner.Atom atom, Set<String> known) {
        List<Integer> columns = new ArrayList<>();
        for (int column = 0; column < atom.member().terms().size(); column++) {
            Variables variables = Variables.of(atom.member().terms().get(column));
            if (variables.computable() && known.containsAll(variables.names())) {
                columns.add(column);
            }
        }
        return columns;
    }
}
