package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Term;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which relations must be computed for those that are asked for. */
final class Dependencies {
    private final Map<String, Set<String>> reads = new HashMap<>();

    Dependencies(CheckedProgram program) {
        program.rules().forEach(rule -> {
            collect(rule.head().relation(), rule.body());
            rule.head().terms().forEach(term -> collect(rule.head().relation(), term));
        });
        program.relations().values().forEach(relation -> relation.deltaOf().ifPresent(
                origin -> reads.computeIfAbsent(relation.name(), name -> new LinkedHashSet<>()).add(origin)));
        program.subsumptions().forEach(subsumption -> collect(subsumption.less().relation(), subsumption.body()));
    }

    /** These relations and all that they depend on. */
    Set<String> needed(Collection<String> wanted) {
        Set<String> needed = new LinkedHashSet<>(wanted);
        Deque<String> open = new ArrayDeque<>(needed);
        while (!open.isEmpty()) {
            for (String read : reads.getOrDefault(open.pop(), Set.of())) {
                if (needed.add(read)) {
                    open.push(read);
                }
            }
        }
        return needed;
    }

    /** For each relation those that its rules look at. */
    Map<String, Set<String>> reads() {
        return Collections.unmodifiableMap(reads);
    }

    /** The relations that the rules of this one look at. */
    Set<String> read(String relation) {
        return reads.getOrDefault(relation, Set.of());
    }

    private void collect(String head, List<Goal> goals) {
        Set<String> into = reads.computeIfAbsent(head, name -> new LinkedHashSet<>());
        for (Goal goal : goals) {
            if (goal instanceof Goal.Member member) {
                collect(head, member, into);
            } else if (goal instanceof Goal.Absent absent) {
                collect(head, absent.member(), into);
            } else if (goal instanceof Goal.Test test) {
                collect(head, test.left());
                collect(head, test.right());
            }
        }
    }

    private void collect(String head, Goal.Member member, Set<String> into) {
        into.add(member.relation());
        member.terms().forEach(term -> collect(head, term));
    }

    /** Aggregates stand anywhere in terms. */
    private void collect(String head, Term term) {
        if (term instanceof Term.Aggregate aggregate) {
            collect(head, aggregate.body());
            aggregate.target().ifPresent(target -> collect(head, target));
        } else if (term instanceof Term.Call call) {
            call.terms().forEach(inner -> collect(head, inner));
        } else if (term instanceof Term.UserCall call) {
            call.terms().forEach(inner -> collect(head, inner));
        } else if (term instanceof Term.Cast cast) {
            collect(head, cast.value());
        } else if (Normalizer.isPattern(term)) {
            Normalizer.fields(term).forEach(inner -> collect(head, inner));
        }
    }
}
