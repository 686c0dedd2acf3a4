package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Reads records and algebraic values that facts have as text, in the form that {@link ValuePrinter} writes. */
final class ValueReader {
    private final Memory memory;
    private final Map<String, Type> types;

    ValueReader(Memory memory, Map<String, Type> types) {
        this.memory = memory;
        this.types = types;
    }

    /** The rows with the numbers of records in place of the symbols that spell them. */
    Table read(Relation relation, Table table) {
        List<Relation.Attribute> columns = relation.attributes();
        if (columns.stream().noneMatch(column -> column.kind() == Kind.RECORD || column.kind() == Kind.ADT)) {
            return table;
        }
        Table read = new Table(table.arity());
        int[] row = new int[table.arity()];
        for (int number = 0; number < table.rows(); number++) {
            for (int column = 0; column < row.length; column++) {
                int cell = table.get(number, column);
                Relation.Attribute attribute = columns.get(column);
                row[column] = attribute.kind() == Kind.RECORD || attribute.kind() == Kind.ADT
                        ? new Text(memory.text(cell), relation.name()).value(attribute.kind(), attribute.type())
                        : cell;
            }
            read.add(row);
        }
        return read;
    }

    /** A record that is being read. */
    private static final class Frame {
        private final int branch;
        private final List<Type.Field> fields;
        private final int[] values;
        private final char end;
        private int filled;

        Frame(int branch, List<Type.Field> fields, char end) {
            this.branch = branch;
            this.fields = fields;
            this.values = new int[fields.size()];
            this.end = end;
        }
    }

    /** One text and a place in it. */
    private final class Text {
        private final String text;
        private final String relation;
        private int at;

        Text(String text, String relation) {
            this.text = text;
            this.relation = relation;
        }

        int value(Kind kind, String type) {
            // A stack of our own, since lists nest as deep as they are long.
            Deque<Frame> open = new ArrayDeque<>();
            int value = begin(kind, type, open, ' ');
            while (!open.isEmpty()) {
                Frame frame = open.peek();
                if (frame.filled == frame.values.length) {
                    take(frame.end);
                    open.pop();
                    value = memory.records().number(frame.branch, frame.values);
                    fill(open, value);
                } else {
                    if (frame.filled > 0) {
                        take(',');
                    }
                    Type.Field field = frame.fields.get(frame.filled);
                    int opened = open.size();
                    value = begin(field.kind(), field.type(), open, frame.end);
                    if (open.size() == opened) {
                        frame.values[frame.filled++] = value;
                    }
                }
            }
            skipSpace();
            if (at < text.length()) {
                throw wrong();
            }
            return value;
        }

        private void fill(Deque<Frame> open, int value) {
            if (!open.isEmpty()) {
                Frame outer = open.peek();
                outer.values[outer.filled++] = value;
            }
        }

        /** Reads a simple value, or opens a frame for one that has fields. */
        private int begin(Kind kind, String type, Deque<Frame> open, char end) {
            skipSpace();
            return switch (kind) {
                case NUMBER -> TextFunctions.parseInteger(word(end), false);
                case UNSIGNED -> TextFunctions.parseInteger(word(end), true);
                case FLOAT -> Float.floatToRawIntBits(TextFunctions.parseFloat(word(end)));
                case SYMBOL -> memory.symbols().number(symbol(end));
                case RECORD -> {
                    if (text.startsWith("nil", at)) {
                        at += 3;
                    } else {
                        take('[');
                        open.push(new Frame(RecordStore.NO_BRANCH, types.get(type).fields(), ']'));
                    }
                    yield RecordStore.NIL;
                }
                case ADT -> branch(types.get(type), open);
            };
        }

        private int branch(Type type, Deque<Frame> open) {
            take('$');
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "_?.".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            String name = text.substring(from, at);
            for (int tag = 0; tag < type.branches().size(); tag++) {
                Type.Branch branch = type.branches().get(tag);
                if (branch.name().equals(name)) {
                    if (branch.fields().isEmpty()) {
                        return memory.records().number(tag, new int[0]);
                    }
                    take('(');
                    open.push(new Frame(tag, branch.fields(), ')'));
                    return RecordStore.NIL;
                }
            }
            throw wrong();
        }

        private String symbol(char end) {
            if (at >= text.length() || text.charAt(at) != '"') {
                return word(end);
            }
            StringBuilder symbol = new StringBuilder();
            for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                symbol.append(text.charAt(at));
            }
            take('"');
            return symbol.toString();
        }

        private String word(char end) {
            int from = at;
            while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != end) {
                at++;
            }
            return text.substring(from, at);
        }

        private void take(char expected) {
            skipSpace();
            if (at >= text.length() || text.charAt(at) != expected) {
                throw wrong();
            }
            at++;
        }

        private void skipSpace() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private PadlogException wrong() {
            return new PadlogException(
                    ExitStatus.USAGE,
                    "facts of '" + relation + "': cannot read \"" + text + "\" at character " + (at + 1)
                            + "; records are written [1, a], algebraic values $Branch(1, a)");
        }
    }
}
