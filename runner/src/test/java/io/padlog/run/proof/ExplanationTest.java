package io.padlog.run.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.engine.souffle.SouffleEngine;
import io.padlog.run.job.Deadline;
import io.padlog.run.job.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final String PROGRAM = """
            .type Pair = [left: number, right: symbol]
            .decl edge(x: number, y: number)
            .input edge
            .decl blocked(x: number)
            blocked(9).
            .decl path(x: number, y: number)
            path(x, y) :- edge(x, y).
            path(x, z) :- path(x, y), edge(y, z), !blocked(z).
            .decl named(p: Pair, s: symbol)
            named([x, s], s) :- path(1, x), s = cat("n", to_string(x)).
            .decl second(s: symbol)
            second(s) :- named([_, s], _).
            .decl degree(x: number, n: number)
            degree(x, n) :- edge(x, _), n = count : {edge(x, _)}.
            .decl same(x: number, y: number) eqrel
            same(x, y) :- edge(x, y), x < y.
            .decl counted(x: number, n: number)
            counted(x, autoinc()) :- blocked(x).
            .decl small(x: number)
            small(x) :- smaller(x).
            .decl smaller(x: number) inline
            smaller(x) :- edge(x, _), x < 2.
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\1', textBlock = """
            # row              => its derivation, | between lines
            edge(1, 2)         => edge(1, 2)  [fact]
            blocked(_)         => blocked(9)  [p.dl:5:1]
            path(1, 3)         => path(1, 3)  [p.dl:8:1]  x = 1, y = 2, z = 3|  !blocked(3)|  path(1, 2)  [p.dl:7:1]  x = 1, y = 2|    edge(1, 2)  [fact]|  edge(2, 3)  [fact]
            second("n4")       => second("n4")  [p.dl:12:1]  s = "n4"|  named([4, n4], "n4")  [p.dl:10:1]  x = 4, s = "n4"|    path(1, 4)  [p.dl:8:1]  x = 1, y = 3, z = 4|      !blocked(4)|      path(1, 3)  [p.dl:8:1]  x = 1, y = 2, z = 3|        !blocked(3)|        path(1, 2)  [p.dl:7:1]  x = 1, y = 2|          edge(1, 2)  [fact]|        edge(2, 3)  [fact]|      edge(3, 4)  [fact]
            degree(3, _)       => degree(3, 2)  [p.dl:14:1]  x = 3, n = 2|  edge(3, 1)  [fact]
            same(2, 1)         => same(2, 1)  [p.dl:15:7]  y = 1, x = 2|  same(1, 2)  [p.dl:16:1]  x = 1, y = 2|    edge(1, 2)  [fact]
            small(1)           => small(1)  [p.dl:20:1]  x = 1|  edge(1, 2)  [fact]
            counted(9, 0)      => counted(9, 0)  [no rule gives it again: a counter or a choice has made it]
            """)
    void showsARulesVariablesAndItsPremises(String row, String expected) throws IOException {
        assertThat(String.join("|", explain(new EmbeddedEngine(), row))).isEqualTo(expected);
    }

    @Test
    void isTheSameWithSouffle() throws IOException {
        Optional<SouffleEngine> souffle = SouffleEngine.find(Optional.empty(), System.getenv(), warning -> { });
        Assumptions.assumeTrue(souffle.isPresent(), "Soufflé is not installed");
        for (String row : List.of("path(1, 4)", "second(\"n4\")", "same(2, 1)")) {
            assertThat(explain(souffle.get(), row)).isEqualTo(explain(new EmbeddedEngine(), row));
        }
    }

    @Test
    void aPremiseOfTwoRowsIsShownOnce() throws IOException {
        assertThat(explain(new EmbeddedEngine(), "path(1, 1)")).filteredOn(line -> line.contains("path(1, 2)  [p.dl")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\1', textBlock = """
            path(1, 77)   => --explain: no row of 'path' is like this
            pat(1, 2)     => --explain: unknown relation 'pat'
            path(1)       => --explain: 'path' has 2 columns, not 1
            path(1, 2     => --explain path(1, 2: wants a row
            path(1, 1+1)  => --explain: columns are numbers
            """)
    void refusesWhatIsNoRow(String row, String said) {
        assertThatThrownBy(() -> explain(new EmbeddedEngine(), row))
                .isInstanceOf(PadlogException.class)
                .hasMessageStartingWith(said);
    }

    private List<String> explain(DatalogEngine engine, String row) throws IOException {
        Path file = folder.resolve("p.dl");
        Files.writeString(file, PROGRAM);
        Table edges = new Table(2);
        for (int[] edge : new int[][] {{1, 2}, {2, 3}, {3, 1}, {3, 4}, {4, 9}}) {
            edges.add(edge);
        }
        Query query = new Query(engine, QueryResources.installed());
        Query.Options options = new Query.Options(1, Deadline.in(Optional.empty()));
        return query.explainFile(file, row, new Facts(new Symbols(), Map.of("edge", edges)), options).stream()
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }
}
