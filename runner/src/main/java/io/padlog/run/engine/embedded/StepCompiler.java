package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Makes a plan ready to run, as a chain of steps that call each other. Each chain has state of its own, for one thread.
 *
 * @implNote Why no bytecode is made for each rule. What it could gain at best are loops written by hand over the same stores:
 *     with one thread they take 0.82 (transitive closure) and 0.77 (same generation) of the CPU time of the engine in memory,
 *     0.13 s of which are parsing, checking and planning that remain, so 9 % and 17 % of the evaluation (engine-bench with
 *     BY_HAND=1, least of six); and classes that are made must be loaded and compiled themselves, each anew. Over padlog's own rules, C2
 *     gains nothing over C1, since they wait for memory: a tenth of the samples lies in what a chain does beyond such loops.
 *     A chain is made in microseconds and is fast at once, where most of padlog's own rules run for milliseconds: the same
 *     classes serve all of them, so the JIT is through with these after the first few. Nor are plans kept from when padlog
 *     is built: join orders depend on the sizes of the relations, and all plans of a large check take 0.1 s.
 */
final class StepCompiler implements Operation.Cases<Step> {
    private static final int ANSWERS_BETWEEN_CHECKS = 1 << 14;

    private final Memory memory;
    private final ExpressionCompiler expressions;
    private final ConditionCompiler conditions;
    private final Optional<Offers> offers;
    private final Optional<Stretch> stretch;
    private final Optional<Operation.Scan> outermost;
    private Step next = r -> { };
    private Found found = Found.NEVER;
    private boolean everyAnswer;

    private StepCompiler(ClausePlan plan, Memory memory, Optional<Offers> offers, Optional<Stretch> stretch) {
        this.memory = memory;
        this.offers = offers;
        this.stretch = stretch;
        this.outermost = outermost(plan);
        this.expressions = new ExpressionCompiler(plan.range(), memory);
        this.conditions = new ConditionCompiler(expressions, memory);
        this.everyAnswer = plan.everyAnswer();
    }

    /**
     * @param offers where answers go; a plan that removes rows, or adds to an equivalence relation, has none
     * @param stretch what the outermost scan goes through; empty for all of its range
     */
    static Step compile(ClausePlan plan, Memory memory, Optional<Offers> offers, Optional<Stretch> stretch) {
        StepCompiler compiler = new StepCompiler(plan, memory, offers, stretch);
        if (plan.everyAnswer()) {
            compiler.dropDuplicates(plan.operations());
        }
        return compiler.chain(plan.operations(), compiler.next, Found.NEVER);
    }

    /** The scan that all others are inside of, if the plan begins with one. */
    static Optional<Operation.Scan> outermost(ClausePlan plan) {
        return plan.operations().stream()
                .filter(operation -> !(operation instanceof Operation.Filter) && !(operation instanceof Operation.Bind))
                .findFirst()
                .filter(Operation.Scan.class::isInstance)
                .map(Operation.Scan.class::cast);
    }

    /** Loaded relations may still have rows twice, which only matters where answers are counted. */
    private void dropDuplicates(List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation instanceof Operation.Scan scan) {
                memory.relation(scan.relation()).makeDistinct();
            } else if (operation instanceof Operation.IndexScan scan) {
                memory.relation(scan.relation()).makeDistinct();
            }
        }
    }

    /** @param enough ends the operations' scans */
    private Step chain(List<Operation> operations, Step last, Found enough) {
        Step outer = next;
        Found outerFound = found;
        next = last;
        found = enough;
        for (int i = operations.size() - 1; i >= 0; i--) {
            next = operations.get(i).fold(this);
        }
        Step first = next;
        next = outer;
        found = outerFound;
        return first;
    }

    @Override
    public Step onScan(Operation.Scan scan) {
        Optional<Stretch> part = outermost.filter(first -> first == scan).isPresent() ? stretch : Optional.empty();
        return memory.relation(scan.relation()).fold(new Store.Cases<>() {
            @Override
            public Step onTuples(TupleStore store) {
                return new Scans.Full(store, scan, part, found, memory.budget(), next);
            }

            @Override
            public Step onEquivalence(EquivalenceStore store) {
                return EquivalenceScans.all(store, scan, everyAnswer, found, memory.budget(), next);
            }
        });
    }

    @Override
    public Step onIndexScan(Operation.IndexScan scan) {
        Gatherer keys = new Gatherer(scan.keys(), expressions);
        return memory.relation(scan.relation()).fold(new Store.Cases<>() {
            @Override
            public Step onTuples(TupleStore store) {
                RowIndex index = store.index(scan.columns().stream().mapToInt(Integer::intValue).toArray());
                Scans.Chain chain = new Scans.Chain(store, index, scan, found, memory.budget(), next);
                if (scan.keys().size() == 1 && scan.keys().get(0) instanceof Expression.Register register) {
                    return new Scans.ByRegister(register.number(), chain);
                }
                return switch (keys.length()) {
                    case 1 -> new Scans.ByOne(keys, chain);
                    case 2 -> new Scans.ByTwo(keys, chain);
                    default -> new Scans.ByMany(keys, chain);
                };
            }

            @Override
            public Step onEquivalence(EquivalenceStore store) {
                return EquivalenceScans.byKeys(store, scan, keys, everyAnswer, found, memory.budget(), next);
            }
        });
    }

    @Override
    public Step onFilter(Operation.Filter filter) {
        Tester condition = filter.condition().fold(conditions);
        Step then = next;
        return r -> {
            if (condition.test(r)) {
                then.run(r);
            }
        };
    }

    @Override
    public Step onBind(Operation.Bind bind) {
        Evaluator value = expressions.compile(bind.value());
        int register = bind.register();
        Step then = next;
        return r -> {
            r[register] = value.eval(r);
            then.run(r);
        };
    }

    @Override
    public Step onUnpack(Operation.Unpack unpack) {
        Evaluator value = expressions.compile(unpack.value());
        RecordStore records = memory.records();
        int branch = unpack.branch();
        int fields = unpack.fields();
        int[] columns = unpack.loads().stream().mapToInt(Operation.Load::column).toArray();
        int[] registers = unpack.loads().stream().mapToInt(Operation.Load::register).toArray();
        Step then = next;
        return r -> {
            int record = value.eval(r);
            if (records.isValue(record) && records.branch(record) == branch && records.fieldCount(record) == fields) {
                for (int i = 0; i < columns.length; i++) {
                    r[registers[i]] = records.field(record, columns[i]);
                }
                then.run(r);
            }
        };
    }

    @Override
    public Step onGenerate(Operation.Generate generate) {
        Evaluator from = expressions.compile(generate.from());
        Evaluator to = expressions.compile(generate.to());
        Evaluator step = generate.step().map(expressions::compile).orElse(r -> 0);
        boolean stepped = generate.step().isPresent();
        int register = generate.register();
        Budget budget = memory.budget();
        Step then = next;
        if (generate.kind() == Kind.FLOAT) {
            return r -> {
                float first = Float.intBitsToFloat(from.eval(r));
                float last = Float.intBitsToFloat(to.eval(r));
                float by = stepped ? Float.intBitsToFloat(step.eval(r)) : first <= last ? 1 : -1;
                long count = 0;
                for (float x = first; by > 0 ? x < last : by < 0 ? x > last : first != last; x += by) {
                    if (count++ % ANSWERS_BETWEEN_CHECKS == 0) {
                        budget.checkTime();
                    }
                    r[register] = Float.floatToRawIntBits(x);
                    then.run(r);
                    // A step of 0, or one too small to be felt, would never arrive.
                    if (x + by == x) {
                        break;
                    }
                }
            };
        }
        boolean unsigned = generate.kind() == Kind.UNSIGNED;
        return r -> {
            long first = wide(from.eval(r), unsigned);
            long last = wide(to.eval(r), unsigned);
            long by = stepped ? wide(step.eval(r), unsigned) : first <= last ? 1 : -1;
            long count = 0;
            for (long x = first; by > 0 ? x < last : by < 0 ? x > last : first != last; x += by) {
                if (count++ % ANSWERS_BETWEEN_CHECKS == 0) {
                    budget.checkTime();
                }
                r[register] = (int) x;
                then.run(r);
                if (by == 0) {
                    break;
                }
            }
        };
    }

    private static long wide(int value, boolean unsigned) {
        return unsigned ? Integer.toUnsignedLong(value) : value;
    }

    @Override
    public Step onAggregate(Operation.Aggregate aggregate) {
        dropDuplicates(aggregate.body());
        boolean outer = everyAnswer;
        everyAnswer = true;
        Step step = compiled(aggregate);
        everyAnswer = outer;
        return step;
    }

    private Step compiled(Operation.Aggregate aggregate) {
        Step then = next;
        Accumulator accumulator = Accumulator.of(aggregate.aggregation(), aggregate.kind());
        Evaluator target = expressions.compile(aggregate.target());
        int register = aggregate.register();
        Step add = r -> accumulator.add(target.eval(r));
        if (aggregate.distinct().isPresent()) {
            List<Expression> key = aggregate.distinct().get().stream()
                    .<Expression>map(Expression.Register::new)
                    .toList();
            Gatherer answer = new Gatherer(key, expressions);
            TupleStore seen = new TupleStore("an aggregate", key.size(), memory.budget());
            Step body = chain(aggregate.body(), r -> {
                if (seen.add(answer.gather(r))) {
                    add.run(r);
                }
            }, Found.NEVER);
            return r -> {
                seen.clear();
                finish(accumulator, body, register, then, r);
            };
        }
        Step body = chain(aggregate.body(), add, Found.NEVER);
        return r -> finish(accumulator, body, register, then, r);
    }

    @Override
    public Step onAny(Operation.Any any) {
        Step then = next;
        Found answer = new Found();
        Step body = chain(any.body(), r -> answer.set(true), answer);
        return r -> {
            answer.set(false);
            body.run(r);
            if (answer.isSet()) {
                then.run(r);
            }
        };
    }

    private static void finish(Accumulator accumulator, Step body, int register, Step then, int[] registers) {
        accumulator.reset();
        body.run(registers);
        if (accumulator.hasResult()) {
            registers[register] = accumulator.result();
            then.run(registers);
        }
    }

    @Override
    public Step onProject(Operation.Project project) {
        Gatherer row = new Gatherer(project.row(), expressions);
        return memory.relation(project.relation()).fold(new Store.Cases<>() {
            @Override
            public Step onTuples(TupleStore store) {
                Offers rows = offers.orElseThrow();
                return row.isRegisters() ? r -> rows.offer(r, row.registers()) : r -> rows.offer(row.gather(r));
            }

            @Override
            public Step onEquivalence(EquivalenceStore store) {
                return r -> store.add(row.gather(r));
            }
        });
    }

    @Override
    public Step onRemove(Operation.Remove remove) {
        TupleStore store = memory.tuples(remove.relation());
        Gatherer less = new Gatherer(remove.row(), expressions);
        Gatherer greater = new Gatherer(remove.greater(), expressions);
        return r -> {
            int dropped = store.find(less.gather(r));
            int kept = store.find(greater.gather(r));
            // The scans around this step may still be at a row that it removed meanwhile.
            if (dropped != kept && !store.isRemoved(kept) && !store.isRemoved(dropped)) {
                store.remove(dropped);
            }
        };
    }
}
