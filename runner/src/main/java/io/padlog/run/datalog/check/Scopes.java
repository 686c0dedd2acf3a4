package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Aggregation;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells an aggregate's own variables from those of the rule around it, and checks that every variable is bound.
 *
 * <p>A variable of an aggregate is the rule's if the rule binds it outside of this aggregate and it is not the target; all
 * others belong to the aggregate and get a name of their own, with an apostrophe, which no source can write. A variable of
 * a min or max that the rule uses but does not bind is a witness: the rule wants its value where the extreme is reached, so
 * the aggregate's body is joined to the rule a second time.
 */
final class Scopes {
    private final Report report;
    private final Disjunctions disjunctions;
    private final Map<Argument.Aggregate, List<String>> outer = new IdentityHashMap<>();
    private int fresh;

    /** @param outer for each aggregate, the variables that it takes from around it */
    record Scoped(FlatClause clause, Map<Argument.Aggregate, List<String>> outer) {}

    private Scopes(Report report) {
        this.report = report;
        this.disjunctions = new Disjunctions(report);
    }

    /** @param given variables that are bound from the start: those of the head of an inlined relation */
    static Scoped resolve(FlatClause clause, Set<String> given, Report report) {
        Scopes scopes = new Scopes(report);
        List<Literal> body = clause.body();
        Set<String> outside = new HashSet<>();
        Walk names = Walk.shallow(argument -> name(argument, outside));
        names.over(clause.head());
        names.over(body);
        List<Literal> exported = new ArrayList<>();
        Rewriter rewriter = scopes.aggregates(body, outside, given, exported);
        Literal.Atom head = rewriter.onAtom(clause.head());
        List<Literal> rewritten = new ArrayList<>(rewriter.literals(body));
        rewritten.addAll(exported);
        if (!clause.isFact()) {
            Set<String> bound = scopes.checkBound(rewritten, given);
            scopes.requireBound(List.of(new Literal.Negation(head.range(), head)), bound);
        }
        return new Scoped(
                new FlatClause(clause.range(), head, rewritten, clause.plan(), clause.subsumption()), scopes.outer);
    }

    /** A variable's name as its author wrote it. */
    static String shown(String name) {
        int mark = name.indexOf('\'');
        return mark < 0 ? name : name.substring(0, mark);
    }

    private static void name(Argument argument, Set<String> names) {
        if (argument instanceof Argument.Variable variable) {
            names.add(variable.name());
        }
    }

    private Rewriter aggregates(List<Literal> body, Set<String> outside, Set<String> given, List<Literal> exported) {
        return Rewriter.ofAggregates(aggregate -> {
            Set<String> bound = Grounding.bound(body, given, any -> other -> other != aggregate);
            // The aggregate's own result, too, is a value that its variables need not be witnesses for.
            Around around = new Around(bound, Grounding.bound(body, given), outside, exported);
            Argument resolved = resolve(aggregate, around);
            exportInner(aggregate, around);
            return resolved;
        });
    }

    private List<Literal> scope(List<Literal> body, Set<String> given) {
        Set<String> outside = new HashSet<>();
        Walk.shallow(argument -> name(argument, outside)).over(body);
        List<Literal> exported = new ArrayList<>();
        List<Literal> rewritten = new ArrayList<>(aggregates(body, outside, given, exported).literals(body));
        rewritten.addAll(exported);
        return rewritten;
    }

    /**
     * The rule or aggregate that an aggregate stands in.
     *
     * @param bound the variables that are bound without this aggregate
     * @param valued those that are bound with it
     * @param outside the variables that occur
     * @param exported gets what binds witnesses
     */
    private record Around(Set<String> bound, Set<String> valued, Set<String> outside, List<Literal> exported) {
        boolean wants(String name) {
            return outside.contains(name) && !valued.contains(name);
        }
    }

    /** An aggregate inside of this one may have witnesses that the rule wants. */
    private void exportInner(Argument.Aggregate aggregate, Around around) {
        Walk.arguments(argument -> {
            if (argument instanceof Argument.Aggregate inner
                    && (inner.aggregation() == Aggregation.MIN || inner.aggregation() == Aggregation.MAX)) {
                Set<String> innerBound = Grounding.bound(inner.body(), Set.of());
                if (variables(inner.body()).stream().anyMatch(name -> around.wants(name) && innerBound.contains(name))) {
                    resolve(inner, around);
                }
            }
        }).over(aggregate.body());
    }

    private Argument resolve(Argument.Aggregate aggregate, Around around) {
        Set<String> bound = around.bound();
        List<List<Literal>> alternatives = disjunctions.alternatives(aggregate.body(), aggregate.range());
        if (alternatives.size() != 1) {
            report.error(aggregate.range(), "an aggregate's body may not have alternatives; name them as a relation");
            return new Argument.Nil(aggregate.range());
        }
        List<Literal> body = alternatives.get(0);
        Set<String> ownBound = Grounding.bound(body, Set.of());
        Set<String> injected = variables(body);
        injected.retainAll(bound);
        aggregate.target().ifPresent(target -> {
            Set<String> targets = variables(target);
            if (!(target instanceof Argument.Variable)) {
                for (String name : targets) {
                    if (bound.contains(name) && !ownBound.contains(name)) {
                        injected.add(name);
                    }
                }
                targets.retainAll(ownBound);
            }
            injected.removeAll(targets);
        });
        Set<String> witnesses = new LinkedHashSet<>(variables(body));
        witnesses.removeIf(name ->
                injected.contains(name) || !around.wants(name) || !ownBound.contains(name));
        Rewriter local = renaming(injected, Set.of());
        List<Literal> inner = scope(local.literals(body), injected);
        Argument.Aggregate resolved = new Argument.Aggregate(
                aggregate.range(), aggregate.aggregation(), aggregate.target().map(target -> target.fold(local)), inner);
        Set<String> innerBound = checkBound(inner, injected);
        resolved.target().ifPresent(target -> requireBound(target, innerBound));
        outer.put(resolved, List.copyOf(injected));
        return witnesses.isEmpty() ? resolved : export(aggregate, body, resolved, injected, witnesses, around);
    }

    private Argument export(
            Argument.Aggregate aggregate,
            List<Literal> body,
            Argument.Aggregate resolved,
            Set<String> injected,
            Set<String> witnesses,
            Around around) {
        List<Literal> exported = around.exported();
        Range range = aggregate.range();
        if (aggregate.aggregation() != Aggregation.MIN && aggregate.aggregation() != Aggregation.MAX) {
            report.error(range, "'" + witnesses.iterator().next() + "' is bound only inside of this aggregate, and only min and"
                    + " max can tell which value it had");
            return resolved;
        }
        Rewriter copy = renaming(injected, witnesses);
        Argument.Variable extreme = new Argument.Variable(range, "'" + fresh++);
        Set<String> given = new HashSet<>(around.bound());
        given.addAll(witnesses);
        exported.add(new Literal.Constraint(range, Comparison.EQUAL, extreme, resolved));
        exported.addAll(scope(copy.literals(body), given));
        aggregate.target().ifPresent(target -> exported.add(
                new Literal.Constraint(range, Comparison.EQUAL, target.fold(copy), extreme)));
        return extreme;
    }

    /** Gives a name of its own to every variable that is not in one of the sets. */
    private Rewriter renaming(Set<String> kept, Set<String> alsoKept) {
        Map<String, String> names = new HashMap<>();
        return Rewriter.ofVariables(name -> kept.contains(name) || alsoKept.contains(name) ? name
                : names.computeIfAbsent(name, any -> shown(name) + "'" + fresh++));
    }

    private static Set<String> variables(List<Literal> body) {
        Set<String> names = new LinkedHashSet<>();
        Walk.arguments(argument -> name(argument, names)).over(body);
        return names;
    }

    private static Set<String> variables(Argument argument) {
        Set<String> names = new LinkedHashSet<>();
        Walk.arguments(inner -> name(inner, names)).over(argument);
        return names;
    }

    /** Checks that all variables of a resolved body are bound.
     *  @return those that are */
    private Set<String> checkBound(List<Literal> body, Set<String> given) {
        Set<String> bound = Grounding.bound(body, given, soFar -> hasValue(soFar));
        Set<String> careless = Grounding.bound(body, given);
        if (!bound.containsAll(careless)) {
            for (Argument.Aggregate aggregate : shallowAggregates(body)) {
                if (!bound.containsAll(outer.getOrDefault(aggregate, List.of()))) {
                    report.error(aggregate.range(), "this aggregate and another, or its own result, need each other's value");
                }
            }
            bound = careless;
        }
        requireBound(body, bound);
        return bound;
    }

    private Predicate<Argument.Aggregate> hasValue(Set<String> bound) {
        return aggregate -> bound.containsAll(outer.getOrDefault(aggregate, List.of()));
    }

    private static List<Argument.Aggregate> shallowAggregates(List<Literal> body) {
        List<Argument.Aggregate> found = new ArrayList<>();
        Walk.shallow(argument -> {
            if (argument instanceof Argument.Aggregate aggregate) {
                found.add(aggregate);
            }
        }).over(body);
        return found;
    }

    private void requireBound(List<Literal> body, Set<String> bound) {
        Map<String, Range> unbound = new LinkedHashMap<>();
        Walk.shallow(argument -> {
            if (argument instanceof Argument.Variable variable && !bound.contains(variable.name())) {
                unbound.putIfAbsent(variable.name(), variable.range());
            }
        }).over(body);
        unbound.forEach(this::reportUnbound);
        if (unbound.isEmpty()) {
            body.forEach(literal -> requireRecords(literal, bound));
        }
    }

    private void requireBound(Argument argument, Set<String> bound) {
        Walk.shallow(inner -> {
            if (inner instanceof Argument.Variable variable && !bound.contains(variable.name())) {
                reportUnbound(variable.name(), variable.range());
            }
        }).over(argument);
    }

    private void reportUnbound(String name, Range range) {
        report.error(range, "ungrounded variable '" + shown(name) + "': no atom or equation of the body gives it a value");
    }

    /** A record or branch with {@code _} in it is a pattern: only an atom or an equation has a value to match it with. */
    private void requireRecords(Literal literal, Set<String> bound) {
        if (literal instanceof Literal.Negation negation && negation.literal() instanceof Literal.Atom atom) {
            atom.arguments().forEach(argument -> requireWhole(argument, bound));
        } else if (literal instanceof Literal.Constraint constraint) {
            boolean matches = constraint.comparison() == Comparison.EQUAL
                    && (Grounding.isBound(constraint.left(), bound) || Grounding.isBound(constraint.right(), bound));
            if (!matches) {
                requireWhole(constraint.left(), bound);
                requireWhole(constraint.right(), bound);
            }
        }
    }

    private void requireWhole(Argument argument, Set<String> bound) {
        boolean pattern = argument instanceof Argument.Structure || argument instanceof Argument.Branch;
        if (pattern && !Grounding.isBound(argument, bound)) {
            report.error(argument.range(), "ungrounded record: nothing gives '_' in it a value");
        }
    }
}
