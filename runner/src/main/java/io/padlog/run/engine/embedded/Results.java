package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.engine.EngineResult;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Relations that were computed. */
public final class Results {
    private final CheckedProgram program;
    private final Memory memory;

    Results(CheckedProgram program, Memory memory) {
        this.program = program;
        this.memory = memory;
    }

    /** What the ints of symbol columns number. */
    public Symbols symbols() {
        return memory.symbols();
    }

    /** How many rows a relation has. */
    public long size(String name) {
        Store store = memory.relation(name);
        store.makeDistinct();
        return store.liveRows();
    }

    /** A relation's rows, sorted; records are symbols that spell them. */
    public EngineResult.Relation relation(String name, Notation notation) {
        memory.budget().checkTime();
        Relation relation = program.relations().get(name);
        ValuePrinter printer = new ValuePrinter(memory, program.types(), notation);
        List<EngineResult.Column> columns = relation.attributes().stream()
                .map(attribute -> new EngineResult.Column(attribute.name(), attribute.type(), kind(attribute.kind())))
                .toList();
        Store store = memory.relation(relation.name());
        store.makeDistinct();
        if (relation.arity() == 0) {
            Table table = new Table(0);
            if (store.liveRows() > 0) {
                table.add();
            }
            return new EngineResult.Relation(relation.name(), columns, table);
        }
        int[] cells = store.liveCells();
        if (notation.isJson()) {
            return new EngineResult.Relation(relation.name(), columns, byNumber(cells, relation, columns, printer));
        }
        for (int column = 0; column < columns.size(); column++) {
            Relation.Attribute attribute = relation.attributes().get(column);
            if (isSpelt(attribute)) {
                spell(cells, column, relation.arity(), attribute, printer);
            }
        }
        RowSorter sorter = new RowSorter(
                cells, columns.stream().map(EngineResult.Column::kind).toList(), memory::text);
        return new EngineResult.Relation(relation.name(), columns, sorter.sorted());
    }

    /** A list in JSON has an order: that in which its records were made, as in Soufflé. */
    private Table byNumber(int[] cells, Relation relation, List<EngineResult.Column> columns, ValuePrinter printer) {
        List<EngineResult.Kind> kinds = relation.attributes().stream()
                .map(attribute -> isSpelt(attribute) ? EngineResult.Kind.NUMBER : kind(attribute.kind()))
                .toList();
        Table sorted = new RowSorter(cells, kinds, memory::text).sorted();
        int arity = columns.size();
        int[] spelt = new int[sorted.rows() * arity];
        for (int at = 0; at < spelt.length; at++) {
            spelt[at] = sorted.get(at / arity, at % arity);
        }
        for (int column = 0; column < arity; column++) {
            if (isSpelt(relation.attributes().get(column))) {
                spell(spelt, column, arity, relation.attributes().get(column), printer);
            }
        }
        Table result = new Table(arity);
        for (int at = 0; at < spelt.length; at += arity) {
            result.add(Arrays.copyOfRange(spelt, at, at + arity));
        }
        return result;
    }

    private static boolean isSpelt(Relation.Attribute attribute) {
        return attribute.kind() == Kind.RECORD || attribute.kind() == Kind.ADT;
    }

    private void spell(int[] cells, int column, int arity, Relation.Attribute attribute, ValuePrinter printer) {
        Map<Integer, Integer> spelt = new HashMap<>();
        for (int at = column; at < cells.length; at += arity) {
            cells[at] = spelt.computeIfAbsent(
                    cells[at],
                    value -> memory.symbols().number(printer.print(attribute.kind(), attribute.type(), value)));
        }
    }

    private static EngineResult.Kind kind(Kind kind) {
        return switch (kind) {
            case NUMBER -> EngineResult.Kind.NUMBER;
            case UNSIGNED -> EngineResult.Kind.UNSIGNED;
            case FLOAT -> EngineResult.Kind.FLOAT;
            case SYMBOL, RECORD, ADT -> EngineResult.Kind.SYMBOL;
        };
    }
}
