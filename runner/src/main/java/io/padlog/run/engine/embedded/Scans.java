package io.padlog.run.engine.embedded;

import java.util.List;
import java.util.Optional;

/** Steps that go through rows. The loops are the engine's hottest: no allocation, no boxing, no calls but to the next step. */
final class Scans {
    private static final int ROWS_BETWEEN_CHECKS = 1 << 14;

    private Scans() {}

    /** Copies columns of a row to registers. Most scans load one or two, for which a loop would take longer than the copying. */
    private static final class Loads {
        private final int[] columns;
        private final int[] registers;
        private final int firstColumn;
        private final int firstRegister;
        private final int secondColumn;
        private final int secondRegister;

        Loads(List<Operation.Load> loads) {
            columns = loads.stream().mapToInt(Operation.Load::column).toArray();
            registers = loads.stream().mapToInt(Operation.Load::register).toArray();
            firstColumn = columns.length > 0 ? columns[0] : 0;
            firstRegister = columns.length > 0 ? registers[0] : 0;
            secondColumn = columns.length > 1 ? columns[1] : 0;
            secondRegister = columns.length > 1 ? registers[1] : 0;
        }

        void load(int[] cells, int at, int[] into) {
            if (columns.length == 0) {
                return;
            }
            into[firstRegister] = cells[at + firstColumn];
            if (columns.length > 1) {
                into[secondRegister] = cells[at + secondColumn];
                for (int i = 2; i < columns.length; i++) {
                    into[registers[i]] = cells[at + columns[i]];
                }
            }
        }
    }

    /** All rows of a range. */
    static final class Full implements Step {
        private final TupleStore store;
        private final Rows rows;
        private final Optional<Stretch> stretch;
        private final Loads loads;
        private final Found found;
        private final boolean stops;
        private final Budget budget;
        private final Step next;
        private int untilCheck = ROWS_BETWEEN_CHECKS;

        /**
         * @param stretch the part of the range to go through; empty for all of it
         * @param found ends the scan
         */
        Full(TupleStore store, Operation.Scan scan, Optional<Stretch> stretch, Found found, Budget budget, Step next) {
            this.store = store;
            this.rows = scan.rows();
            this.stretch = stretch;
            this.loads = new Loads(scan.loads());
            this.found = found;
            this.stops = found != Found.NEVER;
            this.budget = budget;
            this.next = next;
        }

        @Override
        public void run(int[] registers) {
            if (stretch.isPresent()) {
                run(registers, stretch.get().from(), stretch.get().to());
            } else {
                run(registers, rows.from(store), rows.to(store));
            }
        }

        private void run(int[] registers, int from, int to) {
            int arity = store.arity();
            for (int row = from; row < to; row++) {
                if (--untilCheck == 0) {
                    budget.checkTime();
                    untilCheck = ROWS_BETWEEN_CHECKS;
                }
                if (!store.isRemoved(row)) {
                    // The array moves when a later step adds rows to this relation.
                    loads.load(store.cells(), row * arity, registers);
                    next.run(registers);
                    if (stops && found.isSet()) {
                        return;
                    }
                }
            }
        }
    }

    /** Rows found by one column, whose value is in a register. */
    static final class ByRegister implements Step {
        private final int register;
        private final Chain chain;

        ByRegister(int register, Chain chain) {
            this.register = register;
            this.chain = chain;
        }

        @Override
        public void run(int[] registers) {
            chain.run(registers, chain.index.first(registers[register]));
        }
    }

    /** Rows found by one column. */
    static final class ByOne implements Step {
        private final Gatherer keys;
        private final Chain chain;

        ByOne(Gatherer keys, Chain chain) {
            this.keys = keys;
            this.chain = chain;
        }

        @Override
        public void run(int[] registers) {
            chain.run(registers, chain.index.first(keys.gather(registers)[0]));
        }
    }

    /** Rows found by two columns. */
    static final class ByTwo implements Step {
        private final Gatherer keys;
        private final Chain chain;

        ByTwo(Gatherer keys, Chain chain) {
            this.keys = keys;
            this.chain = chain;
        }

        @Override
        public void run(int[] registers) {
            int[] values = keys.gather(registers);
            chain.run(registers, chain.index.first(values[0], values[1]));
        }
    }

    /** Rows found by any number of columns. */
    static final class ByMany implements Step {
        private final Gatherer keys;
        private final Chain chain;

        ByMany(Gatherer keys, Chain chain) {
            this.keys = keys;
            this.chain = chain;
        }

        @Override
        public void run(int[] registers) {
            chain.run(registers, chain.index.first(keys.gather(registers)));
        }
    }

    /** The rows that all have one key. */
    static final class Chain {
        private final TupleStore store;
        private final RowIndex index;
        private final Rows rows;
        private final Loads loads;
        private final Found found;
        private final boolean stops;
        private final Budget budget;
        private final Step next;
        private int untilCheck = ROWS_BETWEEN_CHECKS;

        Chain(TupleStore store, RowIndex index, Operation.IndexScan scan, Found found, Budget budget, Step next) {
            this.store = store;
            this.index = index;
            this.rows = scan.rows();
            this.loads = new Loads(scan.loads());
            this.found = found;
            this.stops = found != Found.NEVER;
            this.budget = budget;
            this.next = next;
        }

        private void run(int[] registers, int first) {
            int from = rows.from(store);
            int to = rows.to(store);
            int arity = store.arity();
            for (int row = first; row >= from; row = index.next(row)) {
                if (--untilCheck == 0) {
                    budget.checkTime();
                    untilCheck = ROWS_BETWEEN_CHECKS;
                }
                if (row < to && !store.isRemoved(row)) {
                    loads.load(store.cells(), row * arity, registers);
                    next.run(registers);
                    if (stops && found.isSet()) {
                        return;
                    }
                }
            }
        }
    }
}
