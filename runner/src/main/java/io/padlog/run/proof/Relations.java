package io.padlog.run.proof;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.engine.embedded.Notation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Computed relations and the facts that they were computed from, their symbols numbered alike. */
final class Relations {
    private final CheckedProgram program;
    private final Symbols symbols = new Symbols();
    private final Map<String, Table> computed = new HashMap<>();
    private final Facts facts;

    Relations(CheckedProgram program, EngineResult result, Facts facts) {
        this.program = program;
        this.facts = facts;
        for (EngineResult.Relation relation : result.relations().values()) {
            computed.put(relation.name(), renumbered(relation.name(), relation.rows(), result.symbols()));
        }
    }

    Symbols symbols() {
        return symbols;
    }

    Table rows(String relation) {
        return computed.getOrDefault(relation, new Table(program.relations().get(relation).arity()));
    }

    private Table renumbered(String name, Table rows, Symbols from) {
        List<Relation.Attribute> columns = program.relations().get(name).attributes();
        Table table = new Table(columns.size());
        int[] row = new int[columns.size()];
        for (int number = 0; number < rows.rows(); number++) {
            fill(row, rows, number, columns, from);
            table.add(row);
        }
        return table;
    }

    private void fill(int[] row, Table rows, int number, List<Relation.Attribute> columns, Symbols from) {
        for (int column = 0; column < row.length; column++) {
            int cell = rows.get(number, column);
            row[column] = isText(columns.get(column).kind()) ? symbols.number(from.text(cell)) : cell;
        }
    }

    /** Those of some rows that are facts. */
    Set<Tuple> given(Set<Tuple> asked) {
        Map<String, List<Tuple>> byRelation = asked.stream().collect(Collectors.groupingBy(Tuple::relation));
        Set<Tuple> given = new HashSet<>();
        byRelation.forEach((name, tuples) -> {
            Table rows = facts.tables().get(name);
            if (rows == null) {
                return;
            }
            Set<Tuple> wanted = new HashSet<>(tuples);
            List<Relation.Attribute> columns = program.relations().get(name).attributes();
            int[] row = new int[columns.size()];
            for (int number = 0; number < rows.rows(); number++) {
                fill(row, rows, number, columns, facts.symbols());
                Tuple tuple = tuple(name, row);
                if (wanted.contains(tuple)) {
                    given.add(tuple);
                }
            }
        });
        return given;
    }

    private static Tuple tuple(String name, int[] row) {
        List<Integer> cells = new ArrayList<>(row.length);
        for (int cell : row) {
            cells.add(cell);
        }
        return new Tuple(name, cells);
    }

    static boolean isText(Kind kind) {
        return switch (kind) {
            case SYMBOL, RECORD, ADT -> true;
            case NUMBER, UNSIGNED, FLOAT -> false;
        };
    }

    /** {@code relation(1, "a")} */
    String shown(Tuple tuple) {
        List<Relation.Attribute> columns = program.relations().get(tuple.relation()).attributes();
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            cells.add(shown(columns.get(column).kind(), tuple.cells().get(column)));
        }
        return tuple.relation() + "(" + String.join(", ", cells) + ")";
    }

    String shown(Kind kind, int cell) {
        return switch (kind) {
            case NUMBER -> Integer.toString(cell);
            case UNSIGNED -> Integer.toUnsignedString(cell);
            case FLOAT -> Notation.PLAIN.floating(Float.intBitsToFloat(cell));
            case SYMBOL -> '"' + symbols.text(cell) + '"';
            case RECORD, ADT -> symbols.text(cell);
        };
    }
}
