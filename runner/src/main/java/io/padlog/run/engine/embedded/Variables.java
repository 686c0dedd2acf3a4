package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Term;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a planner asks of terms: their variables (of an aggregate only the outer ones), and whether they can be computed. */
final class Variables implements Term.Cases<Void>, Goal.Cases<Void> {
    private Set<String> names = Set.of();
    private boolean computable = true;
    private boolean counts;

    static Variables of(Term term) {
        Variables variables = new Variables();
        term.fold(variables);
        return variables;
    }

    static Variables of(List<Term> terms) {
        Variables variables = new Variables();
        terms.forEach(term -> term.fold(variables));
        return variables;
    }

    static Variables of(Goal goal) {
        Variables variables = new Variables();
        goal.fold(variables);
        return variables;
    }

    Set<String> names() {
        return names;
    }

    /** Whether it has neither {@code _} nor aggregates nor ranges. */
    boolean computable() {
        return computable;
    }

    /** Whether it has a counter, so that each evaluation makes a difference. */
    boolean counts() {
        return counts;
    }

    @Override
    public Void onVariable(Term.Variable variable) {
        name(List.of(variable.name()));
        return null;
    }

    @Override
    public Void onAnything(Term.Anything anything) {
        computable = false;
        return null;
    }

    @Override
    public Void onConstant(Term.Constant constant) {
        return null;
    }

    @Override
    public Void onText(Term.Text text) {
        return null;
    }

    @Override
    public Void onPack(Term.Pack pack) {
        return all(pack.fields());
    }

    @Override
    public Void onBranch(Term.Branch branch) {
        return all(branch.fields());
    }

    @Override
    public Void onCall(Term.Call call) {
        computable &= !Normalizer.isMany(call);
        return all(call.terms());
    }

    @Override
    public Void onUserCall(Term.UserCall call) {
        return all(call.terms());
    }

    @Override
    public Void onCast(Term.Cast cast) {
        return cast.value().fold(this);
    }

    @Override
    public Void onAggregate(Term.Aggregate aggregate) {
        computable = false;
        name(aggregate.outer());
        return null;
    }

    @Override
    public Void onCounter(Term.Counter counter) {
        counts = true;
        return null;
    }

    @Override
    public Void onIteration(Term.Iteration iteration) {
        // As a counter, which tells rounds apart, too.
        counts = true;
        return null;
    }

    @Override
    public Void onMember(Goal.Member member) {
        return all(member.terms());
    }

    @Override
    public Void onAbsent(Goal.Absent absent) {
        return all(absent.member().terms());
    }

    @Override
    public Void onTest(Goal.Test test) {
        test.left().fold(this);
        return test.right().fold(this);
    }

    @Override
    public Void onTruth(Goal.Truth truth) {
        return null;
    }

    /** Most terms have none. */
    private void name(Collection<String> found) {
        if (names.isEmpty()) {
            names = new LinkedHashSet<>();
        }
        names.addAll(found);
    }

    private Void all(List<Term> terms) {
        terms.forEach(term -> term.fold(this));
        return null;
    }
}
