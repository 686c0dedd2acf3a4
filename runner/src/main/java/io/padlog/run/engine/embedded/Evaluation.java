package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Stratum;
import io.padlog.run.datalog.syntax.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One evaluation: loads the facts, then computes stratum after stratum, each to its fixpoint. */
final class Evaluation {
    private final CheckedProgram program;
    private final Dependencies dependencies;
    private final int threads;
    private final Set<String> needed;
    private final Set<String> roots;
    private final Memory memory;
    private final Statistics statistics;

    /**
     * @param roots the relations that will be looked at; others are there only as long as these need them
     * @param threads how many it may use; the answer does not tell how many there were
     */
    Evaluation(CheckedProgram program, Set<String> roots, Facts facts, Budget budget, int threads) {
        this.program = program;
        this.threads = threads > 1 && Sharing.isInAnyOrder(program) ? threads : 1;
        this.dependencies = new Dependencies(program);
        this.needed = dependencies.needed(roots);
        this.roots = Set.copyOf(roots);
        Map<String, Store> stores = new HashMap<>();
        program.relations().values().forEach(relation -> stores.put(relation.name(), store(relation, budget)));
        this.memory = new Memory(stores, facts.symbols(), new RecordStore(budget), budget, new int[1]);
        this.statistics = Statistics.of(memory);
        load(facts);
    }

    private static Store store(Relation relation, Budget budget) {
        if (relation.representation() == Relation.Representation.EQREL) {
            return new EquivalenceStore(relation.name(), relation.choiceDomains(), budget);
        }
        TupleStore store = new TupleStore(relation.name(), relation.arity(), budget);
        if (!relation.choiceDomains().isEmpty()) {
            store.admitBy(new Choice(store, relation.choiceDomains(), budget));
        }
        return store;
    }

    Memory memory() {
        return memory;
    }

    private void load(Facts facts) {
        ValueReader reader = new ValueReader(memory, program.types());
        Set<String> loaded = new HashSet<>();
        for (Item.Directive directive : program.directives()) {
            Table table = facts.tables().get(directive.relation());
            boolean reads = directive.verb() == Item.Verb.INPUT && table != null && needed.contains(directive.relation());
            if (!reads || !loaded.add(directive.relation())) {
                continue;
            }
            Relation relation = program.relations().get(directive.relation());
            if (table.arity() != relation.arity()) {
                throw new PadlogException(
                        ExitStatus.USAGE,
                        directive.range() + ": the facts have " + table.arity() + " columns for '" + relation.name()
                                + "', which is declared with " + relation.arity());
            }
            memory.relation(relation.name()).load(reader.read(relation, table));
        }
    }

    void run() {
        Map<String, List<Rule>> ofStratum = new HashMap<>();
        for (Stratum stratum : program.strata()) {
            List<Rule> shared = new ArrayList<>();
            stratum.relations().forEach(relation -> ofStratum.put(relation, shared));
        }
        for (Rule rule : program.rules()) {
            ofStratum.get(rule.head().relation()).add(rule);
        }
        try (Workers workers = new Workers(threads)) {
            run(ofStratum, workers);
        }
    }

    private void run(Map<String, List<Rule>> ofStratum, Workers workers) {
        List<Set<String>> lastReads = lastReads();
        for (int i = 0; i < lastReads.size(); i++) {
            Stratum stratum = program.strata().get(i);
            if (stratum.relations().stream().anyMatch(needed::contains)) {
                new StratumRun(program, stratum, memory, statistics, workers)
                        .run(ofStratum.get(stratum.relations().get(0)));
                lastReads.get(i).forEach(relation -> memory.relation(relation).release());
            }
        }
    }

    /** For each stratum the relations that nothing looks at after it. */
    private List<Set<String>> lastReads() {
        List<Set<String>> last = new ArrayList<>();
        Set<String> looked = new HashSet<>(roots);
        for (int i = program.strata().size() - 1; i >= 0; i--) {
            Stratum stratum = program.strata().get(i);
            Set<String> ended = new HashSet<>();
            for (String relation : stratum.relations()) {
                if (needed.contains(relation)) {
                    for (String read : dependencies.read(relation)) {
                        if (looked.add(read)) {
                            ended.add(read);
                        }
                    }
                }
            }
            last.add(ended);
        }
        Collections.reverse(last);
        return last;
    }
}
