package io.padlog.run.engine.souffle;

import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation.Attribute;
import io.padlog.run.engine.ByteText;
import io.padlog.run.engine.ByteTextWriter;
import io.padlog.run.engine.EngineResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows to the files that Soufflé reads, and back from those that it writes.
 *
 * <p>Columns of numbers and symbols travel as RFC 4180, where a symbol may contain anything. Soufflé puts a backslash before
 * each quote that it doubles, which is taken off again. Records and algebraic values are symbols here, written as Soufflé
 * writes them by default; their files have the separator U+0001, since RFC 4180 would quote inside of them.
 */
final class FactFiles {
    /** Separates columns where a column is a record or an algebraic value. */
    static final char SEPARATOR = '\u0001';

    private FactFiles() {}

    static boolean isStructured(List<Attribute> columns) {
        return columns.stream().anyMatch(column -> column.kind() == Kind.RECORD || column.kind() == Kind.ADT);
    }

    static void write(Path file, List<Attribute> columns, Table rows, Symbols symbols) throws IOException {
        try (Writer out = new ByteTextWriter(Files.newOutputStream(file))) {
            for (int row = 0; row < rows.rows(); row++) {
                if (columns.isEmpty()) {
                    out.write("()");
                }
                for (int column = 0; column < columns.size(); column++) {
                    if (column > 0) {
                        out.write(',');
                    }
                    write(out, columns.get(column).kind(), rows.get(row, column), symbols);
                }
                out.write('\n');
            }
        }
    }

    private static void write(Writer out, Kind kind, int cell, Symbols symbols) throws IOException {
        switch (kind) {
            case NUMBER -> out.write(Integer.toString(cell));
            case UNSIGNED -> out.write(Integer.toUnsignedString(cell));
            case FLOAT -> out.write(shown(Float.intBitsToFloat(cell)));
            case SYMBOL, RECORD, ADT -> {
                String text = symbols.text(cell);
                out.write('"');
                for (int index = 0; index < text.length(); index++) {
                    char c = text.charAt(index);
                    if (c == '"') {
                        out.write('"');
                    }
                    out.write(c);
                }
                out.write('"');
            }
        }
    }

    private static String shown(float value) {
        return Float.isNaN(value) ? "nan" : Float.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Float.toString(value);
    }

    static EngineResult.Kind resultKind(Kind kind) {
        return switch (kind) {
            case NUMBER -> EngineResult.Kind.NUMBER;
            case UNSIGNED -> EngineResult.Kind.UNSIGNED;
            case FLOAT -> EngineResult.Kind.FLOAT;
            case SYMBOL, RECORD, ADT -> EngineResult.Kind.SYMBOL;
        };
    }

    /** @throws IOException also if the file is not what its columns say */
    static Table read(Path file, List<Attribute> columns, Symbols symbols) throws IOException {
        Table rows = new Table(columns.size());
        if (!Files.exists(file)) {
            return rows;
        }
        String text = ByteText.decode(Files.readAllBytes(file));
        if (columns.isEmpty()) {
            if (!text.isBlank()) {
                rows.add();
            }
            return rows;
        }
        boolean structured = isStructured(columns);
        int[] row = new int[columns.size()];
        int at = 0;
        StringBuilder field = new StringBuilder();
        while (at < text.length()) {
            for (int column = 0; column < row.length; column++) {
                char end = column < row.length - 1 ? (structured ? SEPARATOR : ',') : '\n';
                field.setLength(0);
                at = structured ? plain(text, at, end, field) : quoted(text, at, end, field);
                row[column] = cell(columns.get(column).kind(), field.toString(), symbols, file);
            }
            rows.add(row);
        }
        return rows;
    }

    private static int plain(String text, int from, char end, StringBuilder field) throws IOException {
        int to = text.indexOf(end, from);
        if (to < 0) {
            throw new IOException("a column is missing at character " + from);
        }
        field.append(text, from, to);
        return to + 1;
    }

    private static int quoted(String text, int from, char end, StringBuilder field) throws IOException {
        if (text.charAt(from) != '"') {
            return plain(text, from, end, field);
        }
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '"') {
                field.append(c);
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.setCharAt(field.length() - 1, '"');
                at += 2;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == end) {
                return at + 2;
            } else {
                break;
            }
        }
        throw new IOException("a quoted column has no end, from character " + from);
    }

    private static int cell(Kind kind, String text, Symbols symbols, Path file) throws IOException {
        try {
            return switch (kind) {
                case NUMBER -> Integer.parseInt(text);
                case UNSIGNED -> Integer.parseUnsignedInt(text);
                case FLOAT -> Float.floatToIntBits(floating(text));
                case SYMBOL, RECORD, ADT -> symbols.number(text);
            };
        } catch (NumberFormatException e) {
            throw new IOException(file.getFileName() + " has '" + text + "' where a number is due", e);
        }
    }

    private static float floating(String text) {
        return switch (text) {
            case "inf" -> Float.POSITIVE_INFINITY;
            case "-inf" -> Float.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Float.NaN;
            default -> Float.parseFloat(text);
        };
    }

    /** The same rows in the order that results have: column by column, symbols by their text. */
    static Table sorted(Table rows, List<Attribute> columns, Symbols symbols) {
        List<Integer> order = new ArrayList<>(rows.rows());
        for (int row = 0; row < rows.rows(); row++) {
            order.add(row);
        }
        order.sort((left, right) -> {
            for (int column = 0; column < columns.size(); column++) {
                int compared = compare(
                        columns.get(column).kind(), rows.get(left, column), rows.get(right, column), symbols);
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        });
        Table sorted = new Table(columns.size());
        int[] cells = new int[columns.size()];
        for (int row : order) {
            for (int column = 0; column < cells.length; column++) {
                cells[column] = rows.get(row, column);
            }
            sorted.add(cells);
        }
        return sorted;
    }

    private static int compare(Kind kind, int left, int right, Symbols symbols) {
        if (left == right) {
            return 0;
        }
        return switch (kind) {
            case NUMBER -> Integer.compare(left, right);
            case UNSIGNED -> Integer.compareUnsigned(left, right);
            case FLOAT -> Float.compare(Float.intBitsToFloat(left), Float.intBitsToFloat(right));
            case SYMBOL, RECORD, ADT -> ByteText.compare(symbols.text(left), symbols.text(right));
        };
    }
}
