package io.padlog.run.datalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.datalog.Programs;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Functor;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoweringTest {
    private static final String DECLARATIONS = ".decl n(x: number) .decl m(x: number, y: number) .decl s(x: symbol)"
            + " .decl f(x: float) .decl u(x: unsigned) .decl z()"
            + " .decl p(x: number, y: number) inline p(x, y) :- m(x, y), x != y. p(x, x) :- n(x)."
            + " .decl q(x: number) inline q(x) :- n(x), x > 3.\n";

    private static CheckedProgram lower(String program) {
        return Programs.checked(DECLARATIONS + program + "\n");
    }

    /** Numbers, unsigned and floats with an initial letter, for that is what the table is about. */
    private static String shown(Term term) {
        if (term instanceof Term.Constant constant) {
            Object value = switch (constant.kind()) {
                case FLOAT -> Float.intBitsToFloat(constant.bits()) + "f";
                case UNSIGNED -> Integer.toUnsignedString(constant.bits()) + "u";
                case NUMBER, SYMBOL, RECORD, ADT -> constant.bits();
            };
            return value.toString();
        }
        if (term instanceof Term.Call call) {
            return call.functor() + "." + call.operands() + list(call.terms());
        }
        if (term instanceof Term.Aggregate aggregate) {
            return aggregate.aggregation() + "." + aggregate.operands()
                    + aggregate.target().map(target -> " " + shown(target)).orElse("")
                    + body(aggregate.body()) + aggregate.outer();
        }
        return term instanceof Term.Variable variable ? variable.name()
                : term instanceof Term.Text text ? "'" + text.value() + "'"
                : term instanceof Term.Anything ? "_" : term.toString();
    }

    private static String list(List<Term> terms) {
        return terms.stream().map(LoweringTest::shown).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String shown(Goal goal) {
        return goal.fold(new Goal.Cases<>() {
            @Override
            public String onMember(Goal.Member member) {
                return member.relation() + list(member.terms());
            }

            @Override
            public String onAbsent(Goal.Absent absent) {
                return "!" + onMember(absent.member());
            }

            @Override
            public String onTest(Goal.Test test) {
                return shown(test.left()) + " " + test.comparison() + "." + test.kind() + " " + shown(test.right());
            }

            @Override
            public String onTruth(Goal.Truth truth) {
                return Boolean.toString(truth.value());
            }
        });
    }

    private static String body(List<Goal> goals) {
        return goals.stream().map(LoweringTest::shown).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String shown(Rule rule) {
        return shown(rule.head()) + body(rule.body());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # clause => rules
        n(0x10).                          => n(16){}
        f(1).                             => f(1.0f){}
        u(4294967295).                    => u(4294967295u){}
        n(-1 + 2).                        => n(ADD.NUMBER(-1, 2)){}
        f(x + 1) :- f(x).                 => f(ADD.FLOAT(x, 1.0f)){f(x)}
        u(x * 2) :- u(x).                 => u(MULTIPLY.UNSIGNED(x, 2u)){u(x)}
        s(x + "a") :- s(x).               => s(ADD.SYMBOL(x, 'a')){s(x)}
        z() :- s(x), x < "b".             => z(){s(x), x LESS.SYMBOL 'b'}
        z() :- u(x), x >= 1.              => z(){u(x), x GREATER_EQUAL.UNSIGNED 1u}
        s(to_string(x)) :- f(x).          => s(TO_STRING.FLOAT(x)){f(x)}
        n(ord(x)) :- s(x).                => n(ORD.SYMBOL(x)){s(x)}
        n(max(x, 1)) :- n(x).             => n(MAX.NUMBER(x, 1)){n(x)}
        n(x) :- n(x), (x < 1; !m(x, _)).  => n(x){n(x), x LESS.NUMBER 1} n(x){n(x), !m(x, _)}
        s(y), z() :- s(y), m(x, _), !(x = 1, n(x)). => s(y){s(y), m(x, _), x NOT_EQUAL.NUMBER 1} s(y){s(y), m(x, _), !n(x)} z(){s(y), m(x, _), x NOT_EQUAL.NUMBER 1} z(){s(y), m(x, _), !n(x)}
        n(c) :- n(x), c = count : m(x, y).       => n(c){n(x), c EQUAL.NUMBER COUNT.NUMBER{m(x, y'0)}[x]}
        n(c) :- n(x), c = sum x : m(x, _).       => n(c){n(x), c EQUAL.NUMBER SUM.NUMBER x'0{m(x'0, _)}[]}
        z() :- c = mean x : f(x), c > 1.         => z(){c EQUAL.FLOAT MEAN.FLOAT x'0{f(x'0)}[], c GREATER.FLOAT 1.0f}
        n(y) :- 9 = max x : m(x, y).             => n(y){9 EQUAL.NUMBER '2, '2 EQUAL.NUMBER MAX.NUMBER x'0{m(x'0, y'1)}[], m(x'3, y), x'3 EQUAL.NUMBER '2}
        n(x) :- p(x, 2).                         => n(x){m(x, 2), x NOT_EQUAL.NUMBER 2} n(x){n(x), 2 EQUAL.NUMBER x}
        m(x, y) :- m(x, y), !q(x).               => m(x, y){m(x, y), !n(x)} m(x, y){m(x, y), x LESS_EQUAL.NUMBER 3}
        """)
    void makesRules(String clause, String rules) {
        String shown = lower(clause).rules().stream().map(LoweringTest::shown).collect(Collectors.joining(" "));
        assertThat(shown).isEqualTo(rules);
    }

    @Test
    void instantiatesComponents() {
        CheckedProgram program = Programs.checked("""
            .type E <: symbol
            .comp Base<X> { .decl r(x: X) overridable .decl s(x: X) r(x) :- s(x). s(x) :- outer(x). .output s }
            .comp Twice<X> : Base<X> { .override r .init inner = Base<X> r(x) :- inner.r(x). }
            .decl outer(x: E)
            outer("a").
            .init t = Twice<E>
            """);
        assertThat(program.relations().keySet()).containsExactly("outer", "t.inner.r", "t.inner.s", "t.r", "t.s");
        assertThat(program.rules().stream().map(LoweringTest::shown)).containsExactlyInAnyOrder(
                "outer('a'){}", "t.inner.r(x){t.inner.s(x)}", "t.inner.s(x){outer(x)}", "t.s(x){outer(x)}",
                "t.r(x){t.inner.r(x)}");
        assertThat(program.relations().get("t.r").attributes().get(0).type()).isEqualTo("E");
        assertThat(program.directives()).extracting(directive -> directive.relation()).containsExactly("t.inner.s", "t.s");
    }

    @Test
    void resolvesRecordsAndBranches() {
        CheckedProgram program = Programs.checked("""
            .type L = [head: number, tail: L]
            .type T = Zero {} | Leaf {n: float}
            .decl l(x: L)
            .decl t(x: T)
            l([1, nil]). t($Leaf(2)). l(y) :- l([_, y]), y != nil.
            """);
        Term.Pack pack = (Term.Pack) program.rules().get(0).head().terms().get(0);
        assertThat(pack).isEqualTo(new Term.Pack("L", List.of(new Term.Constant(Kind.NUMBER, 1), new Term.Constant(Kind.RECORD, 0))));
        Term.Branch branch = (Term.Branch) program.rules().get(1).head().terms().get(0);
        assertThat(branch.tag()).isZero();
        assertThat(branch.fields()).containsExactly(new Term.Constant(Kind.FLOAT, Float.floatToIntBits(2)));
        assertThat(program.types().get("T").branches()).extracting(cur -> cur.name()).containsExactly("Leaf", "Zero");
        Goal.Test test = (Goal.Test) program.rules().get(2).body().get(1);
        assertThat(test.comparison()).isEqualTo(Comparison.NOT_EQUAL);
        assertThat(test.kind()).isEqualTo(Kind.RECORD);
    }

    @Test
    void keepsWhatEnginesMustKnowOfRelations() {
        CheckedProgram program = Programs.checked("""
            /// pairs
            .decl e(x: number, y: number) eqrel
            .decl c(x: number, y: number) choice-domain y, (x, y)
            .decl d(x: number) btree_delete
            e(1, 2). c(1, 2). d(1). d(2). d(x) <= d(y) :- x < y.
            """);
        assertThat(program.relations().get("e").representation()).isEqualTo(Relation.Representation.EQREL);
        assertThat(program.relations().get("e").doc()).isEqualTo("pairs");
        assertThat(program.relations().get("c").choiceDomains()).containsExactly(List.of(1), List.of(0, 1));
        assertThat(program.subsumptions()).singleElement().satisfies(cur -> {
            assertThat(shown(cur.less())).isEqualTo("d(x)");
            assertThat(shown(cur.greater())).isEqualTo("d(y)");
            assertThat(body(cur.body())).isEqualTo("{x LESS.NUMBER y}");
        });
        assertThat(program.strata()).noneMatch(stratum -> stratum.recursive());
    }

    @Test
    void namesFunctorsByWhatTheyAre() {
        assertThat(Functor.valueOf("BSHRU").spelling()).isEqualTo("bshru");
        assertThat(shown(lower("n(x ^ 2 ^ 3) :- n(x).").rules().get(0))).isEqualTo("n(POWER.NUMBER(x, POWER.NUMBER(2, 3))){n(x)}");
    }
}
