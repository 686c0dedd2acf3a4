package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Subsumption;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the rules of one stratum, when the relations of earlier strata are complete and their sizes known. */
final class RulePlanner {
    private final Memory memory;
    private final Set<String> stratum;
    private final Statistics statistics;

    /**
     * @param stratum the relations that are being computed
     */
    RulePlanner(Memory memory, Set<String> stratum, Statistics statistics) {
        this.memory = memory;
        this.stratum = stratum;
        this.statistics = statistics;
    }

    private BodyPlanner.Clause clause(Range range) {
        return new BodyPlanner.Clause(range, memory.symbols(), statistics, memory.budget());
    }

    /** The relations of the rule's atoms that are of its own stratum, in their order. */
    List<String> recursiveAtoms(Rule rule) {
        return rule.body().stream().filter(this::isRecursive).map(goal -> ((Goal.Member) goal).relation()).toList();
    }

    private boolean isRecursive(Goal goal) {
        return goal instanceof Goal.Member member && stratum.contains(member.relation());
    }

    /** A plan in which the recursive atom of this number is the delta; of a rule that has none there is version 0 only. */
    ClausePlan plan(Rule rule, int version) {
        BodyPlanner.Clause clause = clause(rule.range());
        Normalizer normalizer = new Normalizer(clause.numbering(), false);
        rule.body().forEach(normalizer::add);
        List<Term> head = normalizer.values(rule.head().terms());
        List<BodyPlanner.Atom> atoms = new ArrayList<>();
        List<Goal> others = new ArrayList<>();
        // Of the answers that use a delta row, each is found by the version of its first one.
        int recursive = 0;
        for (Goal goal : normalizer.goals()) {
            if (goal instanceof Goal.Member member) {
                Rows rows = Rows.KNOWN;
                if (isRecursive(goal)) {
                    rows = recursive < version ? Rows.OLD : recursive == version ? Rows.DELTA : Rows.KNOWN;
                    recursive++;
                }
                atoms.add(new BodyPlanner.Atom(member, rows));
            } else {
                others.add(goal);
            }
        }
        Variables wanted = Variables.of(head);
        boolean everyAnswer = counts(wanted, others);
        BodyPlanner planner = new BodyPlanner(clause, Map.of(), wanted.names(), everyAnswer, false);
        List<Operation> operations = new ArrayList<>(planner.plan(atoms, others, order(rule.plan(), version, atoms)));
        operations.add(new Operation.Project(rule.head().relation(), planner.maker().expressions(head)));
        return new ClausePlan(rule.range(), clause.registers(), everyAnswer, operations);
    }

    /** Copies the delta of a relation, each row with the round in which it was found. */
    ClausePlan delta(Relation origin, Relation copy) {
        List<Operation.Load> loads = new ArrayList<>();
        List<Expression> row = new ArrayList<>();
        for (int column = 0; column < origin.arity(); column++) {
            loads.add(new Operation.Load(column, column));
            row.add(new Expression.Register(column));
        }
        row.add(new Expression.Iteration());
        return new ClausePlan(copy.range(), origin.arity(), false, List.of(
                new Operation.Scan(origin.name(), Rows.DELTA, loads), new Operation.Project(copy.name(), row)));
    }

    private static boolean counts(Variables head, List<Goal> others) {
        return head.counts() || others.stream().anyMatch(goal -> Variables.of(goal).counts());
    }

    private static Optional<List<BodyPlanner.Atom>> order(
            Optional<Item.Plan> plan, int version, List<BodyPlanner.Atom> atoms) {
        return plan.flatMap(p -> p.orders().stream().filter(order -> order.version() == version).findFirst())
                .map(Item.PlanOrder::order)
                .filter(order -> order.size() == atoms.size() && order.stream().distinct().count() == atoms.size()
                        && order.stream().allMatch(number -> number >= 1 && number <= atoms.size()))
                .map(order -> order.stream().map(number -> atoms.get(number - 1)).toList());
    }

    /** Plans that drop rows: one where the dropped row is in the delta, one where only the other is. */
    List<ClausePlan> plans(Subsumption subsumption) {
        if (subsumption.body().stream().anyMatch(this::isRecursive)) {
            // What the body reads grows, too, so that old rows may have to be dropped.
            return List.of(plan(subsumption, Rows.KNOWN, Rows.KNOWN));
        }
        return List.of(plan(subsumption, Rows.DELTA, Rows.KNOWN), plan(subsumption, Rows.OLD, Rows.DELTA));
    }

    private ClausePlan plan(Subsumption subsumption, Rows less, Rows greater) {
        BodyPlanner.Clause clause = clause(subsumption.range());
        Normalizer normalizer = new Normalizer(clause.numbering(), false);
        normalizer.add(named(subsumption.less(), clause));
        int lessGoals = normalizer.goals().size();
        normalizer.add(named(subsumption.greater(), clause));
        List<Term> lessRow = ((Goal.Member) normalizer.goals().get(0)).terms();
        List<Term> greaterRow = ((Goal.Member) normalizer.goals().get(lessGoals)).terms();
        subsumption.body().forEach(normalizer::add);
        List<BodyPlanner.Atom> atoms = new ArrayList<>();
        List<Goal> others = new ArrayList<>();
        BodyPlanner.split(normalizer.goals(), atoms, others);
        atoms.set(0, new BodyPlanner.Atom(atoms.get(0).member(), less));
        atoms.set(1, new BodyPlanner.Atom(atoms.get(1).member(), greater));
        List<Term> both = new ArrayList<>(lessRow);
        both.addAll(greaterRow);
        BodyPlanner planner = new BodyPlanner(clause, Map.of(), Variables.of(both).names(), false, false);
        List<Operation> operations = new ArrayList<>(planner.plan(atoms, others, Optional.empty()));
        operations.add(new Operation.Remove(
                subsumption.less().relation(),
                planner.maker().expressions(lessRow),
                planner.maker().expressions(greaterRow)));
        return new ClausePlan(subsumption.range(), clause.registers(), false, operations);
    }

    /** With a variable for each {@code _}, since the whole row is needed. */
    private static Goal.Member named(Goal.Member member, BodyPlanner.Clause clause) {
        return new Goal.Member(
                member.relation(),
                member.terms().stream()
                        .map(term -> term instanceof Term.Anything ? clause.numbering().variable(term.kind()) : term)
                        .toList());
    }
}
