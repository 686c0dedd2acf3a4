package io.padlog.run.engine.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A plan made ready to be run as often as its stratum needs; with many rows to go through, by several threads. */
final class Execution {
    /** With fewer rows to go through, starting threads takes longer than they save. */
    private static final int MANY_ROWS = 1 << 13;
    /** Few enough that no thread is left with much when the others are done. */
    private static final int ROWS_AT_ONCE = 1 << 10;

    private final ClausePlan plan;
    private final Memory memory;
    private final Workers workers;
    private final Optional<TupleStore> target;
    private final Optional<Shareable> outermost;
    private final List<Source> sources = new ArrayList<>();
    private final Chain chain;
    private final List<Chain> parts = new ArrayList<>();

    /** A range of rows without which there is no answer. */
    private record Source(Store store, Rows rows) {}

    /** A scan that threads may share, and where their answers go. */
    private record Shareable(TupleStore store, Rows rows, TupleStore target) {}

    /** The plan's steps with all that they write to, for one thread. */
    private static final class Chain {
        private final Stretch stretch = new Stretch();
        private final Optional<Offers> offers;
        private final int[] registers;
        private final Step steps;

        Chain(ClausePlan plan, Memory memory, Optional<TupleStore> target, boolean shared) {
            this.offers = target.map(store -> new Offers(store, shared));
            this.registers = new int[plan.registers()];
            this.steps = StepCompiler.compile(plan, memory, offers, shared ? Optional.of(stretch) : Optional.empty());
        }

        void run() {
            steps.run(registers);
            offers.ifPresent(Offers::flush);
        }

        /** Takes stretches before {@code end} until there are none. */
        void run(AtomicInteger next, int end) {
            for (int from = next.getAndAdd(ROWS_AT_ONCE); from < end; from = next.getAndAdd(ROWS_AT_ONCE)) {
                stretch.set(from, Math.min(end, from + ROWS_AT_ONCE));
                steps.run(registers);
            }
            offers.ifPresent(Offers::flush);
        }
    }

    Execution(ClausePlan plan, Memory memory, Workers workers) {
        this.plan = plan;
        this.memory = memory;
        this.workers = workers;
        this.target = target(plan, memory);
        this.chain = new Chain(plan, memory, target, false);
        this.outermost = workers.count() > 1 && target.isPresent() && Sharing.isShareable(plan)
                ? StepCompiler.outermost(plan).flatMap(scan -> tuples(memory.relation(scan.relation()))
                        .map(store -> new Shareable(store, scan.rows(), target.get())))
                : Optional.empty();
        addSources(plan.operations());
    }

    /** Where answers can be offered in batches. */
    private static Optional<TupleStore> target(ClausePlan plan, Memory memory) {
        Operation last = plan.operations().get(plan.operations().size() - 1);
        return last instanceof Operation.Project project ? tuples(memory.relation(project.relation())) : Optional.empty();
    }

    private static Optional<TupleStore> tuples(Store store) {
        return store instanceof TupleStore tuples ? Optional.of(tuples) : Optional.empty();
    }

    private void addSources(List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation instanceof Operation.Any any) {
                addSources(any.body());
            } else if (operation instanceof Operation.Scan scan) {
                sources.add(new Source(memory.relation(scan.relation()), scan.rows()));
            } else if (operation instanceof Operation.IndexScan scan) {
                sources.add(new Source(memory.relation(scan.relation()), scan.rows()));
            } else if (operation instanceof Operation.Filter filter
                    && filter.condition() instanceof Condition.Exists exists
                    && !exists.negated()) {
                sources.add(new Source(memory.relation(exists.relation()), exists.rows()));
            }
        }
    }

    void run() {
        for (Source source : sources) {
            if (source.store.count(source.rows) == 0) {
                return;
            }
        }
        if (outermost.isPresent() && outermost.get().store.count(outermost.get().rows) >= MANY_ROWS) {
            outermost.get().target.makeDistinct();
            if (outermost.get().target.takesBatches()) {
                share(outermost.get());
                return;
            }
        }
        chain.run();
    }

    private void share(Shareable scan) {
        while (parts.size() < workers.count()) {
            parts.add(new Chain(plan, memory, target, true));
        }
        AtomicInteger next = new AtomicInteger(scan.rows.from(scan.store));
        int end = scan.rows.to(scan.store);
        scan.target.share(true);
        workers.share(parts.stream().<Runnable>map(part -> () -> part.run(next, end)).toList());
        scan.target.share(false);
    }
}
