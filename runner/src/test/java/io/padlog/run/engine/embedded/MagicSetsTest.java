package io.padlog.run.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.engine.DatalogCase;
import io.padlog.run.engine.EngineRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagicSetsTest {
    private static final String GRAPH = """
            .decl e(x: number, y: number)
            e(1, 2). e(2, 3). e(3, 1). e(3, 4). e(7, 8). e(8, 9). e(9, 7).
            .decl path(x: number, y: number)
            .decl a(x: number)
            .output a
            """;
    private static final String PATH = "path(x, y) :- e(x, y). path(x, z) :- path(x, y), e(y, z). ";

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # rules => how path is computed => rows of a
        PATH a(y) :- path(2, y).                                              => for [0]          => 1 2 3 4
        PATH a(x) :- path(x, 4).                                              => for [1]          => 1 2 3
        PATH a(1) :- path(7, 9), !e(7, 9).                                    => for [0, 1]       => 1
        PATH a(y) :- path(2, y). a(y) :- path(7, y).                          => for [0]          => 1 2 3 4 7 8 9
        PATH a(x) :- e(x, _), path(x, x).                                     => whole            => 1 2 3 7 8 9
        PATH a(y) :- path(2, y), !path(3, y).                                 => whole            => ``
        PATH a(c) :- path(2, c), 1 = count : { path(c, 4) }.                  => whole            => 1 2 3
        path(x, y) :- e(x, y). path(x, z) :- e(x, y), path(y, z). a(y) :- path(8, y).     => for [0] => 7 8 9
        path(x, y) :- e(x, y). path(x, z) :- e(x, y), path(y, z). a(x) :- path(x, 4).     => for [1] => 1 2 3
        path(x, y) :- e(x, y). path(x, z) :- path(x, y), path(y, z). a(y) :- path(8, y).  => for [0] => 7 8 9
        path(1, 1). path(x, y + 1) :- path(x, y), y < 4. a(y) :- path(1, y).              => for [0] => 1 2 3 4
        path(1, 1). path(x + 1, y) :- path(x, y), x < 4. a(y) :- path(3, y).              => whole => 1
        .decl odd(x: number) path(x, x) :- e(x, _). odd(y) :- path(_, x), e(x, y). path(x, y) :- odd(x), e(x, y). a(y) :- path(2, y). => for [0] => 2 3
        """)
    void computesWhatIsAskedFor(String rules, String how, String rows) {
        String program = GRAPH + rules.replace("PATH ", PATH);
        CheckedProgram rewritten = MagicSets.rewrite(EmbeddedEngine.checked(source(program)), Set.of("a"));
        List<String> made = rewritten.relations().keySet().stream()
                .filter(name -> name.startsWith("path{"))
                .map(name -> "for " + name.substring("path{".length(), name.length() - 1))
                .toList();
        assertThat(made.isEmpty() ? "whole" : made.get(0)).isEqualTo(how);
        String answer = DatalogCase.print(new EmbeddedEngine().run(request(program)));
        assertThat(answer.lines().skip(1).map(String::strip).toList())
                .isEqualTo(rows.isEmpty() ? List.of() : List.of(rows.split(" ")));
    }

    /** All paths of this graph would be 200 million rows. */
    @Test
    void aPointOfALargeClosureIsFoundAtOnce() {
        String program = """
                .decl e(x: number, y: number)
                e(x, x + 1) :- x = range(0, 20000).
                .decl path(x: number, y: number)
                path(x, y) :- e(x, y).
                path(x, z) :- e(x, y), path(y, z).
                .decl a(x: number)
                .output a
                a(x) :- path(x, 5).
                """;
        assertThat(new EmbeddedEngine(1_000_000).run(request(program)).relations().get("a").rows().rows()).isEqualTo(5);
    }

    private static ProgramSource source(String program) {
        return new ProgramSource("t.dl", program, (path, from) -> Optional.empty());
    }

    private static EngineRequest request(String program) {
        return new EngineRequest(
                source(program), new Facts(new Symbols(), Map.of()), List.of(), 1, Optional.of(Duration.ofSeconds(30)));
    }
}
