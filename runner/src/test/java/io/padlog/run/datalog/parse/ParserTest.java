package io.padlog.run.datalog.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.Programs;
import io.padlog.run.datalog.print.Printer;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # text => printed, lines joined
        .decl a(x: number, y: c.T)                    => .decl a(x: number, y: c.T)
        .decl a, b() eqrel no_magic                   => .decl a() no_magic eqrel .decl b() no_magic eqrel
        .decl a(x:number,y:number) choice-domain x, (x,y) => .decl a(x: number, y: number) choice-domain (x), (x, y)
        .decl d = debug_delta(a)                      => .decl d = debug_delta(a)
        .type A <: number                             => .type A <: number
        .type A = b.B                                 => .type A = b.B
        .type A = B | C                               => .type A = B | C
        .type L = [head: number, tail: L]             => .type L = [head: number, tail: L]
        .type T = Leaf {} | Node {l: T, r: T}         => .type T = Leaf {} | Node {l: T, r: T}
        .number_type A                                => .type A <: number
        .type A                                       => .type A <: symbol
        .functor f(number, s: symbol): float stateful => .functor f(number, s: symbol): float stateful
        .input a, b(IO=file, rfc4180=true, n=1)       => .input a(IO="file", rfc4180="true", n="1") .input b(IO="file", rfc4180="true", n="1")
        .pragma "verbose"                             => .pragma "verbose" ""
        .comp C<T> : D<T>, E { .decl r(x: T) .override s r(1). } => .comp C<T> : D<T>, E { .decl r(x: T) .override s r(1). }
        .init c = C<number>                           => .init c = C<number>
        .lattice L<> { Lub -> @lub(_, _) }            => .lattice L<> {Lub -> @lub(_, _)}
        a(1).                                         => a(1).
        a("x", 0x1F, 0b11, 3u, 1.5, 10.0.0.1, nil).   => a("x", 0x1F, 0b11, 3u, 1.5, 167772161, nil).
        a(x), b(x) :- c.d(x).                         => a(x), b(x) :- c.d(x).
        a(x) :- b(x), !c(x, _), x != 1.               => a(x) :- b(x), !c(x, _), x != 1.
        a(x) :- b(x); c(x), true.                     => a(x) :- (b(x); (c(x), true)).
        a(x) :- !(b(x); x < 1), (x + 1) * 2 = 4.      => a(x) :- !(b(x); x < 1), ((x + 1) * 2) = 4.
        a(x) :- ((b(x))).                             => a(x) :- b(x).
        a(1+2*3-4).                                   => a(((1 + (2 * 3)) - 4)).
        a(1+2+3).                                     => a((1 + 2 + 3)).
        a(-x^2^3, -1 ^ 2).                            => a((- (x ^ (2 ^ 3))), (- (1 ^ 2))).
        a(2 ^ -1 * 3).                                => a(((2 ^ (-1)) * 3)).
        a(x band 1 bor 2 land bnot y bshl 1).         => a((((x band 1) bor 2) land ((bnot y) bshl 1))).
        a(x - -1, - - 1).                             => a((x - (-1)), (- (-1))).
        a(max(x, y), min(x, y, z), cat(x, "b")).      => a(max(x, y), min(x, y, z), cat(x, "b")).
        a(n) :- n = count : { b(x), x > 1 }.          => a(n) :- n = count : {b(x), x > 1}.
        a(n) :- n = max (x + 1) * 2 : b(x), c(n).     => a(n) :- n = max ((x + 1) * 2) : {b(x)}, c(n).
        a(n) :- n = 1 + sum x : { b(x) } * 2.         => a(n) :- n = (1 + (sum x : {b(x)} * 2)).
        a([x, [y, nil]], $Node($Leaf(), z)).          => a([x, [y, nil]], $Node($Leaf(), z)).
        a(as(x, T), @f(x), autoinc(), $).             => a(as(x, T), @f(x), autoinc(), autoinc()).
        a(x) :- match("a.*", x), !contains("b", x).   => a(x) :- match("a.*", x), !contains("b", x).
        a(x, y) <= a(x, z) :- y < z.                  => a(x, y) <= a(x, z) :- y < z.
        a(x) :- a(y), b(x, y). .plan 0:(2,1), 1:(1,2) => a(x) :- a(y), b(x, y). .plan 0:(2,1), 1:(1,2)
        @[deprecated = "yes"] a(?x) :- b(?x).         => a(?x) :- b(?x).
        a(x) /* (b */ :- b(x). // c(                  => a(x) :- b(x).
        """)
    void printsWhatItRead(String text, String printed) {
        Parsed parsed = Parser.parse(Programs.source(text + "\n"));
        assertThat(Programs.errors(parsed.problems())).isEmpty();
        String once = Printer.print(parsed.program().items()).text();
        assertThat(String.join(" ", once.lines().map(String::strip).toList())).isEqualTo(printed);
        String twice = Printer.print(Parser.parse(Programs.source(once)).program().items()).text();
        assertThat(twice).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # text, | for a line end and ~ for # => errors
        a(x) :- b(x)                  => 1:13: unexpected end of the program; '.' is expected here
        a(x :- b(x).                  => 1:5: unexpected ':-'; ')' is expected here
        a(x) :- b(x),, c(x).|d(.      => 1:14: unexpected ','; an argument is expected here; 2:3: unexpected '.'; an argument is expected here
        .decl a(x number)             => 1:11: unexpected 'number'; ':' is expected here
        .decl a() btree brie          => 1:17: the qualifier 'brie' contradicts or repeats one before it
        a(f(x)).                      => 1:3: unknown functor 'f'; one of the program's own is called with '@f'
        a("x).                        => 1:3: this string has no end; write '"'; 1:7: unexpected end of the program; ')' is expected here
        a("\\q").                     => 1:3: unknown escape sequence '\\q'
        /* a                          => 1:1: this comment has no end; write '*/'
        a(1). é                       => 1:7: unexpected character 'é'
        a(300.0.0.1).                 => 1:3: a part of an IP address is at most 255
        a(n) :- n = count x : b(x).   => 1:13: count wants no value before ':'
        a(n) :- n = sum : b(x).       => 1:13: sum wants a value before ':'
        .comp C { a(1).               => 1:1: component C has no end; write '}'
        .plan 1:(1)                   => 1:1: .plan stands after the full stop of a rule
        .include "no.dl"              => 1:10: cannot find the included file 'no.dl'
        ~pragma x                     => 1:1: the preprocessor directive '#pragma' is not supported
        ~ifdef X|a(1).                => 2:6: #endif is missing
        """)
    void tellsWhatIsWrong(String text, String errors) {
        Parsed parsed = Parser.parse(Programs.source(text.replace('|', '\n').replace('~', '#').replace("\\\\", "\\")));
        assertThat(String.join("; ", Programs.errors(parsed.problems()))).isEqualTo(errors.replace("\\\\", "\\"));
    }

    @Test
    void columnsCountCodePoints() {
        Parsed parsed = Parser.parse(Programs.source("a(\"\uD83D\uDE00\u00e9\", x).\n  b(y).\n"));
        Item.Clause clause = (Item.Clause) parsed.program().items().get(0);
        assertThat(clause.heads().get(0).arguments().get(1).range()).hasToString("t.dl:1:9");
        assertThat(parsed.program().items().get(1).range()).hasToString("t.dl:2:3");
        assertThat(parsed.program().items().get(1).range().endColumn()).isEqualTo(8);
    }

    @Test
    void keepsDocumentation() {
        Parsed parsed = Parser.parse(Programs.source("""
            /// A call.
            /// One row for each.
            .decl call(
              /// who calls
              node: number,
              callee: symbol) // not this
            """));
        Item.RelationDeclaration call = (Item.RelationDeclaration) parsed.program().items().get(0);
        assertThat(call.doc()).isEqualTo("A call.\nOne row for each.");
        assertThat(call.attributes()).extracting(Item.Attribute::doc).containsExactly("who calls", "");
    }

    @Test
    void resolvesEscapes() {
        Parsed parsed = Parser.parse(Programs.source("a(\"\\\"\\\\\\n\\t\").\n"));
        Literal.Atom head = ((Item.Clause) parsed.program().items().get(0)).heads().get(0);
        assertThat(head.arguments()).first().isInstanceOf(Argument.Text.class);
        assertThat(((Argument.Text) head.arguments().get(0)).value()).isEqualTo("\"\\\n\t");
    }

    @Test
    void includesEachFileOnce() {
        Map<String, String> files = Map.of("a.dl", ".include \"b.dl\"\na(1).\n", "b.dl", ".include \"a.dl\"\nb(1).\n");
        Parsed parsed = Parser.parse(Programs.source("c(0).\n.include \"a.dl\"\n.include \"b.dl\"\nc(1).\n", files));
        assertThat(parsed.problems()).isEmpty();
        assertThat(Printer.print(parsed.program().items()).text()).isEqualTo("c(0).\nb(1).\na(1).\nc(1).\n");
        assertThat(parsed.sources()).extracting(Source::name).containsExactly("t.dl", "a.dl", "b.dl");
        assertThat(parsed.sources().get(0).includes()).extracting(Source.Include::first).containsExactly(true, false);
        assertThat(parsed.program().items().get(1).range()).hasToString("b.dl:2:1");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # text, | for a line end and ~ for # => printed
        ~define N 3|a(N).                            => a(3).
        ~define P(x, y) b(x), c(y)|a(x) :- P(x, (x+1)). => a(x) :- b(x), c((x + 1)).
        ~define N M|~define M N|a(N).                => a(N).
        ~ifdef X|a(1).|~else|a(2).|~endif            => a(2).
        ~define X|~ifdef X|a(1).|~else|a(2).|~endif  => a(1).
        ~if 0|a(1).|~if 1|a(2).|~endif|~elif !defined(X)|a(3).|~endif => a(3).
        ~define X 1|~undef X|a(X).                   => a(X).
        ~define D(x) a_~~x("x")|D(max).              => a_max("x").
        ~define Q(x) a(~x)|Q(b c).                   => a("b c").
        ~define V 3|~if V * 2 == 6 && !(V < 3 && defined W)|a(1).|~endif => a(1).
        ~if RAM_DOMAIN_SIZE == 32|a(1).|~else|a(2).|~endif => a(1).
        """)
    void obeysThePreprocessor(String text, String printed) {
        Parsed parsed = Parser.parse(Programs.source(text.replace('|', '\n').replace('~', '#') + "\n"));
        assertThat(Programs.errors(parsed.problems())).isEmpty();
        String once = Printer.print(parsed.program().items()).text();
        assertThat(String.join(" ", once.lines().map(String::strip).toList())).isEqualTo(printed);
    }

    @Test
    void refusesDeepNestingAndExpansion() {
        String deep = "a(" + "[".repeat(100_000) + "]".repeat(100_000) + ").\n";
        assertThat(messages(deep)).containsExactly("nested more than 256 deep");
        String bodies = "a() :- " + "(".repeat(10_000) + "b()" + ")".repeat(10_000) + ".\n";
        assertThat(messages(bodies)).containsExactly("nested more than 256 deep");
        StringBuilder doubling = new StringBuilder("#define M0 1\n");
        for (int level = 1; level < 60; level++) {
            int before = level - 1;
            doubling.append("#define M").append(level).append(" M").append(before).append(", M").append(before).append('\n');
        }
        assertThat(messages(doubling + "a(M59).\n")).contains("macros expand to too much");
    }

    @Test
    void aLongChainIsNotDeep() {
        Parsed parsed = Parser.parse(Programs.source("a(1" + " + 1".repeat(5_000) + ").\n"));
        assertThat(parsed.problems()).isEmpty();
        Literal.Atom head = ((Item.Clause) parsed.program().items().get(0)).heads().get(0);
        assertThat(((Argument.Call) head.arguments().get(0)).arguments()).hasSize(5_001);
    }

    private static List<String> messages(String text) {
        return Parser.parse(Programs.source(text)).problems().stream().map(Problem::message).distinct().toList();
    }
}
