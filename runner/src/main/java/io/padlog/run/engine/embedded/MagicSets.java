package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Stratum;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rewrites recursive relations that are asked for certain rows only, {@code reach("main", f)}, so that no others are computed
 * (magic sets: Bancilhon, Maier, Sagiv, Ullman, PODS 1986). For each set of columns that are known there is a copy of the
 * relation, and one of what is asked of it. Done where every question names a constant, and nothing needs all rows.
 */
final class MagicSets {
    private final CheckedProgram program;
    private final Set<String> needed;
    private final Set<String> stratum;
    private final Map<String, Relation> made = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Deque<Asked> open = new ArrayDeque<>();
    private final Set<Asked> met = new HashSet<>();

    /** A relation of which these columns are known. */
    private record Asked(String relation, List<Integer> columns) {
        /** No name of a program has a brace. */
        String rows() {
            return relation + "{" + columns + "}";
        }

        String questions() {
            return "?" + rows();
        }
    }

    private MagicSets(CheckedProgram program, Set<String> needed, Set<String> stratum) {
        this.program = program;
        this.needed = needed;
        this.stratum = stratum;
    }

    /** @param roots the relations that are asked for, with all their rows
     *  @return a program with the same rows in them */
    static CheckedProgram rewrite(CheckedProgram program, Set<String> roots) {
        CheckedProgram rewritten = program;
        Set<String> needed = new Dependencies(program).needed(roots);
        for (Stratum stratum : program.strata()) {
            boolean needsAll = !stratum.recursive() || stratum.relations().stream().anyMatch(roots::contains)
                    || stratum.relations().stream().noneMatch(needed::contains);
            if (!needsAll) {
                rewritten = new MagicSets(rewritten, needed, new LinkedHashSet<>(stratum.relations())).rewritten(stratum);
            }
        }
        return rewritten;
    }

    private CheckedProgram rewritten(Stratum old) {
        if (!isPlain()) {
            return program;
        }
        List<Rule> kept = new ArrayList<>();
        for (Rule rule : program.rules()) {
            if (!stratum.contains(rule.head().relation())) {
                Optional<Rule> asking = needed.contains(rule.head().relation()) ? asking(rule) : Optional.of(rule);
                if (asking.isEmpty()) {
                    return program;
                }
                kept.add(asking.get());
            }
        }
        while (!open.isEmpty()) {
            Asked asked = open.pop();
            for (Rule rule : program.rules()) {
                if (rule.head().relation().equals(asked.relation) && !answer(rule, asked)) {
                    return program;
                }
            }
        }
        kept.addAll(rules);
        Map<String, Relation> relations = new LinkedHashMap<>(program.relations());
        relations.putAll(made);
        List<Stratum> strata = new ArrayList<>(program.strata());
        strata.add(strata.indexOf(old), new Stratum(List.copyOf(made.keySet()), true));
        return new CheckedProgram(program.types(), relations, kept, program.subsumptions(), program.directives(),
                program.functors(), strata);
    }

    /** Whether rows are added by rules alone, and each is as good as any other. */
    private boolean isPlain() {
        return stratum.stream().map(program.relations()::get).allMatch(relation ->
                        relation.representation() != Relation.Representation.EQREL && relation.choiceDomains().isEmpty())
                && program.relations().values().stream().noneMatch(relation -> relation.deltaOf().filter(stratum::contains).isPresent())
                && program.subsumptions().stream().noneMatch(one -> stratum.contains(one.less().relation()))
                && program.directives().stream().noneMatch(directive -> stratum.contains(directive.relation())
                        && (directive.verb() == Item.Verb.INPUT || directive.verb() == Item.Verb.LIMITSIZE));
    }

    /** A rule outside, with its questions; empty if it needs all rows. */
    private Optional<Rule> asking(Rule rule) {
        List<Goal> body = new ArrayList<>();
        for (Goal goal : rule.body()) {
            if (goal instanceof Goal.Member member && stratum.contains(member.relation())) {
                Asked asked = new Asked(member.relation(), known(member, Set.of()));
                if (asked.columns.isEmpty() || readsAll(member.terms())) {
                    return Optional.empty();
                }
                ask(asked);
                rules.add(new Rule(rule.range(), questions(asked, member), List.of(), Optional.empty()));
                body.add(new Goal.Member(asked.rows(), member.terms()));
            } else if (readsAll(goal)) {
                return Optional.empty();
            } else {
                body.add(goal);
            }
        }
        if (readsAll(rule.head().terms())) {
            return Optional.empty();
        }
        return Optional.of(body.equals(rule.body()) ? rule : new Rule(rule.range(), rule.head(), body, Optional.empty()));
    }

    /** Adds a rule for the rows that were asked for, and one for each question that it asks itself.
     *  @return false if it needs all rows of a relation */
    private boolean answer(Rule rule, Asked asked) {
        Goal.Member question = questions(asked, rule.head());
        List<Goal> left = new ArrayList<>(rule.body());
        List<Goal> placed = new ArrayList<>(List.of(question));
        Set<String> bound = new HashSet<>(Variables.of(question).names());
        List<Goal> others = new ArrayList<>();
        boolean simple = isSimple(question) && !Variables.of(rule.head()).counts()
                && rule.body().stream().allMatch(MagicSets::isSimple);
        while (simple && !left.isEmpty()) {
            Optional<Goal> next = next(left, bound);
            if (next.isEmpty()) {
                return false;
            }
            left.remove(next.get());
            if (next.get() instanceof Goal.Member member) {
                placed.add(stratum.contains(member.relation()) ? asks(rule, member, bound, placed) : member);
                bound.addAll(Variables.of(member).names());
            } else {
                others.add(next.get());
            }
        }
        placed.addAll(others);
        rules.add(new Rule(
                rule.range(), new Goal.Member(asked.rows(), rule.head().terms()), placed, Optional.empty()));
        return simple;
    }

    /** Whether an atom gives a value to each of its variables: {@code p(x + 1)} asks for one. No goal may count. */
    private static boolean isSimple(Goal goal) {
        return !Variables.of(goal).counts() && (!(goal instanceof Goal.Member member) || member.terms().stream()
                .allMatch(term -> term instanceof Term.Variable || term instanceof Term.Anything || isConstant(term)));
    }

    private static boolean isConstant(Term term) {
        return term instanceof Term.Constant || term instanceof Term.Text;
    }

    /** First what joins with what is known; a relation of the stratum only if it does. */
    private Optional<Goal> next(List<Goal> left, Set<String> bound) {
        for (Goal goal : left) {
            if (!(goal instanceof Goal.Member member) || !known(member, bound).isEmpty()) {
                return Optional.of(goal);
            }
        }
        return left.stream()
                .filter(goal -> goal instanceof Goal.Member member && !stratum.contains(member.relation()))
                .findFirst();
    }

    private Goal.Member asks(Rule rule, Goal.Member member, Set<String> bound, List<Goal> before) {
        Asked asked = new Asked(member.relation(), known(member, bound));
        ask(asked);
        Goal.Member question = questions(asked, member);
        // A question that follows from itself says nothing.
        if (!before.equals(List.of(question))) {
            rules.add(new Rule(rule.range(), question, before, Optional.empty()));
        }
        return new Goal.Member(asked.rows(), member.terms());
    }

    private void ask(Asked asked) {
        if (met.add(asked)) {
            open.add(asked);
            Relation relation = program.relations().get(asked.relation);
            made.put(asked.rows(), copy(relation, asked.rows(), IntStream.range(0, relation.arity()).boxed().toList()));
            made.put(asked.questions(), copy(relation, asked.questions(), asked.columns));
        }
    }

    private static Relation copy(Relation relation, String name, List<Integer> columns) {
        return new Relation(relation.range(), name, columns.stream().map(relation.attributes()::get).toList(),
                Relation.Representation.DEFAULT, List.of(), false, "");
    }

    private static Goal.Member questions(Asked asked, Goal.Member member) {
        return new Goal.Member(asked.questions(), asked.columns.stream().map(member.terms()::get).toList());
    }

    /** The columns that have a constant or a variable that is bound. */
    private static List<Integer> known(Goal.Member member, Set<String> bound) {
        return IntStream.range(0, member.terms().size())
                .filter(column -> isKnown(member.terms().get(column), bound))
                .boxed()
                .toList();
    }

    private static boolean isKnown(Term term, Set<String> bound) {
        return isConstant(term) || term instanceof Term.Variable variable && bound.contains(variable.name());
    }

    /** Whether rows are looked at in another way than joined. */
    private boolean readsAll(Goal goal) {
        return goal.fold(new Goal.Cases<Boolean>() {
            @Override
            public Boolean onMember(Goal.Member member) {
                return stratum.contains(member.relation()) || readsAll(member.terms());
            }

            @Override
            public Boolean onAbsent(Goal.Absent absent) {
                return onMember(absent.member());
            }

            @Override
            public Boolean onTest(Goal.Test test) {
                return readsAll(List.of(test.left(), test.right()));
            }

            @Override
            public Boolean onTruth(Goal.Truth truth) {
                return false;
            }
        });
    }

    private boolean readsAll(List<Term> terms) {
        return terms.stream().anyMatch(term -> term.fold(new Term.Cases<Boolean>() {
            @Override public Boolean onVariable(Term.Variable variable) { return false; }
            @Override public Boolean onAnything(Term.Anything anything) { return false; }
            @Override public Boolean onConstant(Term.Constant constant) { return false; }
            @Override public Boolean onText(Term.Text text) { return false; }
            @Override public Boolean onPack(Term.Pack pack) { return readsAll(pack.fields()); }
            @Override public Boolean onBranch(Term.Branch branch) { return readsAll(branch.fields()); }
            @Override public Boolean onCall(Term.Call call) { return readsAll(call.terms()); }
            @Override public Boolean onUserCall(Term.UserCall call) { return readsAll(call.terms()); }
            @Override public Boolean onCast(Term.Cast cast) { return readsAll(List.of(cast.value())); }
            @Override public Boolean onCounter(Term.Counter counter) { return false; }
            @Override public Boolean onIteration(Term.Iteration iteration) { return false; }

            @Override
            public Boolean onAggregate(Term.Aggregate aggregate) {
                return aggregate.body().stream().anyMatch(MagicSets.this::readsAll)
                        || readsAll(aggregate.target().stream().toList());
            }
        }));
    }
}
