package io.padlog.run.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.DatalogCase;
import io.padlog.run.engine.EngineRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # rules over n(x: number), f(x: float), s(x: symbol) => whether the order of rows never shows
        a(x) :- n(x), !n(x + 1).                               => true
        a(c) :- c = count : { n(_) }.                          => true
        a(c) :- c = sum x : { n(x) }.                          => true
        a(strlen(t)) :- s(x), t = cat(x, x).                   => true
        a(1) :- f(y), y = sum x : { f(x) }.                    => false
        a(1) :- f(y), y = max x : { f(x) }.                    => false
        a(ord(x)) :- s(x).                                     => false
        a(as(x, number)) :- s(x).                              => false
        a(autoinc()) :- n(_).                                  => false
        a(x) :- n(x). .limitsize a(n=5)                        => false
        a(x) <= a(y) :- x < y.                                 => false
        .type R = [x: number] .decl r(x: R) r([x]) :- n(x).    => false
        .decl c(x: number, y: number) choice-domain x          => false
        a(x) :- n(x), recursive_iteration_cnt() > 1u.          => false
        .decl d = debug_delta(a)                               => false
        """)
    void findsOutWhetherTheOrderOfRowsShows(String rules, boolean expected) {
        ProgramSource source = source(".decl n(x: number) .decl f(x: float) .decl s(x: symbol) .decl a(x: number) " + rules);
        assertThat(Sharing.isInAnyOrder(EmbeddedEngine.checked(source))).isEqualTo(expected);
    }

    /** Relations large enough to be shared, by rules that read what they write, look for rows, and find many twice. */
    private static final String LARGE = """
            .decl n(x: number)
            n(x) :- x = range(0, 40000).
            .decl edge(x: number, y: number)
            edge(x, x + 1) :- n(x), x % 8 != 7.
            edge(x, x * 7919 % 40000) :- n(x), x % 97 = 0.
            .decl path(x: number, y: number)
            path(x, y) :- edge(x, y).
            path(x, z) :- path(x, y), edge(y, z).
            .decl both(x: number, y: number)
            both(x, y) :- path(x, y), path(y, x).
            .decl ends(x: number, hops: number)
            ends(x, c) :- n(x), !edge(x, _), c = count : { path(_, x) }.
            .decl found(x: number)
            found(x) :- n(x), path(0, x).
            found(y) :- found(x), edge(x, y), path(x, y).
            .output both, ends, found
            .printsize path
            """;

    /** Strata that need nothing of each other but an index of the same relation, and some that make symbols. */
    private static final String WIDE = """
            .decl edge(x: number, y: number)
            edge(x, x + 1) :- x = range(0, 3000), x band 15 != 15.
            edge(x + 7, x) :- x = range(0, 3000, 70).
            .decl name(x: number, text: symbol)
            name(x, cat("n", to_string(x))) :- edge(x, _).
            .decl back(y: number, x: number)
            back(y, x) :- edge(x, y).
            .decl forward(x: number, y: number)
            forward(x, y) :- edge(x, y).
            forward(x, z) :- forward(x, y), edge(y, z).
            .decl backward(x: number, y: number)
            backward(x, y) :- back(x, y).
            backward(x, z) :- backward(x, y), edge(z, y).
            .decl degree(x: number, n: number)
            degree(x, n) :- edge(x, _), n = count : { edge(x, _) }.
            .decl same(x: number, y: number) eqrel
            same(x, y) :- edge(x, y), x < 100.
            .decl long(text: symbol)
            long(cat(text, "!")) :- name(x, text), !forward(x, x), backward(x, _).
            .output name, degree, long, same
            .printsize forward, backward
            """;

    @RepeatedTest(5)
    void strataAtTheSameTimeChangeNothingInTheAnswer() {
        assertThat(answer(WIDE, 4)).isEqualTo(answer(WIDE, 1));
    }

    @RepeatedTest(3)
    void threadsChangeNothingInTheAnswer() {
        assertThat(answer(LARGE, 4)).isEqualTo(answer(LARGE, 1));
    }

    @Test
    void aLimitMetByOneThreadEndsAll() {
        String endless = ".decl a(x: number, y: number) .output a "
                + "a(x, 0) :- x = range(0, 20000). a(x, y + 1) :- a(x, y).";
        assertThatThrownBy(() -> new EmbeddedEngine(1_000_000).run(request(endless, 4)))
                .isInstanceOfSatisfying(PadlogException.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.INCOMPLETE))
                .hasMessageContaining("1000000 rows");
    }

    private static String answer(String program, int threads) {
        return DatalogCase.print(new EmbeddedEngine().run(request(program, threads)));
    }

    private static EngineRequest request(String program, int threads) {
        return new EngineRequest(
                source(program), new Facts(new Symbols(), Map.of()), List.of(), threads, Optional.of(Duration.ofSeconds(60)));
    }

    private static ProgramSource source(String program) {
        return new ProgramSource("t.dl", program, (path, from) -> Optional.empty());
    }
}
