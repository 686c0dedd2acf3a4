package io.padlog.run.datalog.check;

import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.strata.Dependency;
import io.padlog.run.datalog.strata.Dependency.Way;
import io.padlog.run.datalog.syntax.Range;
import java.util.Collection;
import java.util.List;

/** Finds the relations that a rule reads. */
final class Reads {
    private Reads() {}

    static void of(String reader, Range range, List<Goal> body, Goal.Member head, Collection<Dependency> found) {
        for (Goal goal : body) {
            goal(reader, range, goal, Way.POSITIVE, found);
        }
        head.terms().forEach(term -> term(reader, range, term, found));
    }

    private static void goal(String reader, Range range, Goal goal, Way way, Collection<Dependency> found) {
        goal.fold(new Goal.Cases<Boolean>() {
            @Override
            public Boolean onMember(Goal.Member member) {
                member.terms().forEach(term -> term(reader, range, term, found));
                return found.add(new Dependency(reader, member.relation(), way, range));
            }

            @Override
            public Boolean onAbsent(Goal.Absent absent) {
                absent.member().terms().forEach(term -> term(reader, range, term, found));
                Way negative = way == Way.POSITIVE ? Way.NEGATION : way;
                return found.add(new Dependency(reader, absent.member().relation(), negative, range));
            }

            @Override
            public Boolean onTest(Goal.Test test) {
                term(reader, range, test.left(), found);
                term(reader, range, test.right(), found);
                return true;
            }

            @Override
            public Boolean onTruth(Goal.Truth truth) {
                return true;
            }
        });
    }

    private static void term(String reader, Range range, Term term, Collection<Dependency> found) {
        Terms.visit(term, inner -> {
            if (inner instanceof Term.Aggregate aggregate) {
                aggregate.body().forEach(goal -> goal(reader, range, goal, Way.AGGREGATE, found));
            }
        });
    }
}
