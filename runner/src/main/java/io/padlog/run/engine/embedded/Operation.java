package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.syntax.Aggregation;
import java.util.List;
import java.util.Optional;

/** A step of a plan. It runs the steps after it once for each of its answers. */
sealed interface Operation {
    <R> R fold(Cases<R> cases);

    interface Cases<R> {
        R onScan(Scan scan);
        R onIndexScan(IndexScan scan);
        R onFilter(Filter filter);
        R onBind(Bind bind);
        R onUnpack(Unpack unpack);
        R onGenerate(Generate generate);
        R onAggregate(Aggregate aggregate);
        R onAny(Any any);
        R onProject(Project project);
        R onRemove(Remove remove);
    }

    /** A column that goes to a register. */
    record Load(int column, int register) {}

    /** All rows of a relation. */
    record Scan(String relation, Rows rows, List<Load> loads) implements Operation {
        public Scan {
            loads = List.copyOf(loads);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onScan(this); }
    }

    /** The rows of a relation that have these values in these columns. */
    record IndexScan(String relation, Rows rows, List<Integer> columns, List<Expression> keys, List<Load> loads)
            implements Operation {
        public IndexScan {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
            loads = List.copyOf(loads);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onIndexScan(this); }
    }

    record Filter(Condition condition) implements Operation {
        @Override public <R> R fold(Cases<R> cases) { return cases.onFilter(this); }
    }

    record Bind(int register, Expression value) implements Operation {
        @Override public <R> R fold(Cases<R> cases) { return cases.onBind(this); }
    }

    /** Takes a record or branch apart; fails for nil and for another branch. The column of a load is a field. */
    record Unpack(Expression value, int branch, int fields, List<Load> loads) implements Operation {
        public Unpack {
            loads = List.copyOf(loads);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onUnpack(this); }
    }

    /** The numbers from {@code from} to before {@code to}; without a step towards {@code to} by 1. */
    record Generate(int register, Kind kind, Expression from, Expression to, Optional<Expression> step)
            implements Operation {
        @Override public <R> R fold(Cases<R> cases) { return cases.onGenerate(this); }
    }

    /**
     * What an aggregate makes of {@code target}, over the answers of {@code body}; min, max and mean of none fail.
     *
     * @param distinct registers by whose values answers are told apart; empty if each answer counts
     */
    record Aggregate(
            int register, Aggregation aggregation, Kind kind, Optional<List<Integer>> distinct, Expression target,
            List<Operation> body)
            implements Operation {
        public Aggregate {
            distinct = distinct.map(List::copyOf);
            body = List.copyOf(body);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onAggregate(this); }
    }

    /** Asks whether {@code body} has any answer; what it loads is not used afterwards. */
    record Any(List<Operation> body) implements Operation {
        public Any {
            body = List.copyOf(body);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onAny(this); }
    }

    /** Adds a row. Last step of a rule. */
    record Project(String relation, List<Expression> row) implements Operation {
        public Project {
            row = List.copyOf(row);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onProject(this); }
    }

    /** Drops the row, if it is another than {@code greater}. Last step of a subsumption. */
    record Remove(String relation, List<Expression> row, List<Expression> greater) implements Operation {
        public Remove {
            row = List.copyOf(row);
            greater = List.copyOf(greater);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onRemove(this); }
    }
}
