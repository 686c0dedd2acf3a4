package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<Looked> atoms = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final boolean[] bound;
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
        this.answers = answers;
        this.first = first;
        atoms.forEach(atom -> this.atoms.add(new Looked(atom)));
        this.bound = new boolean[numbers.size()];
        numbers.forEach((name, number) -> this.bound[number] = bound.contains(name));
    }

    /** An atom, its variables numbered. Sets of columns are bits: one behind the last of them is never known here. */
    private final class Looked {
        private final BodyPlanner.Atom atom;
        private final String relation;
        /** Of each column; none where it cannot be computed. */
        private final List<Optional<int[]>> variables = new ArrayList<>();
        private final int[] all;
        private final long size;
        private final Map<Long, Double> matches = new HashMap<>();

        Looked(BodyPlanner.Atom atom) {
            this.atom = atom;
            this.relation = atom.member().relation();
            this.size = statistics.size(relation);
            for (Term term : atom.member().terms()) {
                Variables of = Variables.of(term);
                variables.add(of.computable() ? Optional.of(numbers(of)) : Optional.empty());
            }
            this.all = numbers(Variables.of(atom.member()));
        }

        private int[] numbers(Variables variables) {
            int[] found = new int[variables.names().size()];
            int count = 0;
            for (String name : variables.names()) {
                found[count++] = numbers.computeIfAbsent(name, key -> numbers.size());
            }
            return found;
        }

        long columns(boolean[] known) {
            long columns = 0;
            for (int column = 0; column < Math.min(Long.SIZE, variables.size()); column++) {
                Optional<int[]> needed = variables.get(column);
                if (needed.isPresent() && isKnown(needed.get(), known)) {
                    columns |= 1L << column;
                }
            }
            return columns;
        }

        private static boolean isKnown(int[] variables, boolean[] known) {
            for (int variable : variables) {
                if (!known[variable]) {
                    return false;
                }
            }
            return true;
        }

        /** Whether it need not be combined with each answer so far; products are the last resort, however small they look. */
        boolean isConnected(long columns) {
            return variables.isEmpty() || columns != 0;
        }

        double expectedRows(long columns) {
            return matches.computeIfAbsent(columns, key -> statistics.matches(relation, numbersOf(key)));
        }

        boolean isIndexed(long columns) {
            return statistics.isIndexed(relation, numbersOf(columns));
        }

        private static int[] numbersOf(long columns) {
            int[] numbers = new int[Long.bitCount(columns)];
            int count = 0;
            for (long left = columns; left != 0; left &= left - 1) {
                numbers[count++] = Long.numberOfTrailingZeros(left);
            }
            return numbers;
        }
    }

    /** The atom to place next; of equally good ones the first. */
    BodyPlanner.Atom cheapest() {
        boolean[] placed = new boolean[atoms.size()];
        if (atoms.size() > MOST_ATOMS) {
            return atoms.get(fewestRows(placed, bound)).atom;
        }
        Looked best = atoms.get(0);
        double least = Double.MAX_VALUE;
        boolean connected = !first && isAnyConnected(placed, bound);
        for (int i = 0; i < atoms.size(); i++) {
            double cost = cost(i);
            if (cost < least && (!connected || atoms.get(i).isConnected(atoms.get(i).columns(bound)))) {
                best = atoms.get(i);
                least = cost;
            }
        }
        return best.atom;
    }

    /** How many answers there are when this atom was placed. */
    double answersAfter(BodyPlanner.Atom atom) {
        Looked looked = atoms.stream().filter(one -> one.atom == atom).findFirst().orElseThrow();
        return Math.max(1, answers * looked.expectedRows(looked.columns(bound)));
    }

    private double cost(int start) {
        boolean[] known = bound.clone();
        boolean[] placed = new boolean[atoms.size()];
        double rows = answers;
        double cost = 0;
        boolean once = first;
        for (int left = atoms.size(), next = start; left > 0; left--) {
            Looked atom = atoms.get(next);
            placed[next] = true;
            long columns = atom.columns(known);
            if (columns == 0 || once && !atom.isIndexed(columns)) {
                cost += rows * atom.size;
            } else if (!atom.isIndexed(columns)) {
                cost += INDEXING * atom.size;
            }
            rows *= atom.expectedRows(columns);
            cost += rows;
            once = false;
            for (int variable : atom.all) {
                known[variable] = true;
            }
            next = left > 1 ? fewestRows(placed, known) : next;
        }
        return cost;
    }

    private boolean isAnyConnected(boolean[] placed, boolean[] known) {
        for (int i = 0; i < placed.length; i++) {
            if (!placed[i] && atoms.get(i).isConnected(atoms.get(i).columns(known))) {
                return true;
            }
        }
        return false;
    }

    private static int firstLeft(boolean[] placed) {
        int first = 0;
        while (placed[first]) {
            first++;
        }
        return first;
    }

    /** Of the atoms that are not placed. */
    private int fewestRows(boolean[] placed, boolean[] known) {
        int best = firstLeft(placed);
        double least = Double.MAX_VALUE;
        boolean connected = isAnyConnected(placed, known);
        for (int i = 0; i < placed.length; i++) {
            if (placed[i]) {
                continue;
            }
            long columns = atoms.get(i).columns(known);
            double found = atoms.get(i).expectedRows(columns);
            if (found < least && (!connected || atoms.get(i).isConnected(columns))) {
                best = i;
                least = found;
            }
        }
        return best;
    }
}
