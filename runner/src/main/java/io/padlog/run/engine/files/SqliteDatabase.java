package io.padlog.run.engine.files;

import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.engine.EngineResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteDataSource;

/**
 * Relations in an SQLite database, laid out as by Soufflé: {@code _name} with numbers only, {@code __SymbolTable} with the
 * texts, and a view {@code name} of both, which is also what is read.
 */
final class SqliteDatabase {
    private static final String TEXTS = "__SymbolTable";

    private final String file;
    private final boolean isUri;

    /**
     * @param folder where names of files begin
     * @param name a file, or one of the URIs that SQLite knows: {@code file:…}, {@code :memory:}
     */
    SqliteDatabase(Path folder, String name) {
        this.isUri = name.startsWith("file:") || name.startsWith(":memory:");
        this.file = isUri ? name : folder.resolve(name).toString();
    }

    /** Whether it is worth while to look into it; SQLite would make the file. */
    boolean mayExist() {
        return isUri || Files.exists(Path.of(file));
    }

    /** Refuses what a table cannot hold. */
    static void check(Relation relation, Options options) {
        if (relation.arity() == 0) {
            throw options.wrong("a relation without columns cannot be written to SQLite");
        }
        if (relation.attributes().stream().anyMatch(column -> !isPlain(column.kind()))) {
            throw options.wrong("records and algebraic values cannot be written to SQLite");
        }
    }

    private static boolean isPlain(Kind kind) {
        return switch (kind) {
            case NUMBER, UNSIGNED, FLOAT, SYMBOL -> true;
            case RECORD, ADT -> false;
        };
    }

    /** Adds the rows of a table or view.
     *  @throws PadlogException USAGE if it is not there, or has other columns */
    void read(String name, Relation relation, Symbols symbols, Table table) {
        Values values = new Values(symbols);
        int[] row = new int[relation.arity()];
        try (Connection connection = connect();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT * FROM " + quoted(name))) {
            int columns = rows.getMetaData().getColumnCount();
            if (columns < row.length) {
                throw wrong(name, columns + " columns, and '" + relation.name() + "' has " + row.length);
            }
            for (int number = 1; rows.next(); number++) {
                for (int column = 0; column < row.length; column++) {
                    String text = rows.getString(column + 1);
                    row[column] = value(values, relation, column, text == null ? "" : text, name, number);
                }
                table.add(row);
            }
        } catch (SQLException e) {
            throw wrong(name, e.getMessage());
        }
    }

    private int value(Values values, Relation relation, int column, String text, String name, int row) {
        Kind kind = relation.attributes().get(column).kind();
        try {
            // Soufflé writes unsigned numbers as signed ones of the same bits.
            return values.value(kind == Kind.UNSIGNED && text.startsWith("-") ? Kind.NUMBER : kind, text);
        } catch (Values.Unreadable e) {
            throw wrong(name, "row " + row + ", column " + (column + 1) + ": " + e.getMessage());
        }
    }

    /** Replaces a table and its view; others stay. */
    void write(String name, Relation relation, EngineResult.Relation rows, Symbols symbols) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try (Statement make = connection.createStatement()) {
                make.executeUpdate("CREATE TABLE IF NOT EXISTS " + quoted("_" + name) + " (" + columns(relation) + ")");
                make.executeUpdate("DELETE FROM " + quoted("_" + name));
                make.executeUpdate("CREATE VIEW IF NOT EXISTS " + quoted(name) + " AS " + view(name, relation));
                make.executeUpdate(
                        "CREATE TABLE IF NOT EXISTS " + quoted(TEXTS) + " (id INTEGER PRIMARY KEY, symbol TEXT UNIQUE)");
            }
            insert(connection, name, relation, rows.rows(), symbols);
            connection.commit();
        } catch (SQLException e) {
            throw wrong(name, e.getMessage());
        }
    }

    private static void insert(Connection connection, String name, Relation relation, Table rows, Symbols symbols)
            throws SQLException {
        int arity = relation.arity();
        Map<Integer, Integer> ids = new HashMap<>();
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO " + quoted("_" + name) + " VALUES (" + "?,".repeat(arity - 1) + "?)");
                PreparedStatement addText =
                        connection.prepareStatement("INSERT OR IGNORE INTO " + quoted(TEXTS) + " VALUES (null, ?)");
                PreparedStatement findText =
                        connection.prepareStatement("SELECT id FROM " + quoted(TEXTS) + " WHERE symbol = ?")) {
            for (int row = 0; row < rows.rows(); row++) {
                for (int column = 0; column < arity; column++) {
                    int cell = rows.get(row, column);
                    boolean isText = relation.attributes().get(column).kind() == Kind.SYMBOL;
                    insert.setInt(column + 1, isText ? id(cell, symbols.text(cell), ids, addText, findText) : cell);
                }
                insert.executeUpdate();
            }
        }
    }

    private static int id(int symbol, String text, Map<Integer, Integer> ids, PreparedStatement add, PreparedStatement find)
            throws SQLException {
        Integer known = ids.get(symbol);
        if (known != null) {
            return known;
        }
        add.setString(1, text);
        add.executeUpdate();
        find.setString(1, text);
        try (ResultSet found = find.executeQuery()) {
            found.next();
            ids.put(symbol, found.getInt(1));
            return found.getInt(1);
        }
    }

    private static String columns(Relation relation) {
        List<String> columns = new ArrayList<>();
        for (int column = 0; column < relation.arity(); column++) {
            columns.add(quoted(String.valueOf(column)) + " INTEGER");
        }
        return String.join(",", columns);
    }

    private static String view(String name, Relation relation) {
        List<String> shown = new ArrayList<>();
        List<String> from = new ArrayList<>(List.of(quoted("_" + name)));
        List<String> where = new ArrayList<>();
        for (int column = 0; column < relation.arity(); column++) {
            Relation.Attribute attribute = relation.attributes().get(column);
            String number = quoted("_" + name) + "." + quoted(String.valueOf(column));
            if (attribute.kind() == Kind.SYMBOL) {
                String texts = quoted("_symtab_" + column);
                from.add(quoted(TEXTS) + " AS " + texts);
                where.add(number + " = " + texts + ".id");
                shown.add(texts + ".symbol AS " + quoted(attribute.name()));
            } else {
                shown.add(number + " AS " + quoted(attribute.name()));
            }
        }
        return "SELECT " + String.join(",", shown) + " FROM " + String.join(",", from)
                + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private Connection connect() throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }

    private PadlogException wrong(String name, String reason) {
        return new PadlogException(ExitStatus.USAGE, file + ": '" + name + "': " + reason);
    }
}
