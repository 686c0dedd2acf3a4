package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.syntax.Comparison;
import java.util.List;

/** Claims something about registers and relations. */
sealed interface Condition {
    <R> R fold(Cases<R> cases);

    interface Cases<R> {
        R onCompare(Compare compare);
        R onExists(Exists exists);
        R onNever(Never never);
    }

    /** A comparison of two values of this kind. */
    record Compare(Comparison comparison, Kind kind, Expression left, Expression right) implements Condition {
        @Override public <R> R fold(Cases<R> cases) { return cases.onCompare(this); }
    }

    /**
     * Some row has these values in these columns, or, if {@code negated}, none has; no columns ask for any row.
     *
     * @param looked those of the columns by which rows are looked for; the others are compared
     */
    record Exists(
            boolean negated, String relation, Rows rows, List<Integer> columns, List<Expression> keys, List<Integer> looked)
            implements Condition {
        public Exists {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
            looked = List.copyOf(looked);
        }

        /** The values in the columns by which rows are looked for. */
        List<Expression> lookedKeys() {
            return looked.stream().map(column -> keys.get(columns.indexOf(column))).toList();
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onExists(this); }
    }

    /** False. */
    record Never() implements Condition {
        @Override public <R> R fold(Cases<R> cases) { return cases.onNever(this); }
    }
}
