package io.padlog.run.engine.embedded;

import java.util.HashMap;
import java.util.Map;

/**
 * {@code eqrel}: with a pair come all pairs that the smallest equivalence relation has because of it. The pairs are kept
 * one by one, so a class of n members costs n² rows; in exchange scans, joins and deltas need nothing special.
 */
final class EquivalenceClosure implements TupleStore.Admission {
    private final TupleStore pairs;
    private final Budget budget;
    private final Map<Integer, Members> classes = new HashMap<>();

    EquivalenceClosure(TupleStore pairs, Budget budget) {
        this.pairs = pairs;
        this.budget = budget;
    }

    @Override
    public boolean admit(int[] pair) {
        Members one = classOf(pair[0]);
        Members other = classOf(pair[1]);
        if (one != other) {
            join(one, other);
        }
        return true;
    }

    private Members classOf(int member) {
        Members known = classes.get(member);
        if (known != null) {
            return known;
        }
        Members alone = new Members();
        alone.add(member);
        classes.put(member, alone);
        pairs.insert(new int[] {member, member});
        return alone;
    }

    private void join(Members one, Members other) {
        int[] pair = new int[2];
        for (int i = 0; i < one.count; i++) {
            budget.checkTime();
            for (int j = 0; j < other.count; j++) {
                pair[0] = one.members[i];
                pair[1] = other.members[j];
                pairs.insert(pair);
                pair[0] = other.members[j];
                pair[1] = one.members[i];
                pairs.insert(pair);
            }
        }
        Members larger = one.count >= other.count ? one : other;
        Members smaller = larger == one ? other : one;
        for (int i = 0; i < smaller.count; i++) {
            larger.add(smaller.members[i]);
            classes.put(smaller.members[i], larger);
        }
    }

    private static final class Members {
        private int[] members = new int[2];
        private int count;

        void add(int member) {
            if (count == members.length) {
                members = java.util.Arrays.copyOf(members, count * 2);
            }
            members[count++] = member;
        }
    }
}
