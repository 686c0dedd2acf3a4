package io.padlog.run.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final Budget BUDGET = new Budget(Optional.empty(), 10_000_000);
    private static final int ROWS = 200_000;

    private final TupleStore store = new TupleStore("r", 4, BUDGET);
    private final Memory memory =
            new Memory(Map.of("r", store), new Symbols(), new RecordStore(BUDGET), BUDGET, new int[1], new int[1]);
    private final Statistics statistics = Statistics.of(memory);

    /** Column 0 tells rows apart, 1 has runs of 400 equal values, 2 has ten values by turns, 3 is 0. */
    StatisticsTest() {
        Table table = new Table(4);
        for (int i = 0; i < ROWS; i++) {
            table.add(i, i / 400, i % 10, 0);
        }
        store.load(table);
        store.advance();
    }

    @Test
    void aSampleTellsHowManyRowsAValueHas() {
        assertThat(statistics.matches("r", 0)).isLessThan(2);
        assertThat(statistics.matches("r", 1)).isBetween(200.0, 800.0);
        assertThat(statistics.matches("r", 2)).isBetween(15_000.0, 25_000.0);
        assertThat(statistics.matches("r", 3)).isGreaterThan(190_000);
    }

    @Test
    void oneColumnIsEnoughIfItFindsAlmostTheSame() {
        assertThat(statistics.keyColumns("r", List.of(0, 2))).containsExactly(0);
        assertThat(statistics.keyColumns("r", List.of(2, 3))).containsExactly(2, 3);
        assertThat(statistics.keyColumns("r", List.of(3))).containsExactly(3);
        assertThat(statistics.keyColumns("r", List.of())).isEmpty();
    }

    @Test
    void anIndexThatIsThereServesForMoreColumns() {
        store.index(new int[] {0, 3});
        assertThat(statistics.keyColumns("r", List.of(0, 2, 3))).containsExactly(0, 3);
        store.index(new int[] {0, 2, 3});
        assertThat(statistics.keyColumns("r", List.of(0, 2, 3))).containsExactly(0, 2, 3);
    }

    /** Of a relation that is being computed nobody knows yet how many rows a value will have. */
    @Test
    void aRelationThatGrowsIsAskedByAllColumns() {
        assertThat(statistics.computing(Set.of("r")).keyColumns("r", List.of(0, 2))).containsExactly(0, 2);
    }
}
