package io.padlog.extract.facts;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes rows as Soufflé reads them: UTF-8, a line for each row, tabs between the columns. Tabs and line ends inside
 * of symbols, for which the format has no escape, become blanks.
 */
public final class TsvWriter {
    private static final int BUFFER = 1 << 16;

    private final Symbols symbols;
    /** each symbol is encoded once for all tables */
    private final byte[][] texts;

    /** @param symbols what the ints in symbol columns number; none may be added later */
    public TsvWriter(Symbols symbols) {
        this.symbols = symbols;
        this.texts = new byte[symbols.size()][];
    }

    /**
     * Writes all rows in their order.
     *
     * @param file is left open
     * @param symbolColumns for each column, whether its ints number symbols; other columns are signed numbers
     */
    public void write(Table table, boolean[] symbolColumns, OutputStream file) throws IOException {
        OutputStream out = new BufferedOutputStream(file, BUFFER);
        int arity = table.arity();
        for (int row = 0; row < table.rows(); row++) {
            if (arity == 0) {
                out.write('(');
                out.write(')');
            }
            for (int column = 0; column < arity; column++) {
                if (column > 0) {
                    out.write('\t');
                }
                int cell = table.get(row, column);
                if (symbolColumns[column]) {
                    out.write(text(cell));
                } else {
                    number(cell, out);
                }
            }
            out.write('\n');
        }
        out.flush();
    }

    private byte[] text(int symbol) {
        byte[] text = texts[symbol];
        if (text == null) {
            text = symbols.text(symbol).getBytes(StandardCharsets.UTF_8);
            for (int index = 0; index < text.length; index++) {
                if (text[index] == '\t' || text[index] == '\n' || text[index] == '\r') {
                    text[index] = ' ';
                }
            }
            texts[symbol] = text;
        }
        return text;
    }

    private static void number(int value, OutputStream out) throws IOException {
        if (value < 0) {
            out.write(Integer.toString(value).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        int scale = 1;
        while (value / scale >= 10) {
            scale *= 10;
        }
        for (; scale > 0; scale /= 10) {
            out.write('0' + value / scale % 10);
        }
    }
}
