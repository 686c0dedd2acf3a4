package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The smallest equivalence relation over the pairs that were added, kept as its classes: n members take room for n, not
 * for their n² pairs. Members are numbered as they come.
 *
 * <p>Added pairs are only noted until {@link #advance}, which merges classes, the smaller into the larger. A class is a list
 * of members in which each class that it was made of lies in one stretch. So the old pairs of a member are those with its
 * stretch, and the delta those with the rest of the list: no pair is stored for it.
 */
final class EquivalenceStore implements Store {
    private static final int FIRST_MEMBERS = 16;
    private static final int[] NONE = {};

    private final String name;
    private final List<List<Integer>> choiceDomains;
    private final Budget budget;
    private final TupleStore members;
    /** How many members have a class; the others came since the last {@link #advance}. */
    private int known;
    /** Union-find over all members, with the pairs that are only noted. */
    private int[] parents = new int[FIRST_MEMBERS];
    private int[] sizes = new int[FIRST_MEMBERS];
    private int[] noted = new int[FIRST_MEMBERS];
    private int notedCount;

    // For each known member.
    private int[] classes = new int[FIRST_MEMBERS];
    private int[] places = new int[FIRST_MEMBERS];
    /** Its stretch, unless its class says so: empty for one that is new in the delta. */
    private int[] stretchFrom = new int[FIRST_MEMBERS];
    private int[] stretchTo = new int[FIRST_MEMBERS];

    // For each class, which is numbered as its first member.
    private int[][] lists = new int[FIRST_MEMBERS][];
    private int[] counts = new int[FIRST_MEMBERS];
    /** Where its list ended before the round in which it last changed; the members before are one stretch. */
    private int[] bases = new int[FIRST_MEMBERS];
    private int[] rounds = new int[FIRST_MEMBERS];

    private int round;
    private int[] changed = NONE;
    private int changedCount;
    private long pairs;
    private long oldPairs;

    /** @param choiceDomains columns whose values only one pair may have, with those that it brings */
    EquivalenceStore(String name, List<List<Integer>> choiceDomains, Budget budget) {
        this.name = name;
        this.choiceDomains = choiceDomains;
        this.budget = budget;
        this.members = new TupleStore(name, 1, budget);
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.onEquivalence(this);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public long count(Rows rows) {
        return switch (rows) {
            case KNOWN -> pairs;
            case OLD -> oldPairs;
            case DELTA -> pairs - oldPairs;
        };
    }

    @Override
    public long liveRows() {
        return pairs;
    }

    @Override
    public void load(Table table) {
        int[] row = new int[2];
        for (int number = 0; number < table.rows(); number++) {
            row[0] = table.get(number, 0);
            row[1] = table.get(number, 1);
            add(row);
        }
    }

    @Override
    public boolean add(int[] row) {
        for (List<Integer> domain : choiceDomains) {
            // With both columns as its key a pair stands for itself alone.
            if (domain.size() == 1 && members.find(row[domain.get(0)]) >= 0) {
                return false;
            }
        }
        int before = members.size();
        int one = root(number(row[0]));
        int other = root(number(row[1]));
        if (one != other) {
            int larger = sizes[one] >= sizes[other] ? one : other;
            int smaller = larger == one ? other : one;
            parents[smaller] = larger;
            sizes[larger] += sizes[smaller];
            if (notedCount == noted.length) {
                noted = Arrays.copyOf(noted, notedCount * 2);
            }
            noted[notedCount++] = one;
            noted[notedCount++] = other;
        }
        return one != other || members.size() > before;
    }

    private int number(int value) {
        int met = members.find(value);
        if (met >= 0) {
            return met;
        }
        int number = members.size();
        members.add(new int[] {value});
        if (number == parents.length) {
            parents = Arrays.copyOf(parents, number * 2);
            sizes = Arrays.copyOf(sizes, number * 2);
        }
        parents[number] = number;
        sizes[number] = 1;
        return number;
    }

    private int root(int member) {
        int at = member;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    @Override
    public void makeDistinct() {
        // No pair is there twice.
    }

    @Override
    public boolean advance() {
        round++;
        changedCount = 0;
        oldPairs = pairs;
        makeRoom(members.size());
        for (; known < members.size(); known++) {
            lists[known] = new int[] {known};
            counts[known] = 1;
            classes[known] = known;
            change(known);
            bases[known] = 0;
            pairs++;
        }
        for (int i = 0; i < notedCount; i += 2) {
            budget.checkTime();
            merge(classes[noted[i]], classes[noted[i + 1]]);
        }
        notedCount = 0;
        return pairs > oldPairs;
    }

    private void makeRoom(int count) {
        if (count > classes.length) {
            int room = Math.max(count, classes.length + (classes.length >> 1));
            classes = Arrays.copyOf(classes, room);
            places = Arrays.copyOf(places, room);
            stretchFrom = Arrays.copyOf(stretchFrom, room);
            stretchTo = Arrays.copyOf(stretchTo, room);
            lists = Arrays.copyOf(lists, room);
            counts = Arrays.copyOf(counts, room);
            bases = Arrays.copyOf(bases, room);
            rounds = Arrays.copyOf(rounds, room);
        }
    }

    private void change(int number) {
        if (rounds[number] != round) {
            rounds[number] = round;
            bases[number] = counts[number];
            if (changedCount == changed.length) {
                changed = Arrays.copyOf(changed, Math.max(FIRST_MEMBERS, changedCount * 2));
            }
            changed[changedCount++] = number;
        }
    }

    private void merge(int one, int other) {
        if (one == other) {
            return;
        }
        int larger = counts[one] >= counts[other] ? one : other;
        int smaller = larger == one ? other : one;
        change(larger);
        change(smaller);
        int start = counts[larger];
        int end = start + counts[smaller];
        if (end > lists[larger].length) {
            lists[larger] = Arrays.copyOf(lists[larger], Math.max(end, start + (start >> 1)));
        }
        int[] moved = lists[smaller];
        for (int place = 0; place < counts[smaller]; place++) {
            int member = moved[place];
            if (place < bases[smaller]) {
                stretchFrom[member] = start;
                stretchTo[member] = start + bases[smaller];
            } else if (stretchFrom[member] < stretchTo[member]) {
                stretchFrom[member] += start;
                stretchTo[member] += start;
            }
            classes[member] = larger;
            places[member] = start + place;
            lists[larger][start + place] = member;
        }
        pairs += 2L * start * counts[smaller];
        counts[larger] = end;
        lists[smaller] = NONE;
        counts[smaller] = 0;
    }

    /** The number of a member that is known, or -1. */
    int member(int value) {
        int number = members.find(value);
        return number < known ? number : -1;
    }

    int value(int member) {
        return members.cells()[member];
    }

    /** How many members are known. */
    int known() {
        return known;
    }

    /** The members of the class that a member is in, as far as {@link #classSize}. */
    int[] classOf(int member) {
        return lists[classes[member]];
    }

    int classSize(int member) {
        return counts[classes[member]];
    }

    /** Where the members begin in {@link #classOf} with which this one was together before the delta. */
    int oldFrom(int member) {
        return isWithBase(member) ? 0 : stretchFrom[member];
    }

    /** Where these members end. */
    int oldTo(int member) {
        int own = classes[member];
        return rounds[own] != round ? counts[own] : isWithBase(member) ? bases[own] : stretchTo[member];
    }

    private boolean isWithBase(int member) {
        int own = classes[member];
        return rounds[own] != round || places[member] < bases[own];
    }

    /** How many classes have delta pairs; one of them may have been merged into another, and is empty. */
    int changedClasses() {
        return changedCount;
    }

    /** The members of a changed class, as far as {@link #changedSize}. */
    int[] changedClass(int index) {
        return lists[changed[index]];
    }

    int changedSize(int index) {
        return counts[changed[index]];
    }

    /** Whether a member has any partner in a range. */
    boolean hasPartner(int member, Rows rows) {
        return switch (rows) {
            case KNOWN -> true;
            case OLD -> oldFrom(member) < oldTo(member);
            case DELTA -> oldTo(member) - oldFrom(member) < classSize(member);
        };
    }

    /** Whether a range has the pair of these members. */
    boolean contains(int one, int other, Rows rows) {
        if (classes[one] != classes[other]) {
            return false;
        }
        boolean old = oldFrom(one) == oldFrom(other) && oldFrom(one) < oldTo(one) && oldFrom(other) < oldTo(other);
        return switch (rows) {
            case KNOWN -> true;
            case OLD -> old;
            case DELTA -> !old;
        };
    }

    @Override
    public void release() {
        members.release();
        known = 0;
        classes = NONE;
        places = NONE;
        stretchFrom = NONE;
        stretchTo = NONE;
        lists = new int[0][];
        counts = NONE;
        bases = NONE;
        rounds = NONE;
        parents = NONE;
        sizes = NONE;
        pairs = 0;
        oldPairs = 0;
        changedCount = 0;
    }

    @Override
    public OptionalDouble rowsPerKey(int[] columns) {
        return OptionalDouble.of(columns.length == 0 ? pairs : pairs / (double) Math.max(1, known));
    }

    @Override
    public boolean isIndexed(int[] columns) {
        return true;
    }

    @Override
    public List<List<Integer>> indexed() {
        return List.of();
    }

    @Override
    public int[] liveCells() {
        if (pairs > (Integer.MAX_VALUE - 16) / 2) {
            throw new PadlogException(
                    ExitStatus.INCOMPLETE,
                    "embedded engine: relation '" + name + "' has " + pairs + " pairs, more than can be listed; count them,"
                            + " or ask for those of one member");
        }
        budget.reserveRows(name, pairs);
        int[] cells = new int[(int) pairs * 2];
        int at = 0;
        for (int member = 0; member < known; member++) {
            budget.checkTime();
            int[] list = classOf(member);
            for (int place = 0; place < classSize(member); place++) {
                cells[at++] = value(member);
                cells[at++] = value(list[place]);
            }
        }
        return cells;
    }
}
