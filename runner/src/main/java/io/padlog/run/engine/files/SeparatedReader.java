package io.padlog.run.engine.files;

import io.padlog.extract.facts.Lines;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads lines of columns: tab-separated, with another delimiter, or RFC 4180. */
final class SeparatedReader {
    private final String file;
    private final Lines lines;
    private final boolean quoted;
    private final byte[] delimiter;
    /** whether records may contain the delimiter, so that brackets count */
    private final boolean counts;
    private final Kind[] kinds;
    /** for each place in a line the column that it is, or -1 */
    private final int[] columns;
    private final Values values;
    private int at;
    private int cellFrom;
    private int cellTo;

    SeparatedReader(String file, InputStream in, Options options, Relation relation, Symbols symbols) {
        this.file = file;
        this.lines = new Lines(in);
        this.quoted = options.isQuoted();
        this.delimiter = options.delimiter().getBytes(StandardCharsets.UTF_8);
        this.counts = !quoted && options.delimiter().contains(",");
        this.kinds = relation.attributes().stream().map(Relation.Attribute::kind).toArray(Kind[]::new);
        this.columns = columns(options.places(relation));
        this.values = new Values(symbols);
    }

    private static int[] columns(int[] places) {
        int[] columns = new int[Arrays.stream(places).max().orElse(-1) + 1];
        Arrays.fill(columns, -1);
        for (int column = 0; column < places.length; column++) {
            columns[places[column]] = column;
        }
        return columns;
    }

    /** Passes over the line of column names. */
    void skipHeader() throws IOException {
        lines.next();
    }

    /** Adds all rows that are left.
     *  @throws PadlogException for a damaged line, with its place */
    void read(Table table) throws IOException {
        int[] row = new int[kinds.length];
        while (lines.next()) {
            at = lines.from();
            for (int column : columns) {
                if (quoted && at < lines.to() && lines.bytes()[at] == '"') {
                    String text = quotedCell();
                    if (column >= 0) {
                        row[column] = value(kinds[column], text);
                    }
                } else {
                    nextCell();
                    if (column >= 0) {
                        row[column] = value(kinds[column]);
                    }
                }
            }
            table.add(row);
        }
    }

    private int value(Kind kind) {
        try {
            return values.value(kind, lines.bytes(), cellFrom, cellTo);
        } catch (Values.Unreadable e) {
            throw damaged(cellFrom, e.getMessage());
        }
    }

    private int value(Kind kind, String text) {
        try {
            return values.value(kind, text);
        } catch (Values.Unreadable e) {
            throw damaged(cellFrom, e.getMessage());
        }
    }

    /** Finds the cell that begins at {@link #at}, and goes behind its delimiter. */
    private void nextCell() {
        if (at > lines.to()) {
            throw damaged(lines.to(), "a column is missing; " + kinds.length + " are due");
        }
        cellFrom = at;
        cellTo = counts ? endOutsideBrackets() : delimiterFrom(at);
        at = cellTo + delimiter.length;
    }

    private int delimiterFrom(int start) {
        byte[] bytes = lines.bytes();
        int end = lines.to();
        byte first = delimiter[0];
        for (int place = start; place < end; place++) {
            if (bytes[place] == first && isDelimiter(place)) {
                return place;
            }
        }
        return end;
    }

    private boolean isDelimiter(int place) {
        return place + delimiter.length <= lines.to()
                && Arrays.equals(lines.bytes(), place, place + delimiter.length, delimiter, 0, delimiter.length);
    }

    private int endOutsideBrackets() {
        int open = 0;
        for (int place = at; place < lines.to(); place++) {
            byte c = lines.bytes()[place];
            if (open == 0 && isDelimiter(place)) {
                return place;
            }
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (open < 0) {
                throw damaged(place, "a bracket is closed that is not open");
            }
        }
        if (open > 0) {
            throw damaged(lines.to(), "a bracket is not closed");
        }
        return lines.to();
    }

    /** A cell in quotes, which may go over several lines. */
    private String quotedCell() throws IOException {
        StringBuilder text = new StringBuilder();
        long line = lines.number();
        cellFrom = at;
        int place = at + 1;
        int copied = place;
        while (true) {
            byte[] bytes = lines.bytes();
            if (place == lines.to()) {
                text.append(Values.text(bytes, copied, place)).append(lines.end());
                if (!lines.next()) {
                    throw new PadlogException(ExitStatus.USAGE, file + ":" + line + ": a quote is not closed");
                }
                place = lines.from();
                copied = place;
                cellFrom = place;
            } else if (bytes[place] != '"') {
                place++;
            } else {
                text.append(Values.text(bytes, copied, place));
                place++;
                if (place < lines.to() && bytes[place] == '"') {
                    copied = place;
                    place++;
                } else {
                    break;
                }
            }
        }
        if (place != lines.to() && !isDelimiter(place)) {
            throw damaged(place, "a delimiter is due after the closing quote");
        }
        at = place + delimiter.length;
        return text.toString();
    }

    private PadlogException damaged(int place, String message) {
        int column = 1;
        for (int before = lines.from(); before < place; before++) {
            // Bytes that go on with a character count nothing.
            column += (lines.bytes()[before] & 0xC0) == 0x80 ? 0 : 1;
        }
        return new PadlogException(ExitStatus.USAGE, file + ":" + lines.number() + ":" + column + ": " + message);
    }
}
