package io.padlog.run.catalog;

import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.parse.Parsed;
import io.padlog.run.datalog.parse.Parser;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a file of the user's with rows of the lock tables, as they stand in {@code api/locks.dl}. */
final class LockTable {
    private static final String LOCK = "lock_api";
    /** Where that has its family. */
    private static final int FAMILY = 4;
    private static final Column A_FAMILY = Column.of("the name of a family of locks", "[A-Za-z_][A-Za-z0-9_ ]*");
    /** The tables that a user may add to, with what each column holds. */
    private static final Map<String, List<Column>> TABLES = new LinkedHashMap<>();

    static {
        Column function = Column.of("a function's name", "[A-Za-z_$][A-Za-z0-9_$]*");
        Column argument = Column.number("the number of an argument, from 0", 0);
        TABLES.put(LOCK, List.of(
                function,
                Column.of("\"acquire\" or \"release\"", "acquire|release"),
                Column.number("an argument from 0, -1 for the result, or -2 for one lock", LockPair.ONE_FOR_ALL),
                Column.of("\"always\", \"zero\", \"nonzero\", \"positive\", \"negative\", \"nonnegative\" or \"zero, else negative\"",
                        "always|zero|nonzero|positive|negative|nonnegative|zero, else negative"),
                A_FAMILY));
        TABLES.put("lock_api_cannot_fail", List.of(function, argument, Column.number("a whole number", Integer.MIN_VALUE)));
        TABLES.put("recursive_family", List.of(A_FAMILY));
        TABLES.put("reference_family", List.of(A_FAMILY));
        TABLES.put("saved_state", List.of(function, argument));
        TABLES.put("shared_mode", List.of(A_FAMILY, A_FAMILY));
    }

    private LockTable() {}

    /**
     * What a column may hold.
     *
     * @param pattern of a string; none for a number of at least {@code least}
     */
    private record Column(String wanted, Optional<String> pattern, int least) {
        static Column of(String wanted, String pattern) {
            return new Column(wanted, Optional.of(pattern), 0);
        }

        static Column number(String wanted, int least) {
            return new Column(wanted, Optional.empty(), least);
        }

        /** The value as a table has it, if the column may hold it. */
        Optional<String> value(Argument argument) {
            if (argument instanceof Argument.Text text && pattern.map(text.value()::matches).orElse(false)) {
                return Optional.of(text.value());
            }
            if (argument instanceof Argument.Numeral numeral && pattern.isEmpty() && numeral.digits().matches("-?[0-9]{1,9}")
                    && Integer.parseInt(numeral.digits()) >= least) {
                return Optional.of(numeral.digits());
            }
            return Optional.empty();
        }
    }

    /** A row where it stands. */
    private record Placed(Range range, OwnLocks.Row row) {}

    /**
     * @param known families that padlog's own tables have
     * @throws PadlogException if it cannot be read, or anything in it is no such row
     */
    static List<OwnLocks.Row> read(Path file, Collection<String> known) {
        List<Placed> placed = rows(file);
        Set<String> whole = new TreeSet<>(known);
        for (Placed acquire : of(placed, "acquire")) {
            String family = family(acquire);
            if (!known.contains(family) && of(placed, "release").stream().noneMatch(row -> family(row).equals(family))) {
                throw wrong(acquire.range(), "no row gives back a lock of the family '" + family + "'");
            }
            whole.add(family);
        }
        for (Placed one : placed) {
            List<Column> columns = TABLES.get(one.row().table());
            for (int index = 0; index < columns.size(); index++) {
                String value = one.row().values().get(index);
                if (columns.get(index).equals(A_FAMILY) && !whole.contains(value)) {
                    throw wrong(one.range(), "no row takes a lock of the family '" + value + "'"
                            + NearMiss.of(value, whole).map(near -> "; did you mean '" + near + "'?").orElse(""));
                }
            }
        }
        return placed.stream().map(Placed::row).toList();
    }

    private static String family(Placed row) {
        return row.row().values().get(FAMILY);
    }

    private static List<Placed> of(List<Placed> rows, String effect) {
        return rows.stream().filter(one -> one.row().table().equals(LOCK) && one.row().values().get(1).equals(effect)).toList();
    }

    private static List<Placed> rows(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, file + ": cannot be read: " + IoReason.of(e), e);
        }
        Parsed parsed = Parser.parse(new ProgramSource(file.toString(), text, (path, from) -> Optional.empty()));
        parsed.problems().stream().filter(Problem::isError).findFirst().ifPresent(error -> {
            throw new PadlogException(ExitStatus.USAGE, error.toString());
        });
        List<Placed> rows = new ArrayList<>();
        for (Item item : parsed.program().items()) {
            if (!(item instanceof Item.Clause clause && clause.body().isEmpty())) {
                throw wrong(item.range(), "wants rows of tables only, as in lock_api(\"MyLock\", \"acquire\", 0, \"always\", \"my_lock\").");
            }
            clause.heads().forEach(atom -> rows.add(new Placed(atom.range(), row(atom))));
        }
        if (rows.stream().noneMatch(one -> one.row().table().equals(LOCK))) {
            throw new PadlogException(ExitStatus.USAGE, file + ": has no row of " + LOCK);
        }
        return rows;
    }

    private static OwnLocks.Row row(Literal.Atom atom) {
        List<Column> columns = TABLES.get(atom.relation());
        if (columns == null) {
            Set<String> known = TABLES.keySet();
            throw wrong(atom.range(), "unknown table '" + atom.relation() + "'; " + NearMiss.of(atom.relation(), known)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("one of " + String.join(", ", known)));
        }
        if (columns.size() != atom.arguments().size()) {
            throw wrong(atom.range(), atom.relation() + " has " + columns.size() + " columns, not " + atom.arguments().size());
        }
        List<String> values = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            Argument argument = atom.arguments().get(index);
            values.add(column.value(argument).orElseThrow(() -> wrong(argument.range(), "wants " + column.wanted())));
        }
        return new OwnLocks.Row(atom.relation(), values);
    }

    private static PadlogException wrong(Range range, String message) {
        return new PadlogException(ExitStatus.USAGE, range + ": " + message);
    }
}
