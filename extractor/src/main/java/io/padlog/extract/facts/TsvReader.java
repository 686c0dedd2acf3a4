package io.padlog.extract.facts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads rows that {@link TsvWriter} or Soufflé wrote. */
public final class TsvReader {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final Symbols symbols;

    /** @param symbols where the symbols of the rows are numbered */
    public TsvReader(Symbols symbols) {
        this.symbols = symbols;
    }

    /** A line that is not a row of the relation. */
    public static final class DamagedRowException extends IOException {
        private final int line;
        private final int column;

        DamagedRowException(int line, int column, String message) {
            super(message);
            this.line = line;
            this.column = column;
        }

        /** Counts from 1. */
        public int line() {
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
        byte[] bytes = in.readAllBytes();
        int arity = symbolColumns.length;
        Table table = new Table(arity);
        int[] row = new int[arity];
        int line = 1;
        for (int begin = 0; begin < bytes.length; line++) {
            int end = indexOf(bytes, (byte) '\n', begin, bytes.length);
            int last = end > begin && bytes[end - 1] == '\r' ? end - 1 : end;
            int cell = begin;
            for (int column = 0; column < arity; column++) {
                if (cell > last) {
                    throw new DamagedRowException(line, last - begin + 1, column + " columns instead of " + arity);
                }
                int cellEnd = indexOf(bytes, (byte) '\t', cell, last);
                int place = cell - begin + 1;
                row[column] = symbolColumns[column] ? symbol(bytes, cell, cellEnd, line, place)
                        : number(bytes, cell, cellEnd, line, place);
                cell = cellEnd + 1;
            }
            if (arity > 0 && cell <= last) {
                throw new DamagedRowException(line, cell - begin + 1, "more than " + arity + " columns");
            }
            table.add(row);
            begin = end + 1;
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

    private int symbol(byte[] bytes, int from, int to, int line, int place) throws DamagedRowException {
        try {
            return symbols.number(decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString());
        } catch (CharacterCodingException e) {
            throw new DamagedRowException(line, place, "not UTF-8 text");
        }
    }

    private static int number(byte[] bytes, int from, int to, int line, int place) throws DamagedRowException {
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
            throw new DamagedRowException(line, place, "'" + text + "' is not a number of 32 bits");
        }
        return (int) value;
    }
}
