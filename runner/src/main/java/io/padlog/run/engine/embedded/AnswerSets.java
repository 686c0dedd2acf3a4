package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Term;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an aggregate counts as one answer. Over a single plain atom each row is one; over anything more Soufflé makes a
 * relation of the body's variables first (MaterializeAggregationQueries), in which columns under {@code _} do not tell
 * answers apart.
 */
final class AnswerSets {
    private AnswerSets() {}

    /** Whether answers are told apart by the values of {@link #variables} only. */
    static boolean isByVariables(Term.Aggregate aggregate) {
        List<Goal.Member> members = aggregate.body().stream()
                .filter(Goal.Member.class::isInstance)
                .map(Goal.Member.class::cast)
                .toList();
        return members.size() > 1
                || aggregate.body().stream().anyMatch(AnswerSets::hasMany)
                || aggregate.target().stream().anyMatch(AnswerSets::hasMany)
                || members.stream().anyMatch(AnswerSets::repeatsVariable);
    }

    /** The body's variables, without those of aggregates inside. */
    static Set<String> variables(Term.Aggregate aggregate) {
        Set<String> names = new LinkedHashSet<>();
        aggregate.body().forEach(goal -> names.addAll(Variables.of(goal).names()));
        return names;
    }

    private static boolean hasMany(Goal goal) {
        if (goal instanceof Goal.Test test) {
            return hasMany(test.left()) || hasMany(test.right());
        }
        List<Term> terms = goal instanceof Goal.Member member
                ? member.terms()
                : goal instanceof Goal.Absent absent ? absent.member().terms() : List.of();
        return terms.stream().anyMatch(AnswerSets::hasMany);
    }

    private static boolean hasMany(Term term) {
        if (Normalizer.isMany(term)) {
            return true;
        }
        if (term instanceof Term.Cast cast) {
            return hasMany(cast.value());
        }
        if (Normalizer.isPattern(term)) {
            return Normalizer.fields(term).stream().anyMatch(AnswerSets::hasMany);
        }
        return term instanceof Term.Call call && call.terms().stream().anyMatch(AnswerSets::hasMany);
    }

    private static boolean repeatsVariable(Goal.Member member) {
        Set<String> met = new HashSet<>();
        return member.terms().stream()
                .anyMatch(term -> Variables.of(term).names().stream().anyMatch(name -> !met.add(name)));
    }
}
