package io.padlog.run.explain;

import io.padlog.extract.facts.Table;

/** The rows of a table by the number in one column, in their order. Numbers are dense and not negative. */
final class RowIndex {
    private final Table table;
    private final int[] first;
    private final int[] rows;

    RowIndex(Table table, int column) {
        this.table = table;
        int keys = 0;
        for (int row = 0; row < table.rows(); row++) {
            keys = Math.max(keys, table.get(row, column) + 1);
        }
        first = new int[keys + 1];
        for (int row = 0; row < table.rows(); row++) {
            first[table.get(row, column) + 1]++;
        }
        for (int key = 0; key < keys; key++) {
            first[key + 1] += first[key];
        }
        int[] next = first.clone();
        rows = new int[table.rows()];
        for (int row = 0; row < table.rows(); row++) {
            rows[next[table.get(row, column)]++] = row;
        }
    }

    Table table() {
        return table;
    }

    /** How many rows have this key. */
    int count(int key) {
        return key < 0 || key + 1 >= first.length ? 0 : first[key + 1] - first[key];
    }

    /** The row number of the {@code index}-th row with this key. */
    int row(int key, int index) {
        return rows[first[key] + index];
    }

    /** The cell in {@code column} of the {@code index}-th row with this key. */
    int get(int key, int index, int column) {
        return table.get(row(key, index), column);
    }
}
