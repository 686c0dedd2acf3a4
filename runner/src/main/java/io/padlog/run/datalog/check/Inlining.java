package io.padlog.run.datalog.check;

import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Subsumption;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts the bodies of inlined relations in the place of their atoms: a rule becomes one rule for each combination of their
 * clauses, and a negated atom the negation of every clause. Inlined relations do not depend on themselves, so it ends.
 */
final class Inlining {
    private static final int MAX_RULES = 100_000;

    private final Map<String, Relation> relations;
    private final List<Rule> rules;
    private final Map<String, List<Rule>> definitions = new LinkedHashMap<>();
    private final Report report;
    private int fresh;
    private int made;

    Inlining(Map<String, Relation> relations, List<Rule> rules, Report report) {
        this.relations = relations;
        this.rules = rules;
        this.report = report;
        for (Rule rule : rules) {
            definitions.computeIfAbsent(rule.head().relation(), name -> new ArrayList<>()).add(rule);
        }
    }

    private boolean isInlined(String relation) {
        return relations.get(relation).inlined();
    }

    /** The rules of the relations that are not inlined. */
    List<Rule> rules() {
        List<Rule> result = new ArrayList<>();
        for (Rule rule : rules) {
            if (isInlined(rule.head().relation())) {
                continue;
            }
            if (rule.body().isEmpty()) {
                result.add(rule);
                continue;
            }
            List<List<Goal>> bodies = expand(rule.body(), rule.range());
            for (List<Goal> body : bodies) {
                boolean same = bodies.size() == 1 && body.equals(rule.body());
                if (!same) {
                    Bound.check(rule.head(), body, rule.range(), report);
                }
                result.add(same ? rule : new Rule(rule.range(), rule.head(), body, java.util.Optional.empty()));
            }
        }
        return result;
    }

    List<Subsumption> subsumptions(List<Subsumption> subsumptions) {
        List<Subsumption> result = new ArrayList<>();
        for (Subsumption cur : subsumptions) {
            for (List<Goal> body : expand(cur.body(), cur.range())) {
                result.add(new Subsumption(cur.range(), cur.less(), cur.greater(), body));
            }
        }
        return result;
    }

    private List<List<Goal>> expand(List<Goal> body, Range range) {
        List<List<Goal>> done = new ArrayList<>();
        Deque<List<Goal>> open = new ArrayDeque<>();
        open.add(body);
        while (!open.isEmpty()) {
            List<Goal> next = open.poll();
            int at = firstInlined(next);
            if (at < 0) {
                done.add(next);
                continue;
            }
            if (++made > MAX_RULES) {
                report.error(range, "inlining makes more than " + MAX_RULES + " rules");
                return List.of();
            }
            List<List<Goal>> alternatives = next.get(at) instanceof Goal.Absent absent ? absent(absent.member())
                    : present((Goal.Member) next.get(at));
            for (int index = alternatives.size() - 1; index >= 0; index--) {
                List<Goal> expanded = new ArrayList<>(next.subList(0, at));
                expanded.addAll(alternatives.get(index));
                expanded.addAll(next.subList(at + 1, next.size()));
                open.addFirst(expanded);
            }
        }
        return done;
    }

    private int firstInlined(List<Goal> body) {
        for (int index = 0; index < body.size(); index++) {
            if (body.get(index) instanceof Goal.Member member && isInlined(member.relation())
                    || body.get(index) instanceof Goal.Absent absent && isInlined(absent.member().relation())) {
                return index;
            }
        }
        return -1;
    }

    /** A body for each clause. */
    private List<List<Goal>> present(Goal.Member use) {
        List<List<Goal>> alternatives = new ArrayList<>();
        for (Rule rule : definitions.getOrDefault(use.relation(), List.of())) {
            alternatives.add(instance(rule, use));
        }
        return alternatives;
    }

    /** The body of a clause where its head is {@code use}. */
    private List<Goal> instance(Rule rule, Goal.Member use) {
        Map<String, Term> values = new HashMap<>();
        List<Goal> goals = new ArrayList<>();
        Function<Term.Variable, Term> replace = variable -> values.computeIfAbsent(
                variable.name(), name -> new Term.Variable(Scopes.shown(name) + "'i" + fresh++, variable.kind()));
        List<Goal> equations = new ArrayList<>();
        for (int index = 0; index < use.terms().size(); index++) {
            Term wanted = use.terms().get(index);
            Term head = rule.head().terms().get(index);
            boolean simple = wanted instanceof Term.Variable || wanted instanceof Term.Constant || wanted instanceof Term.Text;
            if (head instanceof Term.Variable variable && simple && !values.containsKey(variable.name())) {
                values.put(variable.name(), wanted);
            } else if (!(wanted instanceof Term.Anything)) {
                equations.add(new Goal.Test(Comparison.EQUAL, wanted.kind(), wanted, head));
            }
        }
        for (Goal equation : equations) {
            Goal.Test test = (Goal.Test) equation;
            goals.add(new Goal.Test(test.comparison(), test.kind(), test.left(), Terms.replace(test.right(), replace)));
        }
        List<Goal> body = Terms.replace(rule.body(), replace);
        // Equations come last: they may take apart what the body binds. Engines order goals as they need.
        List<Goal> result = new ArrayList<>(body);
        result.addAll(goals);
        return result;
    }

    /** Bodies that hold where no clause does: one goal of each clause fails. */
    private List<List<Goal>> absent(Goal.Member use) {
        List<List<Goal>> alternatives = new ArrayList<>();
        alternatives.add(List.of());
        for (Rule rule : definitions.getOrDefault(use.relation(), List.of())) {
            List<List<Goal>> product = new ArrayList<>();
            for (List<Goal> before : alternatives) {
                for (Goal goal : instance(rule, use)) {
                    List<Goal> joined = new ArrayList<>(before);
                    joined.add(negated(goal));
                    product.add(joined);
                }
            }
            if (product.size() > MAX_RULES) {
                report.error(rule.range(), "inlining makes more than " + MAX_RULES + " rules");
                return List.of();
            }
            alternatives = product;
        }
        return alternatives;
    }

    private static Goal negated(Goal goal) {
        return goal.fold(new Goal.Cases<Goal>() {
            @Override
            public Goal onMember(Goal.Member member) {
                return new Goal.Absent(member);
            }

            @Override
            public Goal onAbsent(Goal.Absent absent) {
                return absent.member();
            }

            @Override
            public Goal onTest(Goal.Test test) {
                return new Goal.Test(test.comparison().negated(), test.kind(), test.left(), test.right());
            }

            @Override
            public Goal onTruth(Goal.Truth truth) {
                return new Goal.Truth(!truth.value());
            }
        });
    }
}
