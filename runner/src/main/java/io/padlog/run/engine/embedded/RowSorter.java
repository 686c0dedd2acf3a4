package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Table;
import io.padlog.run.engine.ByteText;
import io.padlog.run.engine.EngineResult.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/** Sorts rows column by column: numbers by value, symbols by the code points of their texts. */
final class RowSorter {
    private final int[] cells;
    private final int arity;
    /** {@link #cells} made comparable as signed ints. */
    private final int[] keys;

    /**
     * @param cells rows, one after another
     * @param kinds of the columns
     * @param texts what the ints in symbol columns number
     */
    RowSorter(int[] cells, List<Kind> kinds, IntFunction<String> texts) {
        this.cells = cells;
        this.arity = kinds.size();
        this.keys = cells.clone();
        for (int column = 0; column < arity; column++) {
            switch (kinds.get(column)) {
                case NUMBER -> { }
                case UNSIGNED -> replace(column, value -> value ^ Integer.MIN_VALUE);
                // IEEE 754: of negative floats the larger magnitude is the smaller.
                case FLOAT -> replace(column, bits -> bits < 0 ? bits ^ Integer.MAX_VALUE : bits);
                case SYMBOL -> rank(column, texts);
            }
        }
    }

    private void replace(int column, java.util.function.IntUnaryOperator key) {
        for (int at = column; at < keys.length; at += arity) {
            keys[at] = key.applyAsInt(keys[at]);
        }
    }

    private void rank(int column, IntFunction<String> texts) {
        int[] values = new int[keys.length / arity];
        for (int row = 0; row < values.length; row++) {
            values[row] = keys[row * arity + column];
        }
        int[] distinct = Arrays.stream(values).sorted().distinct().toArray();
        int[] byText = Arrays.stream(distinct)
                .boxed()
                .sorted(Comparator.comparing(texts::apply, ByteText::compare))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[distinct.length];
        for (int rank = 0; rank < byText.length; rank++) {
            ranks[Arrays.binarySearch(distinct, byText[rank])] = rank;
        }
        replace(column, value -> ranks[Arrays.binarySearch(distinct, value)]);
    }

    Table sorted() {
        int rows = arity == 0 ? 0 : cells.length / arity;
        int[] order = new int[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = row;
        }
        sort(order, order.clone(), 0, rows);
        Table table = new Table(arity);
        int[] row = new int[arity];
        for (int number : order) {
            System.arraycopy(cells, number * arity, row, 0, arity);
            table.add(row);
        }
        return table;
    }

    /** Merge sort: {@code from} and {@code to} hold the same rows; {@code to} is sorted afterwards. */
    private void sort(int[] to, int[] from, int begin, int end) {
        if (end - begin < 2) {
            return;
        }
        int middle = (begin + end) >>> 1;
        sort(from, to, begin, middle);
        sort(from, to, middle, end);
        int left = begin;
        int right = middle;
        for (int i = begin; i < end; i++) {
            boolean takeLeft = right == end || left < middle && compare(from[left], from[right]) <= 0;
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    private int compare(int one, int other) {
        int a = one * arity;
        int b = other * arity;
        for (int column = 0; column < arity; column++) {
            if (keys[a + column] != keys[b + column]) {
                return keys[a + column] < keys[b + column] ? -1 : 1;
            }
        }
        return 0;
    }
}
