package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Symbols;
import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Orders the goals of one body. Tests come as soon as their variables are bound, then binds, then aggregates; of the atoms
 * first the delta, then greedily the one that is expected to have the fewest rows, the textually first among equals. A
 * value whose computation may fail waits until something needs it, since a test may be there to protect it.
 */
final class BodyPlanner {
    /** How often the body of an aggregate is expected to run. */
    private static final double REPEATED = 1000;

    /** An atom and the rows that it sees. */
    record Atom(Goal.Member member, Rows rows) {}

    /** What all bodies of one clause share. */
    static final class Clause {
        private final Range range;
        private final Symbols symbols;
        private final Statistics statistics;
        private final Budget budget;
        private final Normalizer.Numbering numbering = new Normalizer.Numbering();
        private int registers;

        /** @param budget ends the planning of a body that is too long for the time there is */
        Clause(Range range, Symbols symbols, Statistics statistics, Budget budget) {
            this.range = range;
            this.symbols = symbols;
            this.statistics = statistics;
            this.budget = budget;
        }

        Normalizer.Numbering numbering() {
            return numbering;
        }

        int registers() {
            return registers;
        }
    }

    private final Clause clause;
    private final Map<String, Integer> registers;
    private final ExpressionMaker maker;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Atom> atoms = new ArrayList<>();
    private final List<Goal> others = new ArrayList<>();
    private final Set<String> wanted;
    private final boolean everyAnswer;
    private final boolean repeated;
    /** How many answers the operations so far are expected to have, over all rounds. */
    private double answers;

    /**
     * @param bound variables that have a register already
     * @param wanted variables that are used after the body
     * @param everyAnswer whether it matters how often the same values are found
     * @param repeated whether the body is run many times, as that of an aggregate may be
     */
    BodyPlanner(
            Clause clause, Map<String, Integer> bound, Set<String> wanted, boolean everyAnswer, boolean repeated) {
        this.clause = clause;
        this.registers = new HashMap<>(bound);
        this.maker = new ExpressionMaker(clause.range, clause.symbols, registers);
        this.wanted = wanted;
        this.everyAnswer = everyAnswer;
        this.repeated = repeated;
        this.answers = repeated ? REPEATED : 1;
    }

    /** Turns terms over the body's variables, after {@link #plan}. */
    ExpressionMaker maker() {
        return maker;
    }

    /**
     * Plans a normalized body.
     *
     * @param goals without members
     * @param order the atoms in the order to be kept, or empty to choose it
     */
    List<Operation> plan(List<Atom> members, List<Goal> goals, Optional<List<Atom>> order) {
        atoms.addAll(members);
        others.addAll(goals);
        List<Atom> kept = new ArrayList<>(order.orElse(List.of()));
        int decided = -1;
        while (!atoms.isEmpty() || !others.isEmpty()) {
            clause.budget.checkTime();
            if (placeTests() || placeBind(false) || placeNeededByTest()) {
                continue;
            }
            Optional<Atom> delta = order.isPresent()
                    ? Optional.empty()
                    : atoms.stream().filter(atom -> atom.rows == Rows.DELTA).findFirst();
            if (delta.isEmpty() && placeMany()) {
                continue;
            }
            if (!atoms.isEmpty()) {
                if (decided < 0 && !everyAnswer && !operations.isEmpty() && registers.keySet().containsAll(wanted)) {
                    decided = operations.size();
                }
                JoinOrder joins = joinOrder();
                Atom atom = delta.orElseGet(() -> kept.isEmpty() ? joins.cheapest() : kept.remove(0));
                answers = joins.answersAfter(atom);
                placeAtom(atom);
            } else if (!placeBind(true)) {
                throw new IllegalStateException(clause.range + ": cannot order " + others);
            }
        }
        return decided < 0 ? operations : anyFrom(decided);
    }

    /** With what is used later all known, one answer of the rest is as good as many. */
    private List<Operation> anyFrom(int decided) {
        List<Operation> rest = operations.subList(decided, operations.size());
        boolean scans = rest.stream().anyMatch(operation ->
                operation instanceof Operation.Scan || operation instanceof Operation.IndexScan);
        if (!scans) {
            return operations;
        }
        List<Operation> planned = new ArrayList<>(operations.subList(0, decided));
        planned.add(new Operation.Any(rest));
        return planned;
    }

    private boolean isBound(String variable) {
        return registers.containsKey(variable);
    }

    private boolean isReady(Term term) {
        if (term instanceof Term.Variable variable) {
            return isBound(variable.name());
        }
        Variables variables = Variables.of(term);
        return variables.computable() && registers.keySet().containsAll(variables.names());
    }

    private int register(String variable) {
        return registers.computeIfAbsent(variable, name -> clause.registers++);
    }

    // Tests

    private boolean placeTests() {
        boolean placed = false;
        for (Iterator<Goal> goals = others.iterator(); goals.hasNext(); ) {
            Optional<Condition> condition = test(goals.next());
            if (condition.isPresent()) {
                goals.remove();
                operations.add(new Operation.Filter(condition.get()));
                placed = true;
            }
        }
        // Negation costs a look-up, so after the comparisons.
        for (Iterator<Goal> goals = others.iterator(); goals.hasNext(); ) {
            if (goals.next() instanceof Goal.Absent absent && areKnown(absent.member().terms())) {
                goals.remove();
                operations.add(new Operation.Filter(exists(true, absent.member(), Rows.KNOWN)));
                placed = true;
            }
        }
        return placed;
    }

    private Optional<Condition> test(Goal goal) {
        if (goal instanceof Goal.Truth truth) {
            return Optional.of(truth.value()
                    ? new Condition.Compare(Comparison.EQUAL, Kind.NUMBER, new Expression.Constant(0), new Expression.Constant(0))
                    : new Condition.Never());
        }
        if (goal instanceof Goal.Test test && isReady(test.left()) && isReady(test.right())) {
            return Optional.of(new Condition.Compare(
                    test.comparison(), test.kind(), maker.expression(test.left()), maker.expression(test.right())));
        }
        return Optional.empty();
    }

    private boolean areKnown(List<Term> terms) {
        return terms.stream().allMatch(term -> term instanceof Term.Anything || isReady(term));
    }

    private Condition exists(boolean negated, Goal.Member member, Rows rows) {
        List<Integer> columns = new ArrayList<>();
        List<Expression> keys = new ArrayList<>();
        for (int column = 0; column < member.terms().size(); column++) {
            if (isReady(member.terms().get(column))) {
                columns.add(column);
                keys.add(maker.expression(member.terms().get(column)));
            }
        }
        List<Integer> looked = clause.statistics.keyColumns(member.relation(), columns);
        return new Condition.Exists(negated, member.relation(), rows, columns, keys, looked);
    }

    // Binds

    /** Places one {@code variable = expression} or {@code [variables] = expression}. */
    private boolean placeBind(boolean mayFail) {
        for (Goal goal : others) {
            if (goal instanceof Goal.Test test && test.comparison() == Comparison.EQUAL) {
                if (placeBind(goal, test.left(), test.right(), mayFail) || placeBind(goal, test.right(), test.left(), mayFail)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean placeBind(Goal goal, Term target, Term value, boolean mayFail) {
        if (!isReady(value) || !mayFail && mustWait(value)) {
            return false;
        }
        if (target instanceof Term.Variable variable) {
            if (variable.kind() == Kind.FLOAT && isInAtom(variable)) {
                // Equal floats, 0 and -0, may have different bits, which a look-up would not find.
                return false;
            }
            Expression expression = maker.expression(value);
            others.remove(goal);
            operations.add(new Operation.Bind(register(variable.name()), expression));
            return true;
        }
        if (Normalizer.isPattern(target)) {
            others.remove(goal);
            unpack(target, maker.expression(value));
            return true;
        }
        return false;
    }

    private boolean isInAtom(Term.Variable variable) {
        return atoms.stream().anyMatch(atom -> Variables.of(atom.member).names().contains(variable.name()));
    }

    private static boolean mustWait(Term value) {
        if (Variables.of(value).counts()) {
            return true;
        }
        if (value instanceof Term.Call call) {
            boolean fails = switch (call.functor()) {
                case DIVIDE, MODULO -> call.operands() != Kind.FLOAT;
                case TO_NUMBER, TO_UNSIGNED, TO_FLOAT -> call.operands() == Kind.SYMBOL;
                default -> false;
            };
            return fails || call.terms().stream().anyMatch(BodyPlanner::mustWait);
        }
        return Normalizer.isPattern(value) && Normalizer.fields(value).stream().anyMatch(BodyPlanner::mustWait);
    }

    private void unpack(Term pattern, Expression value) {
        List<Operation.Load> loads = new ArrayList<>();
        List<Goal> after = new ArrayList<>();
        List<Term> fields = Normalizer.fields(pattern);
        for (int i = 0; i < fields.size(); i++) {
            load(i, fields.get(i), loads, after);
        }
        operations.add(new Operation.Unpack(value, Normalizer.branch(pattern), fields.size(), loads));
        others.addAll(0, after);
    }

    /** Loads a column into a new variable's register; another term is compared with what was loaded. */
    private void load(int column, Term term, List<Operation.Load> loads, List<Goal> after) {
        if (term instanceof Term.Anything) {
            return;
        }
        if (term instanceof Term.Variable variable && !isBound(variable.name())) {
            loads.add(new Operation.Load(column, register(variable.name())));
            return;
        }
        Term.Variable loaded = clause.numbering.variable(term.kind());
        loads.add(new Operation.Load(column, register(loaded.name())));
        // Columns are compared bit by bit, whatever their kind, as in any join.
        after.add(new Goal.Test(Comparison.EQUAL, Kind.NUMBER, loaded, term));
    }

    private boolean placeNeededByTest() {
        for (Goal goal : List.copyOf(others)) {
            boolean isTest = goal instanceof Goal.Absent
                    || goal instanceof Goal.Test test && !Normalizer.isMany(test.right()) && !binds(test);
            if (isTest && placeWaitingFor(Variables.of(goal).names())) {
                return true;
            }
        }
        return false;
    }

    private boolean binds(Goal.Test test) {
        return test.comparison() == Comparison.EQUAL
                && (bindsOneOf(test.left()) || bindsOneOf(test.right()));
    }

    private boolean bindsOneOf(Term term) {
        return term instanceof Term.Variable variable && !isBound(variable.name());
    }

    /** Places the first bind that was made to wait and has one of these variables. */
    private boolean placeWaitingFor(Set<String> variables) {
        for (Goal goal : List.copyOf(others)) {
            if (goal instanceof Goal.Test test && test.comparison() == Comparison.EQUAL) {
                boolean leads = waits(test.left(), test.right(), variables) && placeBind(goal, test.left(), test.right(), true)
                        || waits(test.right(), test.left(), variables) && placeBind(goal, test.right(), test.left(), true);
                if (leads) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean waits(Term target, Term value, Set<String> variables) {
        return target instanceof Term.Variable variable
                && !isBound(variable.name())
                && variables.contains(variable.name())
                && isReady(value);
    }

    // Aggregates and ranges

    private boolean placeMany() {
        for (Goal goal : List.copyOf(others)) {
            if (goal instanceof Goal.Test test && Normalizer.isMany(test.right())) {
                if (test.right() instanceof Term.Aggregate aggregate) {
                    while (placeWaitingFor(new HashSet<>(aggregate.outer()))) {
                        continue;
                    }
                    if (registers.keySet().containsAll(aggregate.outer())) {
                        others.remove(goal);
                        int result = result(test);
                        operations.add(aggregate(aggregate, result));
                        return true;
                    }
                } else if (test.right() instanceof Term.Call call) {
                    while (placeWaitingFor(Variables.of(call.terms()).names())) {
                        continue;
                    }
                    if (call.terms().stream().allMatch(this::isReady)) {
                        others.remove(goal);
                        List<Expression> limits = maker.expressions(call.terms());
                        Optional<Expression> step = limits.size() > 2 ? Optional.of(limits.get(2)) : Optional.empty();
                        operations.add(new Operation.Generate(
                                result(test), call.operands(), limits.get(0), limits.get(1), step));
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The register for {@code left = many}; one that is bound is compared with what comes out. */
    private int result(Goal.Test test) {
        Term.Variable variable = (Term.Variable) test.left();
        if (!isBound(variable.name())) {
            return register(variable.name());
        }
        Term.Variable made = clause.numbering.variable(variable.kind());
        others.add(0, new Goal.Test(Comparison.EQUAL, test.kind(), variable, made));
        return register(made.name());
    }

    private Operation aggregate(Term.Aggregate aggregate, int result) {
        Normalizer normalizer = new Normalizer(clause.numbering, true);
        aggregate.body().forEach(normalizer::add);
        Term target = normalizer.value(aggregate.target().orElse(new Term.Constant(Kind.NUMBER, 0)));
        List<Atom> members = new ArrayList<>();
        List<Goal> goals = new ArrayList<>();
        split(normalizer.goals(), members, goals);
        boolean repeats = switch (aggregate.aggregation()) {
            case MIN, MAX -> false;
            case COUNT, SUM, MEAN -> true;
        };
        boolean distinct = repeats && AnswerSets.isByVariables(aggregate);
        Set<String> used = new LinkedHashSet<>(Variables.of(target).names());
        Set<String> named = AnswerSets.variables(aggregate);
        if (distinct) {
            used.addAll(named);
        }
        BodyPlanner inside = new BodyPlanner(clause, registers, used, repeats && !distinct, true);
        List<Operation> body = inside.plan(members, goals, Optional.empty());
        Optional<List<Integer>> key = distinct
                ? Optional.of(named.stream().filter(name -> !isBound(name)).map(inside.registers::get).toList())
                : Optional.empty();
        return new Operation.Aggregate(
                result, aggregate.aggregation(), aggregate.operands(), key, inside.maker.expression(target), body);
    }

    /** Members, which here are all of earlier strata, and the rest. */
    static void split(List<Goal> goals, List<Atom> members, List<Goal> rest) {
        for (Goal goal : goals) {
            if (goal instanceof Goal.Member member) {
                members.add(new Atom(member, Rows.KNOWN));
            } else {
                rest.add(goal);
            }
        }
    }

    // Atoms

    private JoinOrder joinOrder() {
        Set<String> bound = new HashSet<>(registers.keySet());
        for (Atom atom : atoms) {
            for (Term term : atom.member.terms()) {
                if (term instanceof Term.Variable variable && isReadyOrWaiting(term)) {
                    bound.add(variable.name());
                }
            }
        }
        return new JoinOrder(clause.statistics, atoms, bound, answers, runsOnce());
    }

    /** Whether what is placed next runs once only, so that an index for it would not pay. */
    private boolean runsOnce() {
        return !repeated
                && operations.stream().noneMatch(operation -> operation instanceof Operation.Scan
                        || operation instanceof Operation.IndexScan
                        || operation instanceof Operation.Generate);
    }

    private boolean isReadyOrWaiting(Term term) {
        return isReady(term)
                || term instanceof Term.Variable variable
                        && others.stream().anyMatch(goal -> goal instanceof Goal.Test test
                                && test.comparison() == Comparison.EQUAL
                                && (waits(test.left(), test.right(), Set.of(variable.name()))
                                        || waits(test.right(), test.left(), Set.of(variable.name()))));
    }

    private void placeAtom(Atom atom) {
        Goal.Member member = atom.member;
        while (placeWaitingFor(Variables.of(member).names())) {
            continue;
        }
        // Not one that is equal to it, which a plan may have elsewhere.
        atoms.removeIf(other -> other == atom);
        Set<String> needed = neededLater();
        boolean onlyExists = !everyAnswer
                && member.terms().stream().allMatch(term -> term instanceof Term.Anything
                        || isReady(term)
                        || term instanceof Term.Variable v && !needed.contains(v.name()) && isOnce(v, member));
        if (onlyExists) {
            operations.add(new Operation.Filter(exists(false, member, atom.rows)));
            return;
        }
        Condition.Exists keyed = (Condition.Exists) exists(false, member, atom.rows);
        if (runsOnce() && !clause.statistics.isIndexed(member.relation(), keyed.columns().stream().mapToInt(Integer::intValue).toArray())) {
            keyed = new Condition.Exists(false, member.relation(), atom.rows, List.of(), List.of(), List.of());
        }
        List<Operation.Load> loads = new ArrayList<>();
        List<Goal> after = new ArrayList<>();
        for (int column = 0; column < member.terms().size(); column++) {
            Term term = member.terms().get(column);
            boolean unused = term instanceof Term.Variable v
                    && !isBound(v.name()) && !needed.contains(v.name()) && isOnce(v, member);
            if (!keyed.looked().contains(column) && !unused) {
                load(column, term, loads, after);
            }
        }
        others.addAll(0, after);
        operations.add(keyed.looked().isEmpty()
                ? new Operation.Scan(member.relation(), atom.rows, loads)
                : new Operation.IndexScan(member.relation(), atom.rows, keyed.looked(), keyed.lookedKeys(), loads));
    }

    private Set<String> neededLater() {
        Set<String> needed = new LinkedHashSet<>(wanted);
        Stream.concat(atoms.stream().map(Atom::member), others.stream())
                .forEach(goal -> needed.addAll(Variables.of(goal).names()));
        return needed;
    }

    private static boolean isOnce(Term.Variable variable, Goal.Member member) {
        return member.terms().stream().filter(term -> Variables.of(term).names().contains(variable.name())).count() == 1;
    }
}
