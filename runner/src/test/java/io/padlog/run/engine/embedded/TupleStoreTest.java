package io.padlog.run.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TupleStoreTest {
    private static TupleStore store(int arity) {
        return new TupleStore("r", arity, new Budget(Optional.empty(), 1_000_000));
    }

    @Test
    void keepsEachTupleOnceAndInOrder() {
        TupleStore store = store(2);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5000; i++) {
                assertThat(store.add(new int[] {i, -i})).isEqualTo(round == 0);
            }
        }
        assertThat(store.size()).isEqualTo(5000);
        assertThat(store.find(new int[] {4711, -4711})).isEqualTo(4711);
        assertThat(store.find(new int[] {4711, 4711})).isEqualTo(-1);
    }

    @Test
    void aNullaryRelationHoldsOrNot() {
        TupleStore store = store(0);
        assertThat(store.find(new int[0])).isEqualTo(-1);
        assertThat(store.add(new int[0])).isTrue();
        assertThat(store.add(new int[0])).isFalse();
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void hidesLoadedDuplicatesWhenAskedAndRowsKeepTheirNumbers() {
        Table table = new Table(2);
        for (int i = 0; i < 100; i++) {
            table.add(i % 10, i % 20);
        }
        TupleStore store = store(2);
        store.load(table);
        store.advance();
        RowIndex index = store.index(new int[] {0});
        assertThat(chain(index, index.first(3))).hasSize(10);
        store.makeDistinct();
        assertThat(store.liveRows()).isEqualTo(20);
        assertThat(chain(index, index.first(3)).stream().filter(row -> !store.isRemoved(row))).containsExactly(13, 3);
        assertThat(store.find(new int[] {9, 19})).isEqualTo(19);
        assertThat(store.liveCells()).hasSize(40);
    }

    @Test
    void aHiddenDuplicateIsNotFoundInPlaceOfTheRowThatStayed() {
        Table table = new Table(1);
        for (int i = 0; i < 40; i++) {
            table.add(i % 20);
        }
        TupleStore store = store(1);
        store.load(table);
        for (int i = 20; i < 2000; i++) {
            assertThat(store.add(new int[] {i})).isTrue();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(store.find(new int[] {i})).isEqualTo(i);
        }
    }

    @Test
    void aLoadedTableIsSharedUntilRowsCome() {
        Table table = new Table(1);
        for (int value : new int[] {7, 8, 7, 9}) {
            table.add(value);
        }
        TupleStore store = store(1);
        store.load(table);
        assertThat(store.cells()).isSameAs(table.cells());
        store.add(new int[] {10});
        assertThat(List.of(table.get(0, 0), table.get(1, 0), table.get(2, 0), table.get(3, 0))).containsExactly(7, 8, 7, 9);
        assertThat(store.liveRows()).isEqualTo(4);
        assertThat(store.find(new int[] {9})).isEqualTo(3);
    }

    @Test
    void anIndexCoversTheDeltaButNotWhatIsNew() {
        TupleStore store = store(3);
        RowIndex index = store.index(new int[] {0, 2});
        store.add(new int[] {1, 10, 7});
        store.add(new int[] {1, 11, 7});
        assertThat(store.advance()).isTrue();
        store.add(new int[] {1, 12, 7});
        assertThat(chain(index, index.first(1, 7))).containsExactly(1, 0);
        assertThat(store.advance()).isTrue();
        assertThat(chain(index, index.first(new int[] {1, 7}))).containsExactly(2, 1, 0);
        assertThat(index.first(1, 8)).isEqualTo(-1);
        assertThat(Rows.DELTA.from(store)).isEqualTo(2);
        assertThat(Rows.OLD.to(store)).isEqualTo(2);
        assertThat(store.advance()).isFalse();
    }

    @Test
    void aRemovedRowIsHiddenAndStaysOut() {
        TupleStore store = store(1);
        store.add(new int[] {5});
        store.remove(0);
        assertThat(store.liveRows()).isZero();
        assertThat(store.add(new int[] {5})).isFalse();
    }

    @Test
    void tooManyRowsEndTheEvaluation() {
        TupleStore store = new TupleStore("naturals", 1, new Budget(Optional.empty(), 10_000));
        assertThatThrownBy(() -> {
            for (int i = 0; ; i++) {
                store.add(new int[] {i});
            }
        }).isInstanceOfSatisfying(PadlogException.class, e -> {
            assertThat(e.status()).isEqualTo(ExitStatus.INCOMPLETE);
            assertThat(e).hasMessageContaining("'naturals'");
        });
    }

    /** Hashed while values are few and far apart, an array once they fill a range, a larger one, hashed again when one lies far outside. */
    @Test
    void anIndexFindsRowsHoweverTheirValuesSpread() {
        TupleStore store = store(2);
        RowIndex index = store.index(new int[] {0});
        List<Integer> values = new ArrayList<>();
        for (int[] round : new int[][] {{10, 1000}, {1000, 10}, {5000, 3}, {20_000, 1}, {3, 1_000_000}, {20_000, 1}, {2, -500_000_000}}) {
            for (int i = 0; i < round[0]; i++) {
                store.add(new int[] {i * round[1], store.size()});
                values.add(i * round[1]);
            }
            store.advance();
            for (int value : List.of(0, 1, 3, 990, 3000, 9000, 9001, 2_000_000, -500_000_000, 7)) {
                List<Integer> rows = new ArrayList<>();
                for (int row = values.size() - 1; row >= 0; row--) {
                    if (values.get(row) == value) {
                        rows.add(row);
                    }
                }
                assertThat(chain(index, index.first(value))).isEqualTo(rows);
            }
            assertThat(index.keys()).isEqualTo((int) values.stream().distinct().count());
        }
    }

    private static List<Integer> chain(RowIndex index, int first) {
        List<Integer> rows = new ArrayList<>();
        for (int row = first; row >= 0; row = index.next(row)) {
            rows.add(row);
        }
        return rows;
    }
}
