package io.padlog.run.datalog.check;

import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks once more that all variables are bound, where inlining has changed a rule. */
final class Bound {
    private final Set<String> bound = new HashSet<>();

    private Bound() {}

    static void check(Goal.Member head, List<Goal> body, Range range, Report report) {
        Bound check = new Bound();
        int before;
        do {
            before = check.bound.size();
            body.forEach(check::bind);
        } while (check.bound.size() > before);
        Set<String> unbound = new TreeSet<>();
        head.terms().forEach(term -> check.unbound(term, unbound));
        for (Goal goal : body) {
            if (goal instanceof Goal.Member member) {
                member.terms().forEach(term -> check.unbound(term, unbound));
            } else if (goal instanceof Goal.Absent absent) {
                absent.member().terms().forEach(term -> check.unbound(term, unbound));
            } else if (goal instanceof Goal.Test test) {
                check.unbound(test.left(), unbound);
                check.unbound(test.right(), unbound);
            }
        }
        for (String name : unbound) {
            report.error(range, "ungrounded variable '" + Scopes.shown(name) + "' after inlining");
        }
    }

    private void bind(Goal goal) {
        if (goal instanceof Goal.Member member) {
            member.terms().forEach(this::bind);
        } else if (goal instanceof Goal.Test test && test.comparison() == Comparison.EQUAL) {
            if (isBound(test.left())) {
                bind(test.right());
            }
            if (isBound(test.right())) {
                bind(test.left());
            }
        }
    }

    private void bind(Term term) {
        if (term instanceof Term.Variable variable) {
            bound.add(variable.name());
        } else if (term instanceof Term.Pack pack) {
            pack.fields().forEach(this::bind);
        } else if (term instanceof Term.Branch branch) {
            branch.fields().forEach(this::bind);
        } else if (term instanceof Term.Cast cast) {
            bind(cast.value());
        }
    }

    private boolean isBound(Term term) {
        boolean[] result = {true};
        Terms.visit(term, inner -> result[0] &= !(inner instanceof Term.Anything)
                && !(inner instanceof Term.Variable variable && !bound.contains(variable.name()))
                && !(inner instanceof Term.Aggregate aggregate && !bound.containsAll(aggregate.outer())));
        return result[0];
    }

    private void unbound(Term term, Set<String> names) {
        Terms.visit(term, inner -> {
            if (inner instanceof Term.Variable variable && !bound.contains(variable.name())) {
                names.add(variable.name());
            }
        });
    }
}
