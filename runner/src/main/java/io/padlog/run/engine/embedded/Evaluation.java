package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Stratum;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One evaluation: loads the facts, then computes the strata, each to its fixpoint, and those at the same time that do not need each
 *  other if there are threads for them. */
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
        this.memory = new Memory(stores, facts.symbols(), new RecordStore(budget), budget, new int[1], new int[1]);
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
        List<Stratum> strata = program.strata().stream()
                .filter(stratum -> stratum.relations().stream().anyMatch(needed::contains))
                .toList();
        Map<String, Integer> ofRelation = new HashMap<>();
        List<List<Rule>> rules = new ArrayList<>();
        for (int i = 0; i < strata.size(); i++) {
            for (String relation : strata.get(i).relations()) {
                ofRelation.put(relation, i);
            }
            rules.add(new ArrayList<>());
        }
        for (Rule rule : program.rules()) {
            Integer stratum = ofRelation.get(rule.head().relation());
            if (stratum != null) {
                rules.get(stratum).add(rule);
            }
        }
        Readers readers = new Readers(strata);
        Schedule schedule = new Schedule(before(strata, rules, ofRelation), alone(rules));
        List<Relation> showing =
                program.relations().values().stream().filter(relation -> relation.deltaOf().isPresent()).toList();
        try (Workers workers = new Workers(threads)) {
            workers.run(schedule, i -> {
                new StratumRun(program, strata.get(i), showing, memory, statistics, workers).run(rules.get(i));
                readers.ended(strata.get(i)).forEach(relation -> memory.relation(relation).release());
            });
        }
    }

    /** For each stratum those that must be complete: with one thread, or a rule that may fail, all before it. */
    private List<Set<Integer>> before(List<Stratum> strata, List<List<Rule>> rules, Map<String, Integer> ofRelation) {
        // What fails first must not be chance, nor whether a plan comes to what would fail.
        boolean inOrder = threads == 1 || rules.stream().flatMap(List::stream).anyMatch(Sharing::mayFail);
        List<Set<Integer>> before = new ArrayList<>();
        for (int i = 0; i < strata.size(); i++) {
            Set<Integer> read = new TreeSet<>();
            if (inOrder && i > 0) {
                read.add(i - 1);
            }
            for (String relation : strata.get(i).relations()) {
                dependencies.read(relation).forEach(other -> read.add(ofRelation.get(other)));
            }
            read.remove(i);
            before.add(read);
        }
        return before;
    }

    /** Those that make symbols. The constants of the others are numbered here, so that they make none either. */
    private Set<Integer> alone(List<List<Rule>> rules) {
        Set<Integer> alone = new HashSet<>();
        for (int i = 0; threads > 1 && i < rules.size(); i++) {
            for (Rule rule : rules.get(i)) {
                TermWalk.over(rule, term -> {
                    if (term instanceof Term.Text text) {
                        memory.symbols().number(text.value());
                    }
                });
            }
            if (rules.get(i).stream().anyMatch(Sharing::makesSymbols)) {
                alone.add(i);
            }
        }
        return alone;
    }

    /** Which strata still have to look at each relation. */
    private final class Readers {
        private final Map<String, Integer> left = new HashMap<>();

        Readers(List<Stratum> strata) {
            for (Stratum stratum : strata) {
                read(stratum).forEach(relation -> left.merge(relation, 1, Integer::sum));
            }
        }

        private Set<String> read(Stratum stratum) {
            Set<String> read = new HashSet<>();
            stratum.relations().forEach(relation -> read.addAll(dependencies.read(relation)));
            return read;
        }

        /** The relations that nothing looks at after this stratum. */
        synchronized List<String> ended(Stratum stratum) {
            return read(stratum).stream()
                    .filter(relation -> left.merge(relation, -1, Integer::sum) == 0 && !roots.contains(relation))
                    .toList();
        }
    }
}
