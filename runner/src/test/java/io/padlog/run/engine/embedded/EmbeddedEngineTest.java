package io.padlog.run.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.DatalogCase;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.EngineResult;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedEngineTest {
    private static Stream<DatalogCase> cases() throws IOException {
        return DatalogCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsExpected(DatalogCase program) throws IOException {
        String answer = DatalogCase.print(new EmbeddedEngine().run(program.request()));
        if (System.getProperty("golden", "compare").equals("update")) {
            Files.writeString(program.expected(), answer);
        }
        assertThat(answer).isEqualTo(Files.readString(program.expected()));
    }

    private static EngineRequest request(String program, Map<String, Table> facts, List<String> wanted, Duration timeout) {
        ProgramSource source = new ProgramSource("t.dl", program, (path, from) -> Optional.empty());
        return new EngineRequest(source, new Facts(new Symbols(), facts), wanted, 1, Optional.of(timeout));
    }

    private static EngineResult run(String program, List<String> wanted) {
        return new EmbeddedEngine().run(request(program, Map.of(), wanted, Duration.ofSeconds(20)));
    }

    private static AbstractThrowableAssert<?, ?> assertFails(EngineRequest request, ExitStatus status) {
        return assertThatThrownBy(() -> new EmbeddedEngine(1_000_000).run(request))
                .isInstanceOfSatisfying(PadlogException.class, e -> assertThat(e.status()).isEqualTo(status));
    }

    @Test
    void wantedRelationsComeInsteadOfOutputsInDeclaredOrder() {
        String program = """
            .decl a(x: number) .decl b(x: number) .decl c(x: number)
            a(1). b(x + 1) :- a(x). c(x / 0) :- a(x).
            .output c
            """;
        assertThat(run(program, List.of("b", "a")).relations().keySet()).containsExactly("a", "b");
    }

    /** Soufflé drops one of two equal atoms first and then refuses the plan, so that this is no case for both. */
    @Test
    void aPlanMayNameTwoEqualAtoms() {
        String program = ".decl e(x: number, y: number) e(1, 2). .decl a(x: number) a(1). a(y) :- a(x), e(x, y), e(x, y). .plan 0:(3,1,2)";
        assertThat(run(program, List.of("a")).relations().get("a").rows().rows()).isEqualTo(2);
    }

    @Test
    void onlyWhatIsWantedIsComputed() {
        String program = """
            .decl a(x: number) .decl c(x: number)
            a(1). c(x / 0) :- a(x).
            """;
        assertThat(run(program, List.of("a")).relations().get("a").rows().rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        .decl a(x: number) a(1)                                        => t.dl:1:
        .decl a(x: number) a(y) :- b(y).                               => t.dl:1:
        .decl a(x: number) .output a a(1). a(x / 0) :- a(x).           => division by zero
        .decl a(x: number) .output a a(1). a(x % 0) :- a(x).           => division by zero
        .decl a(x: number) .output a a(-2147483648). a(x / y) :- a(x), y = -1. => no number of 32 bits
        .decl a(x: number) .output a a(to_number("7up")).              => "7up" is not a number
        .functor f(x: number): number .decl a(x: number) .output a a(@f(1)). => '@f'
        """)
    void tellsWhatIsWrongWithAProgram(String program, String message) {
        assertFails(request(program, Map.of(), List.of(), Duration.ofSeconds(20)), ExitStatus.USAGE)
                .hasMessageContaining(message);
    }

    @Test
    void refusesFactsOfAnotherWidth() {
        String program = ".decl a(x: number) .input a .output a";
        assertFails(request(program, Map.of("a", new Table(2)), List.of(), Duration.ofSeconds(20)), ExitStatus.USAGE)
                .hasMessageContaining("'a'");
    }

    @Test
    void refusesToShowAnUnknownRelation() {
        assertFails(request(".decl a(x: number)", Map.of(), List.of("b"), Duration.ofSeconds(20)), ExitStatus.USAGE)
                .hasMessageContaining("'b'");
    }

    @Test
    void anEndlessRecursionMeetsTheRowLimit() {
        String program = ".decl a(x: number) .output a a(0). a(x + 1) :- a(x).";
        assertFails(request(program, Map.of(), List.of(), Duration.ofSeconds(60)), ExitStatus.INCOMPLETE)
                .hasMessageContaining("'a'");
    }

    @Test
    void aSumMayHaveMoreTermsThanTheStackHasRoomFor() {
        String program = ".decl a(x: number) .output a a(1" + " + 1".repeat(49_999) + ").";
        EngineResult.Relation a = run(program, List.of()).relations().get("a");
        assertThat(a.rows().get(0, 0)).isEqualTo(50_000);
    }

    @Test
    void aLongJoinMeetsTheTimeOut() {
        String program = """
            .decl n(x: number) .decl a(x: number) .output a
            n(x) :- x = range(0, 3000).
            a(x) :- n(x), n(y), n(z), n(v), x + y + z + v = -1.
            """;
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertFails(
                        request(program, Map.of(), List.of(), Duration.ofMillis(200)), ExitStatus.INCOMPLETE)
                .hasMessageContaining("0.2 s"));
    }

    /** Ordering so many atoms takes minutes. */
    @Test
    void planningAHugeBodyMeetsTheTimeOut() {
        StringBuilder body = new StringBuilder("r(x0) :- e(x0, x1)");
        for (int i = 1; i < 20_000; i++) {
            body.append(", e(x").append(i).append(", x").append(i + 1).append(')');
        }
        String program = ".decl e(x: number, y: number) e(1, 2). .decl r(x: number) .output r\n" + body + ".";
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertFails(
                        request(program, Map.of(), List.of(), Duration.ofMillis(200)), ExitStatus.INCOMPLETE)
                .hasMessageContaining("0.2 s"));
    }

    @Test
    void aPatternThatTriesEverythingMeetsTheTimeOut() {
        String program = """
            .decl a(x: symbol) .output a
            a(x) :- x = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", match("(a|aa)+\\\\1c", x).
            """;
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertFails(
                        request(program, Map.of(), List.of(), Duration.ofMillis(200)), ExitStatus.INCOMPLETE)
                .hasMessageContaining("0.2 s"));
    }

    @Test
    void dropsDuplicatesBeforeRowsAreScanned() {
        Table table = new Table(2);
        int[][] rows = {{1, 1}, {1, 1}, {1, 1}, {2, 3}, {3, 2}, {4, 5}, {5, 4}};
        for (int[] row : rows) {
            table.add(row);
        }
        String program = """
            .decl r(x: number, y: number) .input r
            .decl a(x: number) .output a
            a(x) :- r(x, y), x != 1, r(y, x).
            """;
        EngineRequest request = request(program, Map.of("r", table), List.of(), Duration.ofSeconds(20));
        assertThat(new EmbeddedEngine().run(request).relations().get("a").rows().rows()).isEqualTo(4);
    }

    @Test
    void relationsThatNothingNeedsAnyMoreDoNotCountForTheLimit() {
        StringBuilder program = new StringBuilder(".decl a0(x: number) a0(x) :- x = range(0, 300000).\n");
        for (int i = 1; i < 8; i++) {
            program.append(".decl a").append(i).append("(x: number) a").append(i).append("(x) :- a").append(i - 1).append("(x).\n");
        }
        EngineRequest request = request(program.toString(), Map.of(), List.of("a7"), Duration.ofSeconds(20));
        assertThat(new EmbeddedEngine(1_000_000).run(request).relations().get("a7").rows().rows()).isEqualTo(300_000);
    }

    @Test
    void anInterruptEndsTheEvaluation() {
        Thread.currentThread().interrupt();
        try {
            assertFails(request(".decl a(x: number) .output a a(1).", Map.of(), List.of(), Duration.ofSeconds(20)),
                    ExitStatus.INCOMPLETE);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void theRequestsFactsStayAsTheyAre() {
        Table table = new Table(1);
        table.add(5);
        table.add(5);
        EngineRequest request = request(
                ".decl a(x: number) .input a .output a a(6).", Map.of("a", table), List.of(), Duration.ofSeconds(20));
        assertThat(new EmbeddedEngine().run(request).relations().get("a").rows().rows()).isEqualTo(2);
        assertThat(table.rows()).isEqualTo(2);
    }
}
