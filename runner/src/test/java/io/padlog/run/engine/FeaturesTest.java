package io.padlog.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.engine.souffle.SouffleEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small program for each feature and each error of the language; both engines must say what {@code features.txt} has. */
class FeaturesTest {
    private static final Path FILE = Path.of("src/test/resources/datalog/features.txt");
    private static final String ARROW = " => ";
    private static final String PRELUDE = """
            .type Id <: number
            .type Other <: number
            .type Name <: symbol
            .type Same = number
            .type Either = Id | Other
            .type P = [x: number, y: number]
            .type L = [head: number, tail: L]
            .type T = Leaf {} | Node { v: number, l: T, r: T }
            .type C = Red {} | Blue {}
            .decl n(x: number) n(1). n(2). n(3).
            .decl m(x: number) m(2). m(4).
            .decl e(x: number, y: number) e(1, 2). e(2, 3). e(3, 1). e(2, 2).
            .decl t(x: symbol) t("a"). t("b"). t("bc").
            .decl named(x: number, y: symbol) named(1, "one"). named(2, "b"). named(4, "a").
            .decl f(x: float) f(0.5). f(2.5).
            .decl u(x: unsigned) u(1). u(4000000000).
            .decl ids(x: Id) ids(1).
            .decl others(x: Other) others(2).
            .decl p(x: P)
            .decl l(x: L)
            .decl tree(x: T)
            .decl b(x: number)
            """;
    private static final int RULES_LINE = (int) PRELUDE.lines().count() + 2;

    /** A line of the file. */
    record Feature(String types, String rules, String expected) {
        static Optional<Feature> of(String line) {
            int bar = line.indexOf(" | ");
            int arrow = line.lastIndexOf(ARROW);
            return line.startsWith("#") || bar < 0 || arrow < 0 ? Optional.empty() : Optional.of(new Feature(
                    line.substring(0, bar), line.substring(bar + 3, arrow), line.substring(arrow + ARROW.length())));
        }

        String line(String answer) {
            return types + " | " + rules + ARROW + answer;
        }

        private String program() {
            StringBuilder columns = new StringBuilder();
            String[] names = types.split(" ");
            for (int column = 0; column < names.length; column++) {
                columns.append(column > 0 ? ", c" : "c").append(column).append(": ").append(names[column]);
            }
            return PRELUDE + ".decl a(" + columns + ") .output a\n" + rules + "\n";
        }

        /** The rows of a, or where and why the program is refused. */
        String answer(DatalogEngine engine) {
            ProgramSource source = new ProgramSource("t.dl", program(), (path, from) -> Optional.empty());
            try {
                return rows(engine.run(new EngineRequest(source, new Facts(new Symbols(), Map.of()), List.of(), 1,
                        Optional.of(Duration.ofSeconds(60)))));
            } catch (PadlogException e) {
                assertThat(e.status()).isEqualTo(ExitStatus.USAGE);
                String first = e.getMessage().lines().findFirst().orElse("");
                return "! " + first.replaceFirst("^t\\.dl:" + RULES_LINE + ":", "").replaceFirst("^t\\.dl:", "");
            }
        }

        private static String rows(EngineResult result) {
            List<String> rows = DatalogCase.print(result).lines()
                    .skip(1)
                    .map(row -> row.substring(2).replace('\t', ','))
                    .map(row -> row.isEmpty() ? "''" : row)
                    .toList();
            return rows.isEmpty() ? "nothing" : String.join("; ", rows);
        }

        boolean isRefused() {
            return expected.startsWith("!");
        }

        @Override
        public String toString() {
            return rules;
        }
    }

    private static Stream<Feature> features() throws IOException {
        return Files.readAllLines(FILE).stream().flatMap(line -> Feature.of(line).stream());
    }

    @Test
    void areAsWritten() throws IOException {
        DatalogEngine embedded = new EmbeddedEngine();
        List<String> written = Files.readAllLines(FILE);
        List<String> told = new ArrayList<>();
        for (String line : written) {
            told.add(Feature.of(line).map(feature -> feature.line(feature.answer(embedded))).orElse(line));
        }
        if (System.getProperty("golden", "compare").equals("update")) {
            Files.write(FILE, told);
        }
        assertThat(told).isEqualTo(Files.readAllLines(FILE));
    }

    @ParameterizedTest
    @MethodSource("features")
    void areTheSameInSouffle(Feature feature) {
        Optional<SouffleEngine> souffle = SouffleEngine.find(Optional.empty(), System.getenv(), warning -> { });
        assumeTrue(souffle.isPresent(), "Soufflé is not installed");
        String theirs = feature.answer(souffle.get());
        if (feature.isRefused()) {
            // Its words are others.
            assertThat(theirs).startsWith("! ");
        } else {
            assertThat(theirs).isEqualTo(feature.expected());
        }
    }
}
