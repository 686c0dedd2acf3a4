package io.padlog.run.datalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {
    /** Declarations that the programs of the tables begin with, on a line of their own. */
    private static final String PRELUDE = ".type A <: number .type B <: number .type U = A | B .type R = [x: number, s: symbol]"
            + " .type T = Leaf {} | Node {l: T, n: number}"
            + " .decl n(x: number) .decl call(x: number, s: symbol) .decl f(x: float) .decl u(x: unsigned)"
            + " .decl a(x: A) .decl b(x: B) .decl r(x: R) .decl t(x: T) .decl z()\n";

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # program => errors
        n(x) :- cal(x, _).              => 2:9: unknown relation 'cal'; did you mean 'call'?
        n(x) :- clal(x, _).             => 2:9: unknown relation 'clal'; did you mean 'call'?
        n(x) :- lcla(x, _).             => 2:9: unknown relation 'lcla'
        n(x) :- cal(x, _), (x = 1; x = 2). => 2:9: unknown relation 'cal'; did you mean 'call'?
        n(x) :- call(x).                => 2:9: relation 'call' has 2 attributes, not 1
        n("a").                         => 2:3: a string is a symbol, which does not fit here
        n(x) :- call(_, x).             => 2:3: type clash: no type suits all uses of variable 'x'
        a(x) :- n(x).                   => 2:3: type clash: attribute 'x' of 'a' is a A, and this is a number
        n(x) :- call(x, s), u(s).       => 2:17: type clash: no type suits all uses of variable 's'; 2:23: type clash: no type suits all uses of variable 's'
        n(x) :- x > 1.                  => 2:3: ungrounded variable 'x': no atom or equation of the body gives it a value
        n(x) :- !n(x).                  => 2:3: ungrounded variable 'x': no atom or equation of the body gives it a value
        n(x) :- n(y), y = x + 1.        => 2:3: ungrounded variable 'x': no atom or equation of the body gives it a value
        n(_) :- z().                    => 2:3: '_' may not stand in the head of a clause
        n(x) :- n(x), x != _.           => 2:20: '_' may not be compared
        n(x).                           => 2:3: a fact may not have variables, and 'x' is one; a string is written in quotes
        n(autoinc()).                   => 2:3: a fact may not have a counter
        n(3000000000).                  => 2:3: '3000000000' is not a number of 32 bits
        n(1.5).                         => 2:3: type clash: a number does not fit here
        n(x) :- call(x, s), s < x.      => 2:3: type clash: no type suits all uses of variable 'x'
        n(strlen(1)).                   => 2:3: type clash: 'strlen' does not work on these types
        n(substr("a", 1)).              => 2:3: 'substr' does not take 2 arguments
        z() :- n(x), match("a", x).     => 2:10: type clash
        r([1]).                         => 2:3: record type 'R' has 2 fields, not 1
        r(["a", "b"]).                  => 2:4: a string is a symbol, which does not fit here
        t($Lead()).                     => 2:3: unknown branch '$Lead'; did you mean 'Leaf'?
        t($Node(1)).                    => 2:3: branch '$Node' has 2 fields, not 1
        n($Leaf()).                     => 2:3: type clash: '$Leaf' is a T
        n(@g(1)).                       => 2:3: unknown functor '@g'
        n(as("a", Numbr)).              => 2:11: unknown type 'Numbr'; did you mean 'number'?
        n(x) :- x = sum y : { a(y), y < x }. => 2:33: ungrounded variable 'x'
        n(c) :- c = count : { n(y); a(y) }.  => 2:13: an aggregate's body may not have alternatives
        z() :- n(_), 1 = sum y : { a(y) }, y > 1. => 2:18: 'y' is bound only inside of this aggregate
        z() :- !z().                    => 2:9: cannot stratify: 'z' depends on its own negation: z -> !z
        n(x) :- a(x), !b(x). b(x) :- b(x), x = count : n(_). => 2:16: cannot stratify: 'n' depends on its own negation: n -> !b -> n
        n(x) :- n(x), call(x, _). .plan 0:(1)  => 2:27: a plan must name each of the 2 atoms once, from 1
        n(x) :- a(x). .plan 0:(1)       => 2:15: .plan is for recursive rules only
        n(autoinc()) :- n(_).           => 2:3: a counter may not stand in a recursive rule
        n(x) <= a(y) :- x = y.          => 2:1: a subsumption must compare rows of the same relation, not of 'n' and 'a'
        .decl n(x: symbol)              => 2:7: relation 'n' is declared already, at t.dl:1:135
        .decl R(x: symbol)              => 2:7: relation 'R' is declared already
        .decl m(x: nubmer)              => 2:12: unknown type 'nubmer'; did you mean 'number'?
        .decl m(x: number, x: number)   => 2:20: attribute 'x' is declared twice
        .decl m(x: number) eqrel        => 2:7: equivalence relation 'm' must have two attributes
        .decl m(x: number) choice-domain y => 2:34: relation 'm' has no attribute 'y'
        .decl m(x: number) inline m(x) :- m(x). => 2:7: relations that depend on themselves cannot be inlined: m
        .decl m(x: number) inline .output m => 2:7: 'm' is inlined, so it has no rows to read or write
        .decl m(x: number) inline m(x) :- x > 1. n(x) :- m(x). => 2:42: ungrounded variable 'x' after inlining
        .type S = S                     => 2:1: type 'S' is defined by itself
        .type S = A | symbol            => 2:1: union 'S' mixes kinds of types
        .type S <: U                    => 2:12: 'S' cannot be a subset of 'U', which is a union
        .type number <: symbol          => 2:1: 'number' is a predefined type
        .type S = Leaf {}               => 2:11: branch 'Leaf' is declared already
        .output m                       => 2:9: unknown relation 'm'
        .printsize n .printsize n       => 2:25: .printsize of 'n' is given already
        .init i = C                     => 2:11: unknown component 'C'
        .comp C<X> {} .init i = C       => 2:25: component 'C' has 1 type parameters, not 0
        .comp C : C {}                  => 2:7: component 'C' inherits itself
        .comp D { .decl d() } .comp C : D { .override d d(). } => 2:23: override of a relation that is not declared 'overridable': 'd' in component 'C'
        .comp C { .init i = C } .init i = C => 2:11: components are instantiated more than 100 deep
        .decl l(x: A<>)                 => 2:9: type 'A' has no .lattice
        n(x) :- n(x), n(y), 0 = count : {call(x, _), x < y}, 0 = count : {call(y, _), y < x}. => 2:25: this aggregate and another
        n(x) :- n(x), [1] = [1, 2].     => 2:15: it is not clear which type this record has
        """)
    void tellsWhatIsWrong(String program, String error) {
        String all = String.join("; ", Programs.errors(Checker.check(Programs.source(PRELUDE + program + "\n")).problems()));
        assertThat(all).startsWith(error);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # program => warning
        n(1). z() :- n(x).   => 2:16: variable 'x' occurs only once; write '_'
        z() :- n(_).         => 1:135: relation 'n' has no rules, facts or input
        n(1). n($) :- z().   => 2:9: '$' is deprecated; write 'autoinc()'
        """)
    void warns(String program, String warning) {
        Checked checked = Checker.check(Programs.source(PRELUDE + program + "\n"));
        assertThat(checked.program()).isPresent();
        assertThat(checked.problems()).extracting(Problem::toString).contains("t.dl:" + warning);
    }

    @Test
    void ordersProblemsByPlaceAndTellsEachOnce() {
        Checked checked = Checker.check(Programs.source("""
            .comp C { .decl r(x: number)
              r(q). }
            .init c = C
            .init d = C
            .decl m(x: numbre)
            """));
        assertThat(Programs.errors(checked.problems())).containsExactly(
                "2:5: a fact may not have variables, and 'q' is one; a string is written in quotes",
                "5:12: unknown type 'numbre'; did you mean 'number'?");
    }
}
