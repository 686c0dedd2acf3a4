package io.padlog.run.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.padlog.run.PadlogException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquivalenceStoreTest {
    private final Budget budget = new Budget(Optional.empty(), 1_000_000);
    private final EquivalenceStore store = new EquivalenceStore("same", List.of(), budget);

    private void add(int one, int other) {
        store.add(new int[] {one, other});
    }

    @Test
    void aPairBringsItsReverseAndTheMembersThemselves() {
        add(1, 2);
        assertThat(pairs(Rows.KNOWN)).isEmpty();
        assertThat(store.advance()).isTrue();
        assertThat(pairs(Rows.KNOWN)).containsExactly("1,1", "1,2", "2,1", "2,2");
        assertThat(pairs(Rows.DELTA)).isEqualTo(pairs(Rows.KNOWN));
        assertThat(store.advance()).isFalse();
        assertThat(pairs(Rows.OLD)).isEqualTo(pairs(Rows.KNOWN));
    }

    @Test
    void theDeltaIsWhatMergingAddsToTheOldClasses() {
        add(1, 2);
        add(3, 4);
        store.advance();
        add(2, 3);
        add(2, 5);
        store.advance();
        assertThat(pairs(Rows.OLD)).containsExactly("1,1", "1,2", "2,1", "2,2", "3,3", "3,4", "4,3", "4,4");
        assertThat(pairs(Rows.DELTA)).containsExactly(
                "1,3", "1,4", "1,5", "2,3", "2,4", "2,5", "3,1", "3,2", "3,5", "4,1", "4,2", "4,5",
                "5,1", "5,2", "5,3", "5,4", "5,5");
    }

    @Test
    void whatFollowsAlreadyIsNoDelta() {
        add(1, 2);
        add(2, 3);
        store.advance();
        add(3, 1);
        assertThat(store.advance()).isFalse();
    }

    /** 100,000 members in a class make 10,000,000,000 pairs, of which none is kept. */
    @Test
    void aLargeClassTakesRoomForItsMembersOnly() {
        for (int i = 1; i < 100_000; i++) {
            add(i, i + 1);
        }
        store.advance();
        assertThat(store.liveRows()).isEqualTo(10_000_000_000L);
        assertThat(store.contains(store.member(1), store.member(100_000), Rows.KNOWN)).isTrue();
        assertThatThrownBy(store::liveCells)
                .isInstanceOf(PadlogException.class)
                .hasMessageContaining("'same' has 10000000000 pairs");
    }

    @Test
    void ofAChoiceTheFirstPairWithAMemberStays() {
        EquivalenceStore chosen = new EquivalenceStore("chosen", List.of(List.of(0)), budget);
        assertThat(chosen.add(new int[] {1, 2})).isTrue();
        assertThat(chosen.add(new int[] {2, 3})).isFalse();
        chosen.advance();
        assertThat(chosen.liveRows()).isEqualTo(4);
    }

    /** Compared with relations that have each pair. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 40, 200})
    void agreesWithAClosureOfPairs(int values) {
        Random random = new Random(values);
        boolean[][] old = new boolean[values][values];
        boolean[][] known = new boolean[values][values];
        for (int round = 0; round < 30; round++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                int one = random.nextInt(values);
                int other = random.nextInt(values);
                add(one, other);
                join(known, one, other);
            }
            store.advance();
            assertThat(pairs(Rows.KNOWN)).isEqualTo(pairs(known, new boolean[values][values]));
            assertThat(pairs(Rows.OLD)).isEqualTo(pairs(old, new boolean[values][values]));
            assertThat(pairs(Rows.DELTA)).isEqualTo(pairs(known, old));
            for (int value = 0; value < values; value++) {
                old[value] = known[value].clone();
            }
        }
    }

    private static void join(boolean[][] known, int one, int other) {
        known[one][one] = true;
        known[other][other] = true;
        boolean[] left = known[one].clone();
        boolean[] right = known[other].clone();
        for (int i = 0; i < known.length; i++) {
            for (int j = 0; j < known.length; j++) {
                known[i][j] |= left[i] && right[j] || right[i] && left[j];
            }
        }
    }

    private static Set<String> pairs(boolean[][] relation, boolean[][] without) {
        Set<String> pairs = new TreeSet<>();
        for (int i = 0; i < relation.length; i++) {
            for (int j = 0; j < relation.length; j++) {
                if (relation[i][j] && !without[i][j]) {
                    pairs.add(i + "," + j);
                }
            }
        }
        return pairs;
    }

    /** The pairs of a range, as a scan has them; looking for each of them must say the same. */
    private Set<String> pairs(Rows rows) {
        Operation.Scan scan =
                new Operation.Scan("same", rows, List.of(new Operation.Load(0, 0), new Operation.Load(1, 1)));
        Set<String> pairs = new TreeSet<>();
        long[] count = new long[1];
        Step step = EquivalenceScans.all(store, scan, true, Found.NEVER, budget, r -> {
            pairs.add(r[0] + "," + r[1]);
            count[0]++;
        });
        step.run(new int[2]);
        assertThat(count[0]).isEqualTo(pairs.size()).isEqualTo(store.count(rows));
        for (int one = 0; one < store.known(); one++) {
            boolean any = false;
            for (int other = 0; other < store.known(); other++) {
                boolean contains = store.contains(one, other, rows);
                assertThat(contains).isEqualTo(pairs.contains(store.value(one) + "," + store.value(other)));
                any |= contains;
            }
            assertThat(store.hasPartner(one, rows)).isEqualTo(any);
        }
        return pairs;
    }
}
