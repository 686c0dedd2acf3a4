package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Functor;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites a body so that a planner has few cases: aggregates and ranges stand only as {@code variable = aggregate},
 * records to be taken apart only as {@code term = [fields]} with fields that are no records, and there are no casts.
 */
final class Normalizer {
    /** How variables that are made here begin; no variable of a program does. */
    private static final String MADE = "#";

    private final Numbering numbering;
    private final boolean inAggregate;
    private final List<Goal> goals = new ArrayList<>();

    /** Numbers made variables over a whole clause, its aggregates included. */
    static final class Numbering {
        private int next;

        Term.Variable variable(Kind kind) {
            return new Term.Variable(MADE + next++, kind);
        }
    }

    /** @param inAggregate whether the goals are those of an aggregate */
    Normalizer(Numbering numbering, boolean inAggregate) {
        this.numbering = numbering;
        this.inAggregate = inAggregate;
    }

    /** The goals so far. */
    List<Goal> goals() {
        return goals;
    }

    void add(Goal goal) {
        goal.fold(new Goal.Cases<Void>() {
            @Override
            public Void onMember(Goal.Member member) {
                int place = goals.size();
                List<Term> terms = member.terms().stream().map(Normalizer.this::argument).toList();
                // The atom before what was made for it, so that atoms keep their order and number.
                goals.add(place, new Goal.Member(member.relation(), terms));
                return null;
            }

            @Override
            public Void onAbsent(Goal.Absent absent) {
                goals.add(new Goal.Absent(new Goal.Member(absent.member().relation(), values(absent.member().terms()))));
                return null;
            }

            @Override
            public Void onTest(Goal.Test test) {
                if (test.comparison() == Comparison.EQUAL) {
                    addEqual(test.kind(), strip(test.left()), strip(test.right()));
                } else {
                    goals.add(new Goal.Test(test.comparison(), test.kind(), value(test.left()), value(test.right())));
                }
                return null;
            }

            @Override
            public Void onTruth(Goal.Truth truth) {
                goals.add(truth);
                return null;
            }
        });
    }

    private void addEqual(Kind kind, Term left, Term right) {
        if (left instanceof Term.Anything || right instanceof Term.Anything) {
            return;
        }
        if (isPattern(left) && isPattern(right)) {
            addFieldwise(left, right);
        } else if (isMany(left) && right instanceof Term.Variable) {
            goals.add(new Goal.Test(Comparison.EQUAL, kind, right, inside(left)));
        } else if (isMany(right) && left instanceof Term.Variable) {
            goals.add(new Goal.Test(Comparison.EQUAL, kind, left, inside(right)));
        } else {
            Term one = side(left);
            Term other = side(right);
            // Two variables that are equal are one and the same to Soufflé, which joins rows by their bits.
            boolean sameBits = one instanceof Term.Variable && other instanceof Term.Variable;
            goals.add(new Goal.Test(Comparison.EQUAL, sameBits && kind == Kind.FLOAT ? Kind.NUMBER : kind, one, other));
        }
    }

    private void addFieldwise(Term left, Term right) {
        List<Term> ones = fields(left);
        List<Term> others = fields(right);
        if (branch(left) != branch(right) || ones.size() != others.size()) {
            goals.add(new Goal.Truth(false));
            return;
        }
        for (int i = 0; i < ones.size(); i++) {
            addEqual(ones.get(i).kind(), strip(ones.get(i)), strip(others.get(i)));
        }
    }

    private Term side(Term term) {
        return isPattern(term) ? withPlainFields(term) : value(term);
    }

    /** A term for an atom's column, or for a field of a record to be taken apart. */
    private Term argument(Term term) {
        Term plain = strip(term);
        if (isPattern(plain)) {
            Term.Variable whole = numbering.variable(plain.kind());
            goals.add(new Goal.Test(Comparison.EQUAL, plain.kind(), whole, withPlainFields(plain)));
            return whole;
        }
        if (plain.kind() == Kind.FLOAT && !inAggregate && !(plain instanceof Term.Anything || plain instanceof Term.Variable)) {
            // As in Soufflé, a column with a value in it is compared with that: 0 and -0 are equal, though not the same bits.
            Term.Variable column = numbering.variable(Kind.FLOAT);
            goals.add(new Goal.Test(Comparison.EQUAL, Kind.FLOAT, column, value(plain)));
            return column;
        }
        return plain instanceof Term.Anything ? plain : value(plain);
    }

    private Term withPlainFields(Term pattern) {
        List<Term> plain = fields(pattern).stream().map(this::argument).toList();
        return pattern instanceof Term.Branch b
                ? new Term.Branch(b.type(), b.tag(), plain)
                : new Term.Pack(((Term.Pack) pattern).type(), plain);
    }

    List<Term> values(List<Term> terms) {
        return terms.stream().map(this::value).toList();
    }

    /** A term to be computed, with aggregates and ranges taken out of it. */
    Term value(Term term) {
        Term plain = strip(term);
        if (isMany(plain)) {
            Term.Variable result = numbering.variable(plain.kind());
            goals.add(new Goal.Test(Comparison.EQUAL, plain.kind(), result, inside(plain)));
            return result;
        }
        if (plain instanceof Term.Call call) {
            return new Term.Call(call.functor(), call.operands(), call.kind(), values(call.terms()));
        }
        if (plain instanceof Term.Pack pack) {
            return new Term.Pack(pack.type(), values(pack.fields()));
        }
        if (plain instanceof Term.Branch branch) {
            return new Term.Branch(branch.type(), branch.tag(), values(branch.fields()));
        }
        return plain;
    }

    private Term inside(Term many) {
        return many instanceof Term.Call call
                ? new Term.Call(call.functor(), call.operands(), call.kind(), values(call.terms()))
                : many;
    }

    private static Term strip(Term term) {
        Term plain = term;
        while (plain instanceof Term.Cast cast) {
            plain = cast.value();
        }
        return plain;
    }

    /** Whether it is an aggregate or a range: not computed from registers alone. */
    static boolean isMany(Term term) {
        return term instanceof Term.Aggregate || term instanceof Term.Call call && call.functor() == Functor.RANGE;
    }

    static boolean isPattern(Term term) {
        return term instanceof Term.Pack || term instanceof Term.Branch;
    }

    static List<Term> fields(Term pattern) {
        return pattern instanceof Term.Branch branch ? branch.fields() : ((Term.Pack) pattern).fields();
    }

    static int branch(Term pattern) {
        return pattern instanceof Term.Branch branch ? branch.tag() : RecordStore.NO_BRANCH;
    }
}
