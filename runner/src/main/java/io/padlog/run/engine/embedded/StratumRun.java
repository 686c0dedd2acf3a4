package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Stratum;
import io.padlog.run.datalog.program.Subsumption;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Computes one stratum to its fixpoint. A rule is planned when it is first known that it may have an answer: of a whole
 * library's rules, over a small driver, most never have one, and planning is dearer than running.
 */
final class StratumRun {
    private final CheckedProgram program;
    private final Memory memory;
    private final Workers workers;
    private final Set<String> relations;
    private final List<Store> stores;
    private final RulePlanner planner;
    private final List<Relation> showing;

    /** @param showing the relations that show what is new in another one */
    StratumRun(
            CheckedProgram program, Stratum stratum, List<Relation> showing, Memory memory, Statistics statistics,
            Workers workers) {
        this.showing = showing;
        this.program = program;
        this.memory = memory;
        this.workers = workers;
        this.relations = new HashSet<>(stratum.relations());
        this.stores = stratum.relations().stream().map(memory::relation).toList();
        this.planner = new RulePlanner(memory, relations, statistics.computing(relations));
    }

    /** One delta version of a recursive rule. */
    private final class Version {
        private final Rule rule;
        private final int number;
        private final Store delta;
        private Optional<Execution> execution = Optional.empty();

        Version(Rule rule, int number, String delta) {
            this.rule = rule;
            this.number = number;
            this.delta = memory.relation(delta);
        }

        void run() {
            if (delta.count(Rows.DELTA) == 0) {
                return;
            }
            if (execution.isEmpty()) {
                execution = Optional.of(new Execution(planner.plan(rule, number), memory, workers));
            }
            execution.get().run();
        }
    }

    /** @param rules all those whose heads are in the stratum */
    void run(List<Rule> rules) {
        List<Version> versions = new ArrayList<>();
        for (Rule rule : rules) {
            List<String> deltas = planner.recursiveAtoms(rule);
            if (!deltas.isEmpty()) {
                if (!lacksRows(rule)) {
                    for (int number = 0; number < deltas.size(); number++) {
                        versions.add(new Version(rule, number, deltas.get(number)));
                    }
                }
            } else if (!isConstant(rule)) {
                if (!lacksRows(rule)) {
                    new Execution(planner.plan(rule, 0), memory, workers).run();
                }
            } else {
                addConstant(rule.head());
            }
        }
        List<Execution> subsumptions = new ArrayList<>();
        for (Subsumption subsumption : program.subsumptions()) {
            if (relations.contains(subsumption.less().relation())) {
                planner.plans(subsumption).forEach(plan -> subsumptions.add(new Execution(plan, memory, workers)));
            }
        }
        if (!versions.isEmpty()) {
            // Rounds tell rows by their numbers, which dropping duplicates later on would change.
            stores.forEach(Store::makeDistinct);
        }
        List<Execution> deltas = deltas();
        int[] round = memory.round();
        // Outside of recursions it stays what the last one had, as in Soufflé.
        int last = round[0];
        round[0] = 0;
        boolean more = advance(subsumptions, deltas) && !versions.isEmpty() && !limitReached();
        round[0] = more ? 0 : last;
        while (more) {
            round[0]++;
            versions.forEach(Version::run);
            more = advance(subsumptions, deltas) && !limitReached();
        }
    }

    /** Copies what is new to relations that show it. */
    private List<Execution> deltas() {
        List<Execution> deltas = new ArrayList<>();
        for (Relation relation : showing) {
            relation.deltaOf().filter(relations::contains).ifPresent(origin -> deltas.add(
                    new Execution(planner.delta(program.relations().get(origin), relation), memory, workers)));
        }
        return deltas;
    }

    /** Whether some relation of an earlier stratum that the rule needs rows of has none. */
    private boolean lacksRows(Rule rule) {
        for (Goal goal : rule.body()) {
            if (goal instanceof Goal.Member member
                    && !relations.contains(member.relation())
                    && memory.relation(member.relation()).count(Rows.KNOWN) == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConstant(Rule rule) {
        if (!rule.body().isEmpty()) {
            return false;
        }
        for (Term term : rule.head().terms()) {
            if (!(term instanceof Term.Constant) && !(term instanceof Term.Text)) {
                return false;
            }
        }
        return true;
    }

    private void addConstant(Goal.Member head) {
        int[] row = new int[head.terms().size()];
        for (int column = 0; column < row.length; column++) {
            Term term = head.terms().get(column);
            row[column] = term instanceof Term.Text text
                    ? memory.symbols().number(text.value())
                    : ((Term.Constant) term).bits();
        }
        memory.relation(head.relation()).add(row);
    }

    /** @return whether there are new rows */
    private boolean advance(List<Execution> subsumptions, List<Execution> deltas) {
        memory.budget().checkTime();
        boolean more = false;
        for (Store store : stores) {
            more |= store.advance();
        }
        subsumptions.forEach(Execution::run);
        deltas.forEach(Execution::run);
        return more;
    }

    private boolean limitReached() {
        for (Item.Directive directive : program.directives()) {
            if (directive.verb() == Item.Verb.LIMITSIZE && relations.contains(directive.relation())) {
                long limit = directive.parameter("n").map(Long::parseLong).orElse(Long.MAX_VALUE);
                if (memory.relation(directive.relation()).liveRows() >= limit) {
                    return true;
                }
            }
        }
        return false;
    }
}
