package io.padlog.extract.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads rows that {@link TsvWriter} or Soufflé wrote. */
public final class TsvReader {
    private final Utf8Symbols symbols;

    /** @param symbols where the symbols of the rows are numbered */
    public TsvReader(Symbols symbols) {
        this.symbols = new Utf8Symbols(symbols);
    }

    /** A line that is not a row of the relation. */
    public static final class DamagedRowException extends IOException {
        private final long line;
        private final int column;

        DamagedRowException(long line, int column, String message) {
            super(message);
            this.line = line;
            this.column = column;
        }

        /** Counts from 1. */
        public long line() {
            return line;
        }

        /** The byte that the damaged cell begins with, from 1. */
        public int column() {
            return column;
        }
    }

    /**
     * Reads all rows.
     *
     * @param symbolColumns for each column, whether it holds symbols; other columns are signed numbers
     * @throws DamagedRowException for a line with too few or too many columns, a number that is none, or bad UTF-8
     */
    public Table read(InputStream in, boolean[] symbolColumns) throws IOException {
        Lines lines = new Lines(in);
        int arity = symbolColumns.length;
        Table table = new Table(arity);
        int[] row = new int[arity];
        while (lines.next()) {
            byte[] bytes = lines.bytes();
            int begin = lines.from();
            int last = lines.to();
            int cell = begin;
            for (int column = 0; column < arity; column++) {
                if (cell > last) {
                    throw new DamagedRowException(lines.number(), last - begin + 1, column + " columns instead of " + arity);
                }
                int cellEnd = indexOf(bytes, (byte) '\t', cell, last);
                row[column] = symbolColumns[column] ? symbol(lines, cell, cellEnd) : number(lines, cell, cellEnd);
                cell = cellEnd + 1;
            }
            if (arity > 0 && cell <= last) {
                throw new DamagedRowException(lines.number(), cell - begin + 1, "more than " + arity + " columns");
            }
            table.add(row);
        }
        return table;
    }

    private static int indexOf(byte[] bytes, byte wanted, int from, int to) {
        int index = from;
        while (index < to && bytes[index] != wanted) {
            index++;
        }
        return index;
    }

    private int symbol(Lines lines, int from, int to) throws DamagedRowException {
        try {
            return symbols.number(lines.bytes(), from, to);
        } catch (CharacterCodingException e) {
            throw new DamagedRowException(lines.number(), from - lines.from() + 1, "not UTF-8 text");
        }
    }

    private static int number(Lines lines, int from, int to) throws DamagedRowException {
        byte[] bytes = lines.bytes();
        boolean negative = from < to && bytes[from] == '-';
        long value = 0;
        int index = negative ? from + 1 : from;
        boolean good = index < to && to - index <= 10;
        for (; good && index < to; index++) {
            good = bytes[index] >= '0' && bytes[index] <= '9';
            value = value * 10 + (bytes[index] - '0');
        }
        value = negative ? -value : value;
        if (!good || value != (int) value) {
            String text = new String(Arrays.copyOfRange(bytes, from, Math.min(to, from + 40)), StandardCharsets.UTF_8);
            throw new DamagedRowException(
                    lines.number(), from - lines.from() + 1, "'" + text + "' is not a number of 32 bits");
        }
        return (int) value;
    }
}
