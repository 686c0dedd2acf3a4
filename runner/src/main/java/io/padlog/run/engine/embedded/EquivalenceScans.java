package io.padlog.run.engine.embedded;

import java.util.List;

/** Steps that go through the pairs of an equivalence relation, which are made as they are met. */
final class EquivalenceScans {
    private static final int PAIRS_BETWEEN_CHECKS = 1 << 14;
    private static final int NOWHERE = -1;

    private EquivalenceScans() {}

    /** Where the values go and what comes next; the loops over the partners of one member. */
    private static final class Partners {
        private final EquivalenceStore store;
        private final Rows rows;
        private final boolean each;
        private final int partnerRegister;
        private final Found found;
        private final Budget budget;
        private final Step next;
        private int untilCheck = PAIRS_BETWEEN_CHECKS;

        Partners(
                EquivalenceStore store, Rows rows, int partnerRegister, boolean everyAnswer, Found found, Budget budget,
                Step next) {
            this.store = store;
            this.rows = rows;
            this.each = everyAnswer || partnerRegister != NOWHERE;
            this.partnerRegister = partnerRegister;
            this.found = found;
            this.budget = budget;
            this.next = next;
        }

        /** @return false if nothing more is to be looked for */
        boolean run(int[] registers, int member) {
            if (!each) {
                if (store.hasPartner(member, rows)) {
                    check();
                    next.run(registers);
                }
                return !found.isSet();
            }
            int[] list = store.classOf(member);
            int size = store.classSize(member);
            return switch (rows) {
                case KNOWN -> run(registers, list, 0, size);
                case OLD -> run(registers, list, store.oldFrom(member), store.oldTo(member));
                case DELTA -> run(registers, list, 0, store.oldFrom(member))
                        && run(registers, list, store.oldTo(member), size);
            };
        }

        private boolean run(int[] registers, int[] list, int from, int to) {
            for (int place = from; place < to; place++) {
                check();
                if (partnerRegister != NOWHERE) {
                    registers[partnerRegister] = store.value(list[place]);
                }
                next.run(registers);
                if (found.isSet()) {
                    return false;
                }
            }
            return true;
        }

        private void check() {
            if (--untilCheck == 0) {
                budget.checkTime();
                untilCheck = PAIRS_BETWEEN_CHECKS;
            }
        }
    }

    /** @param everyAnswer whether it matters how many partners there are that are not asked for */
    static Step all(
            EquivalenceStore store, Operation.Scan scan, boolean everyAnswer, Found found, Budget budget, Step next) {
        int first = register(scan.loads(), 0);
        int second = register(scan.loads(), 1);
        // The relation is symmetric, so that either column can be the outer one.
        int outer = first == NOWHERE ? second : first;
        int inner = first == NOWHERE ? NOWHERE : second;
        Partners partners = new Partners(store, scan.rows(), inner, everyAnswer, found, budget, next);
        return scan.rows() == Rows.DELTA
                ? r -> throughChanged(store, outer, partners, r)
                : r -> throughKnown(store, outer, partners, r);
    }

    private static void throughKnown(EquivalenceStore store, int register, Partners partners, int[] registers) {
        for (int member = 0; member < store.known(); member++) {
            if (register != NOWHERE) {
                registers[register] = store.value(member);
            }
            if (!partners.run(registers, member)) {
                return;
            }
        }
    }

    private static void throughChanged(EquivalenceStore store, int register, Partners partners, int[] registers) {
        for (int index = 0; index < store.changedClasses(); index++) {
            int[] members = store.changedClass(index);
            for (int place = 0; place < store.changedSize(index); place++) {
                if (register != NOWHERE) {
                    registers[register] = store.value(members[place]);
                }
                if (!partners.run(registers, members[place])) {
                    return;
                }
            }
        }
    }

    /** The partners of one value; with two columns the pair itself. */
    static Step byKeys(
            EquivalenceStore store, Operation.IndexScan scan, Gatherer keys, boolean everyAnswer, Found found,
            Budget budget, Step next) {
        if (keys.length() == 2) {
            Tester contains = contains(store, scan.rows(), keys);
            return r -> {
                if (contains.test(r)) {
                    next.run(r);
                }
            };
        }
        int register = register(scan.loads(), 1 - scan.columns().get(0));
        Partners partners = new Partners(store, scan.rows(), register, everyAnswer, found, budget, next);
        return r -> {
            int member = store.member(keys.gather(r)[0]);
            if (member >= 0) {
                partners.run(r, member);
            }
        };
    }

    /** Whether there is a pair with these keys, as many as there are. */
    static Tester contains(EquivalenceStore store, Rows rows, Gatherer keys) {
        return switch (keys.length()) {
            case 0 -> r -> store.count(rows) > 0;
            case 1 -> r -> {
                int member = store.member(keys.gather(r)[0]);
                return member >= 0 && store.hasPartner(member, rows);
            };
            default -> r -> {
                int[] pair = keys.gather(r);
                int one = store.member(pair[0]);
                int other = one < 0 ? -1 : store.member(pair[1]);
                return other >= 0 && store.contains(one, other, rows);
            };
        };
    }

    private static int register(List<Operation.Load> loads, int column) {
        return loads.stream()
                .filter(load -> load.column() == column)
                .mapToInt(Operation.Load::register)
                .findFirst()
                .orElse(NOWHERE);
    }
}
