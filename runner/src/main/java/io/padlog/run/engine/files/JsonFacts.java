package io.padlog.run.engine.files;

import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a JSON text: a list of lists, or of objects whose names are the columns'. Records are lists or objects, too. */
final class JsonFacts {
    private final String file;
    private final Map<String, Type> types;
    private final Symbols symbols;

    JsonFacts(String file, Map<String, Type> types, Symbols symbols) {
        this.file = file;
        this.types = types;
        this.symbols = symbols;
    }

    /** @throws PadlogException if it is not what the relation wants */
    void read(String text, Relation relation, Table table) {
        if (!(Json.parse(file, text) instanceof List<?> rows)) {
            throw wrong(0, "a list of rows is due");
        }
        int number = 0;
        for (Object row : rows) {
            number++;
            int[] cells = new int[relation.arity()];
            for (int column = 0; column < cells.length; column++) {
                Relation.Attribute attribute = relation.attributes().get(column);
                Object value = part(row, column, cells.length, attribute.name(), number);
                cells[column] = attribute.kind() == Kind.RECORD
                        ? symbols.number(record(value, attribute.type(), number))
                        : cell(value, attribute.kind(), number);
            }
            table.add(cells);
        }
    }

    private Object part(Object whole, int index, int size, String name, int row) {
        if (whole instanceof List<?> list && list.size() == size) {
            return list.get(index);
        }
        if (whole instanceof Map<?, ?> object && object.containsKey(name) && object.size() == size) {
            return object.get(name);
        }
        throw wrong(row, "a list of " + size + " values is due, or an object that has '" + name + "'");
    }

    private int cell(Object value, Kind kind, int row) {
        return switch (kind) {
            case NUMBER, UNSIGNED -> (int) (long) number(value, row);
            case FLOAT -> Float.floatToRawIntBits((float) number(value, row));
            case SYMBOL -> symbols.number(string(value, row));
            case RECORD, ADT -> throw wrong(row, "algebraic values are not supported in JSON");
        };
    }

    private double number(Object value, int row) {
        if (value instanceof Double number) {
            return number;
        }
        throw wrong(row, "a number is due");
    }

    private String string(Object value, int row) {
        if (value instanceof String string) {
            return string;
        }
        throw wrong(row, "a string is due");
    }

    /** A record as other facts have it: {@code [1, "a"]}. */
    private String record(Object value, String type, int row) {
        if (value instanceof Optional<?>) {
            return "nil";
        }
        List<Type.Field> fields = types.get(type).fields();
        StringBuilder text = new StringBuilder("[");
        for (int index = 0; index < fields.size(); index++) {
            Type.Field field = fields.get(index);
            Object part = part(value, index, fields.size(), field.name(), row);
            text.append(index > 0 ? ", " : "").append(switch (field.kind()) {
                case NUMBER -> Integer.toString((int) (long) number(part, row));
                case UNSIGNED -> Integer.toUnsignedString((int) (long) number(part, row));
                case FLOAT -> Float.toString((float) number(part, row));
                case SYMBOL -> '"' + string(part, row).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
                case RECORD -> record(part, field.type(), row);
                case ADT -> throw wrong(row, "algebraic values are not supported in JSON");
            });
        }
        return text.append(']').toString();
    }

    private PadlogException wrong(int row, String message) {
        return new PadlogException(ExitStatus.USAGE, file + (row == 0 ? "" : ": row " + row) + ": " + message);
    }
}
