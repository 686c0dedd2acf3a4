package io.padlog.extract.facts;

import java.util.Arrays;

/**
 * Rows of ints, in the order in which they were added; a row may stand twice. What an int means (a number, or a symbol's
 * number) the relation's declaration says. Not thread-safe.
 */
public final class Table {
    private final int arity;
    private int[] cells;
    private int rows;

    /** @param arity how many ints a row has; 0 is legal */
    public Table(int arity) {
        this.arity = arity;
        this.cells = new int[Math.max(16, arity * 16)];
    }

    /** Appends a row.
     *  @throws IllegalArgumentException if {@code row} has not {@link #arity} ints */
    public void add(int... row) {
        if (row.length != arity) {
            throw new IllegalArgumentException("row of " + row.length + " in a table of " + arity);
        }
        int used = rows * arity;
        if (used + arity > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(used + arity, cells.length + (cells.length >> 1)));
        }
        System.arraycopy(row, 0, cells, used, arity);
        rows++;
    }

    /** Gives up the room for more rows, of a table that is complete. */
    public void trim() {
        if (cells.length > rows * arity) {
            cells = Arrays.copyOf(cells, rows * arity);
        }
    }

    public int arity() {
        return arity;
    }

    public int rows() {
        return rows;
    }

    /** The rows, one after another, and some room; the table's own, so not to be written to. */
    public int[] cells() {
        return cells;
    }

    /** The int in this row and column, both from 0. */
    public int get(int row, int column) {
        return cells[row * arity + column];
    }

    /** Replaces each int in some columns by what stands at its place in {@code numbers}. */
    void renumber(boolean[] columns, int[] numbers) {
        for (int column = 0; column < arity; column++) {
            for (int at = column; columns[column] && at < rows * arity; at += arity) {
                cells[at] = numbers[cells[at]];
            }
        }
    }
}
