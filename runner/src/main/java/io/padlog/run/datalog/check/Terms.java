package io.padlog.run.datalog.check;

import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Walks over terms and replaces variables in them. */
final class Terms {
    private Terms() {}

    /** Visits a term and those inside it, but not those of an aggregate's body. */
    static void visit(Term term, Consumer<Term> visitor) {
        visitor.accept(term);
        children(term).forEach(child -> visit(child, visitor));
    }

    private static List<Term> children(Term term) {
        return term.fold(new Term.Cases<List<Term>>() {
            @Override
            public List<Term> onVariable(Term.Variable variable) {
                return List.of();
            }

            @Override
            public List<Term> onAnything(Term.Anything anything) {
                return List.of();
            }

            @Override
            public List<Term> onConstant(Term.Constant constant) {
                return List.of();
            }

            @Override
            public List<Term> onText(Term.Text text) {
                return List.of();
            }

            @Override
            public List<Term> onPack(Term.Pack pack) {
                return pack.fields();
            }

            @Override
            public List<Term> onBranch(Term.Branch branch) {
                return branch.fields();
            }

            @Override
            public List<Term> onCall(Term.Call call) {
                return call.terms();
            }

            @Override
            public List<Term> onUserCall(Term.UserCall call) {
                return call.terms();
            }

            @Override
            public List<Term> onCast(Term.Cast cast) {
                return List.of(cast.value());
            }

            @Override
            public List<Term> onAggregate(Term.Aggregate aggregate) {
                return List.of();
            }

            @Override
            public List<Term> onCounter(Term.Counter counter) {
                return List.of();
            }

            @Override
            public List<Term> onIteration(Term.Iteration iteration) {
                return List.of();
            }
        });
    }

    /** Replaces variables everywhere in goals; {@code replace} gives the same term each time it is asked for a name. */
    static List<Goal> replace(List<Goal> goals, Function<Term.Variable, Term> replace) {
        List<Goal> result = new ArrayList<>(goals.size());
        for (Goal goal : goals) {
            result.add(replace(goal, replace));
        }
        return result;
    }

    static Goal.Member replace(Goal.Member member, Function<Term.Variable, Term> replace) {
        return new Goal.Member(member.relation(), replaceTerms(member.terms(), replace));
    }

    private static Goal replace(Goal goal, Function<Term.Variable, Term> replace) {
        return goal.fold(new Goal.Cases<Goal>() {
            @Override
            public Goal onMember(Goal.Member member) {
                return replace(member, replace);
            }

            @Override
            public Goal onAbsent(Goal.Absent absent) {
                return new Goal.Absent(replace(absent.member(), replace));
            }

            @Override
            public Goal onTest(Goal.Test test) {
                return new Goal.Test(
                        test.comparison(), test.kind(), replace(test.left(), replace), replace(test.right(), replace));
            }

            @Override
            public Goal onTruth(Goal.Truth truth) {
                return truth;
            }
        });
    }

    private static List<Term> replaceTerms(List<Term> terms, Function<Term.Variable, Term> replace) {
        List<Term> result = new ArrayList<>(terms.size());
        for (Term term : terms) {
            result.add(replace(term, replace));
        }
        return result;
    }

    static Term replace(Term term, Function<Term.Variable, Term> replace) {
        return term.fold(new Term.Cases<Term>() {
            @Override
            public Term onVariable(Term.Variable variable) {
                return replace.apply(variable);
            }

            @Override
            public Term onAnything(Term.Anything anything) {
                return anything;
            }

            @Override
            public Term onConstant(Term.Constant constant) {
                return constant;
            }

            @Override
            public Term onText(Term.Text text) {
                return text;
            }

            @Override
            public Term onPack(Term.Pack pack) {
                return new Term.Pack(pack.type(), replaceTerms(pack.fields(), replace));
            }

            @Override
            public Term onBranch(Term.Branch branch) {
                return new Term.Branch(branch.type(), branch.tag(), replaceTerms(branch.fields(), replace));
            }

            @Override
            public Term onCall(Term.Call call) {
                return new Term.Call(call.functor(), call.operands(), call.kind(), replaceTerms(call.terms(), replace));
            }

            @Override
            public Term onUserCall(Term.UserCall call) {
                return new Term.UserCall(call.name(), call.kind(), replaceTerms(call.terms(), replace));
            }

            @Override
            public Term onCast(Term.Cast cast) {
                return new Term.Cast(replace(cast.value(), replace), cast.kind());
            }

            @Override
            public Term onAggregate(Term.Aggregate aggregate) {
                return replaceIn(aggregate, replace);
            }

            @Override
            public Term onCounter(Term.Counter counter) {
                return counter;
            }

            @Override
            public Term onIteration(Term.Iteration iteration) {
                return iteration;
            }
        });
    }

    private static Term replaceIn(Term.Aggregate aggregate, Function<Term.Variable, Term> replace) {
        Map<String, Term> replaced = new HashMap<>();
        Function<Term.Variable, Term> recording = variable ->
                replaced.computeIfAbsent(variable.name(), name -> replace.apply(variable));
        List<Goal> body = replace(aggregate.body(), recording);
        List<String> outer = new ArrayList<>();
        for (String name : aggregate.outer()) {
            // What is replaced by a constant needs nothing from outside any more.
            if (replaced.get(name) instanceof Term.Variable variable && !outer.contains(variable.name())) {
                outer.add(variable.name());
            }
        }
        return new Term.Aggregate(
                aggregate.aggregation(),
                aggregate.operands(),
                aggregate.kind(),
                aggregate.target().map(target -> replace(target, recording)),
                body,
                outer);
    }
}
