package io.padlog.run.proof;

import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule of the program turned round: from rows that it may have given to all that its atoms and variables were then. The
 * columns of its answer are those of the conclusion, of each premise, of each negated atom, and the variables.
 */
final class StepRule {
    /** begins the names of relations that no program can have */
    static final String MARK = "+";

    private final Rule rule;
    private final String answer;
    private final Map<String, Relation> relations;
    private final List<Goal.Member> premises = new ArrayList<>();
    private final List<Goal.Member> absent = new ArrayList<>();
    private final Map<String, Kind> variables = new LinkedHashMap<>();
    private final List<Term> columns = new ArrayList<>();
    private final List<Relation.Attribute> attributes = new ArrayList<>();
    private final List<Goal> body = new ArrayList<>();
    private int fresh;

    StepRule(Rule rule, int number, Map<String, Relation> relations) {
        this.rule = rule;
        this.answer = MARK + "answer" + number;
        this.relations = relations;
        body.add(new Goal.Member(MARK + rule.head().relation(), rule.head().terms()));
        columns(rule.head(), rule.head().terms());
        for (Goal goal : rule.body()) {
            if (goal instanceof Goal.Member member) {
                Goal.Member named = new Goal.Member(member.relation(), member.terms().stream().map(this::named).toList());
                premises.add(named);
                body.add(named);
                columns(named, named.terms());
            } else {
                body.add(goal);
            }
        }
        for (Goal goal : rule.body()) {
            if (goal instanceof Goal.Absent negated) {
                absent.add(negated.member());
                columns(negated.member(), negated.member().terms().stream().filter(term -> !isAnything(term)).toList());
            }
        }
        rule.body().forEach(this::collect);
        variables.forEach((name, kind) -> {
            columns.add(new Term.Variable(name, kind));
            attributes.add(new Relation.Attribute(name, kind.name().toLowerCase(Locale.ROOT), kind, ""));
        });
    }

    Rule rule() {
        return rule;
    }

    /** The relation of the answer. */
    Relation relation() {
        return new Relation(
                rule.range(), answer, attributes, Relation.Representation.DEFAULT, List.of(), false, "");
    }

    Rule turned() {
        return new Rule(rule.range(), new Goal.Member(answer, columns), body, Optional.empty());
    }

    /** What a row of the answer says.
     *  @param shown writes a cell of a kind */
    Derivation derivation(List<Integer> row, java.util.function.BiFunction<Kind, Integer, String> shown) {
        int arity = rule.head().terms().size();
        int at = arity;
        List<Tuple> took = new ArrayList<>();
        for (Goal.Member premise : premises) {
            took.add(new Tuple(premise.relation(), row.subList(at, at + premise.terms().size())));
            at += premise.terms().size();
        }
        List<String> lacked = new ArrayList<>();
        for (Goal.Member negated : absent) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < negated.terms().size(); column++) {
                Kind kind = relations.get(negated.relation()).attributes().get(column).kind();
                cells.add(isAnything(negated.terms().get(column)) ? "_" : shown.apply(kind, row.get(at++)));
            }
            lacked.add("!" + negated.relation() + "(" + String.join(", ", cells) + ")");
        }
        List<String> bindings = new ArrayList<>();
        for (Map.Entry<String, Kind> variable : variables.entrySet()) {
            bindings.add(variable.getKey() + " = " + shown.apply(variable.getValue(), row.get(at++)));
        }
        Range range = rule.range();
        return new Derivation(range, new Tuple(rule.head().relation(), row.subList(0, arity)), took, lacked, bindings);
    }

    private void columns(Goal.Member member, List<Term> terms) {
        List<Relation.Attribute> declared = relations.get(member.relation()).attributes();
        int next = 0;
        for (int column = 0; column < declared.size(); column++) {
            if (!isAnything(member.terms().get(column))) {
                columns.add(terms.get(next++));
                Relation.Attribute attribute = declared.get(column);
                attributes.add(new Relation.Attribute("c" + columns.size(), attribute.type(), attribute.kind(), ""));
            }
        }
    }

    private static boolean isAnything(Term term) {
        return term instanceof Term.Anything;
    }

    /** With a variable for each {@code _}, since the whole row is wanted. */
    private Term named(Term term) {
        Function<List<Term>, List<Term>> all = terms -> terms.stream().map(this::named).toList();
        if (term instanceof Term.Anything anything) {
            return new Term.Variable(MARK + fresh++, anything.kind());
        }
        if (term instanceof Term.Pack pack) {
            return new Term.Pack(pack.type(), all.apply(pack.fields()));
        }
        return term instanceof Term.Branch branch ? new Term.Branch(branch.type(), branch.tag(), all.apply(branch.fields())) : term;
    }

    private void collect(Goal goal) {
        if (goal instanceof Goal.Member member) {
            member.terms().forEach(this::collect);
        } else if (goal instanceof Goal.Test test) {
            collect(test.left());
            collect(test.right());
        }
    }

    /** Variables that the author has named, and whose values have a type without a name of its own. */
    private void collect(Term term) {
        if (term instanceof Term.Variable variable) {
            boolean simple = variable.kind() != Kind.RECORD && variable.kind() != Kind.ADT;
            if (simple && Character.isLetter(variable.name().codePointAt(0)) && variable.name().indexOf('\'') < 0) {
                variables.putIfAbsent(variable.name(), variable.kind());
            }
        } else if (term instanceof Term.Pack pack) {
            pack.fields().forEach(this::collect);
        } else if (term instanceof Term.Branch branch) {
            branch.fields().forEach(this::collect);
        }
    }
}
