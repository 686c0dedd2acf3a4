package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.engine.ByteText;
import java.util.List;
import java.util.Optional;

/** Makes conditions of one rule ready to run. */
final class ConditionCompiler implements Condition.Cases<Tester> {
    private final ExpressionCompiler expressions;
    private final Memory memory;
    private final TextFunctions texts;

    ConditionCompiler(ExpressionCompiler expressions, Memory memory) {
        this.expressions = expressions;
        this.memory = memory;
        this.texts = new TextFunctions(memory.budget());
    }

    @Override
    public Tester onNever(Condition.Never never) {
        return r -> false;
    }

    @Override
    public Tester onCompare(Condition.Compare compare) {
        Optional<Tester> simple = onRegisters(compare);
        if (simple.isPresent()) {
            return simple.get();
        }
        Evaluator a = expressions.compile(compare.left());
        Evaluator b = expressions.compile(compare.right());
        Comparison comparison = compare.comparison();
        return switch (comparison) {
            case MATCH, NOT_MATCH, CONTAINS, NOT_CONTAINS -> onText(comparison, a, b);
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> switch (compare.kind()) {
                case FLOAT -> onFloats(comparison, a, b);
                case SYMBOL -> comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL
                        ? onNumbers(comparison, a, b)
                        : onSymbols(comparison, a, b);
                case UNSIGNED -> onNumbers(comparison, shifted(a, comparison), shifted(b, comparison));
                case NUMBER, RECORD, ADT -> onNumbers(comparison, a, b);
            };
        };
    }

    private static Evaluator shifted(Evaluator value, Comparison comparison) {
        return comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL
                ? value
                : r -> value.eval(r) ^ Integer.MIN_VALUE;
    }

    /** Most comparisons are of registers, which need no evaluation. */
    private static Optional<Tester> onRegisters(Condition.Compare compare) {
        boolean equal = compare.comparison() == Comparison.EQUAL;
        if (compare.kind() == Kind.FLOAT || !equal && compare.comparison() != Comparison.NOT_EQUAL
                || !(compare.left() instanceof Expression.Register left)) {
            return Optional.empty();
        }
        int a = left.number();
        if (compare.right() instanceof Expression.Register right) {
            int b = right.number();
            return Optional.of(equal ? r -> r[a] == r[b] : r -> r[a] != r[b]);
        }
        if (compare.right() instanceof Expression.Constant constant) {
            int bits = constant.bits();
            return Optional.of(equal ? r -> r[a] == bits : r -> r[a] != bits);
        }
        return Optional.empty();
    }

    private static Tester onNumbers(Comparison comparison, Evaluator a, Evaluator b) {
        return switch (comparison) {
            case EQUAL -> r -> a.eval(r) == b.eval(r);
            case NOT_EQUAL -> r -> a.eval(r) != b.eval(r);
            case LESS -> r -> a.eval(r) < b.eval(r);
            case LESS_EQUAL -> r -> a.eval(r) <= b.eval(r);
            case GREATER -> r -> a.eval(r) > b.eval(r);
            case GREATER_EQUAL -> r -> a.eval(r) >= b.eval(r);
            case MATCH, NOT_MATCH, CONTAINS, NOT_CONTAINS -> throw new IllegalStateException(comparison + " of numbers");
        };
    }

    private static Tester onFloats(Comparison comparison, Evaluator a, Evaluator b) {
        return switch (comparison) {
            case EQUAL -> r -> real(a, r) == real(b, r);
            case NOT_EQUAL -> r -> real(a, r) != real(b, r);
            case LESS -> r -> real(a, r) < real(b, r);
            case LESS_EQUAL -> r -> real(a, r) <= real(b, r);
            case GREATER -> r -> real(a, r) > real(b, r);
            case GREATER_EQUAL -> r -> real(a, r) >= real(b, r);
            case MATCH, NOT_MATCH, CONTAINS, NOT_CONTAINS -> throw new IllegalStateException(comparison + " of floats");
        };
    }

    private static float real(Evaluator value, int[] registers) {
        return Float.intBitsToFloat(value.eval(registers));
    }

    private Tester onSymbols(Comparison comparison, Evaluator a, Evaluator b) {
        Evaluator order = r -> ByteText.compare(memory.text(a.eval(r)), memory.text(b.eval(r)));
        return onNumbers(comparison, order, r -> 0);
    }

    private Tester onText(Comparison comparison, Evaluator a, Evaluator b) {
        return switch (comparison) {
            case MATCH -> r -> texts.matches(memory.text(a.eval(r)), memory.text(b.eval(r)));
            case NOT_MATCH -> r -> texts.matchesNot(memory.text(a.eval(r)), memory.text(b.eval(r)));
            case CONTAINS -> r -> TextFunctions.contains(memory.text(b.eval(r)), memory.text(a.eval(r)));
            case NOT_CONTAINS -> r -> !TextFunctions.contains(memory.text(b.eval(r)), memory.text(a.eval(r)));
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
                    throw new IllegalStateException(comparison + " is not about texts");
        };
    }

    @Override
    public Tester onExists(Condition.Exists exists) {
        Gatherer keys = new Gatherer(exists.keys(), expressions);
        return memory.relation(exists.relation()).fold(new Store.Cases<>() {
            @Override
            public Tester onTuples(TupleStore store) {
                return existsRow(store, exists, keys, new Gatherer(exists.lookedKeys(), expressions));
            }

            @Override
            public Tester onEquivalence(EquivalenceStore store) {
                Tester contains = EquivalenceScans.contains(store, exists.rows(), keys);
                return exists.negated() ? r -> !contains.test(r) : contains;
            }
        });
    }

    private static Tester existsRow(TupleStore store, Condition.Exists exists, Gatherer keys, Gatherer looked) {
        Rows rows = exists.rows();
        boolean wanted = !exists.negated();
        if (keys.length() == store.arity()) {
            store.makeDistinct();
            return r -> {
                int number = store.find(keys.gather(r));
                boolean found = number >= rows.from(store) && number < rows.to(store) && !store.isRemoved(number);
                return found == wanted;
            };
        }
        if (keys.length() == 0) {
            return r -> anyLive(store, rows.from(store), rows.to(store)) == wanted;
        }
        RowIndex index = store.index(ints(exists.looked()));
        if (looked.length() < keys.length()) {
            int[] columns = ints(exists.columns());
            return r -> inChain(store, index, index.first(looked.gather(r)), rows, columns, keys.gather(r)) == wanted;
        }
        if (keys.length() == 1) {
            return r -> inChain(store, index, index.first(keys.gather(r)[0]), rows) == wanted;
        }
        return r -> inChain(store, index, index.first(keys.gather(r)), rows) == wanted;
    }

    private static boolean anyLive(TupleStore store, int from, int to) {
        for (int row = from; row < to; row++) {
            if (!store.isRemoved(row)) {
                return true;
            }
        }
        return false;
    }

    private static int[] ints(List<Integer> columns) {
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean inChain(
            TupleStore store, RowIndex index, int first, Rows rows, int[] columns, int[] values) {
        int from = rows.from(store);
        int to = rows.to(store);
        for (int row = first; row >= from; row = index.next(row)) {
            if (row < to && !store.isRemoved(row) && has(store.cells(), row * store.arity(), columns, values)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(int[] cells, int at, int[] columns, int[] values) {
        for (int i = 0; i < columns.length; i++) {
            if (cells[at + columns[i]] != values[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean inChain(TupleStore store, RowIndex index, int first, Rows rows) {
        int from = rows.from(store);
        int to = rows.to(store);
        for (int row = first; row >= from; row = index.next(row)) {
            if (row < to && !store.isRemoved(row)) {
                return true;
            }
        }
        return false;
    }
}
