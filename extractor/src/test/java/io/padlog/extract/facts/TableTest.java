package io.padlog.extract.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void keepsRowsInOrder() {
        Table table = new Table(2);
        for (int row = 0; row < 1000; row++) {
            table.add(row, -row);
        }
        assertThat(table.rows()).isEqualTo(1000);
        assertThat(table.get(999, 1)).isEqualTo(-999);
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new Table(2).add(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
