package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Term;
import java.util.List;
import java.util.function.Consumer;

/** Visits all terms of a rule, those inside of others and of aggregates, too. */
final class TermWalk implements Goal.Cases<Void>, Term.Cases<Void> {
    private final Consumer<Term> visitor;

    private TermWalk(Consumer<Term> visitor) {
        this.visitor = visitor;
    }

    static void over(Rule rule, Consumer<Term> visitor) {
        TermWalk walk = new TermWalk(visitor);
        walk.onMember(rule.head());
        rule.body().forEach(goal -> goal.fold(walk));
    }

    private Void all(List<Term> terms) {
        for (Term term : terms) {
            visitor.accept(term);
            term.fold(this);
        }
        return null;
    }

    @Override public Void onMember(Goal.Member member) { return all(member.terms()); }
    @Override public Void onAbsent(Goal.Absent absent) { return all(absent.member().terms()); }
    @Override public Void onTest(Goal.Test test) { return all(List.of(test.left(), test.right())); }
    @Override public Void onTruth(Goal.Truth truth) { return null; }
    @Override public Void onVariable(Term.Variable variable) { return null; }
    @Override public Void onAnything(Term.Anything anything) { return null; }
    @Override public Void onConstant(Term.Constant constant) { return null; }
    @Override public Void onText(Term.Text text) { return null; }
    @Override public Void onPack(Term.Pack pack) { return all(pack.fields()); }
    @Override public Void onBranch(Term.Branch branch) { return all(branch.fields()); }
    @Override public Void onCall(Term.Call call) { return all(call.terms()); }
    @Override public Void onUserCall(Term.UserCall call) { return all(call.terms()); }
    @Override public Void onCast(Term.Cast cast) { return all(List.of(cast.value())); }
    @Override public Void onCounter(Term.Counter counter) { return null; }
    @Override public Void onIteration(Term.Iteration iteration) { return null; }

    @Override
    public Void onAggregate(Term.Aggregate aggregate) {
        aggregate.body().forEach(goal -> goal.fold(this));
        return all(aggregate.target().stream().toList());
    }
}
