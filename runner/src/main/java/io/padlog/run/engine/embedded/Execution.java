package io.padlog.run.engine.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plan made ready to be run as often as its stratum needs. */
final class Execution {
    /** A range of rows without which there is no answer. */
    private record Source(TupleStore store, Rows rows) {
        boolean isEmpty() {
            return rows.from(store) >= rows.to(store);
        }
    }

    private final Step steps;
    private final int[] registers;
    private final Optional<TupleStore> target;
    private final List<Source> sources = new ArrayList<>();

    Execution(ClausePlan plan, Memory memory) {
        this.steps = StepCompiler.compile(plan, memory);
        this.registers = new int[plan.registers()];
        Operation last = plan.operations().get(plan.operations().size() - 1);
        this.target = last instanceof Operation.Project project
                ? Optional.of(memory.relation(project.relation()))
                : Optional.empty();
        for (Operation operation : plan.operations()) {
            if (operation instanceof Operation.Scan scan) {
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
            if (source.isEmpty()) {
                return;
            }
        }
        steps.run(registers);
        target.ifPresent(TupleStore::flush);
    }
}
