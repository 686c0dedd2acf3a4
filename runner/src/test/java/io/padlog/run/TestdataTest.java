package io.padlog.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extractor;
import io.padlog.extract.facts.FactSelection;
import io.padlog.extract.source.Language;
import io.padlog.run.catalog.ApiTables;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.OwnLocks;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.engine.souffle.SouffleEngine;
import io.padlog.run.explain.LockExplainer;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.job.Check;
import io.padlog.run.job.Deadline;
import io.padlog.run.job.Extract;
import io.padlog.run.job.SourceReader;
import io.padlog.run.job.SourceRoots;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each driver in {@code testdata/} gives the findings that are written beside its lines, and no others, with either engine.
 */
class TestdataTest {
    private static final Path TESTDATA = Path.of("../testdata");
    private static final QueryResources RESOURCES = QueryResources.installed();
    private static final String PAIR = "// pair: ";
    private static final Optional<SouffleEngine> SOUFFLE =
            SouffleEngine.find(Optional.empty(), System.getenv(), warning -> { });

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsExpected(Path driver) throws IOException {
        assertThat(Expectation.of(check(driver, new EmbeddedEngine()).findings(), Confidence.MEDIUM))
                .containsExactlyElementsOf(new TreeSet<>(Expectation.in(TESTDATA.resolve(driver))));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void bothEnginesSayTheSame(Path drivers) {
        assumeTrue(SOUFFLE.isPresent(), "needs Soufflé: put it on PATH or name it in PADLOG_SOUFFLE");
        CheckResult embedded = check(drivers, new EmbeddedEngine());
        CheckResult souffle = check(drivers, SOUFFLE.orElseThrow());
        assertThat(souffle.findings()).isEqualTo(embedded.findings());
        assertThat(souffle.verdicts()).isEqualTo(embedded.verdicts());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void factsThatRulesDoNotReadChangeNothing(Path drivers) {
        SourceReader whole = (roots, options) -> Extractor.extract(roots, options.writing(FactSelection.ALL));
        CheckResult all = check(drivers, whole, new EmbeddedEngine());
        CheckResult selected = check(drivers, new EmbeddedEngine());
        assertThat(selected.findings()).isEqualTo(all.findings());
        assertThat(selected.verdicts()).isEqualTo(all.verdicts());
        assertThat(selected.graphs()).isEqualTo(all.graphs());
    }

    /** All that lies in one folder is checked at once: it is the engines that are compared. */
    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(TESTDATA)) {
            return folders.filter(folder -> !folder.getFileName().toString().equals("broken"))
                    .filter(Files::isDirectory)
                    .map(TESTDATA::relativize)
                    .sorted()
                    .toList();
        }
    }

    /** A source that lies in a folder of cases is one, and so is each folder that lies there. */
    static List<Path> cases() throws IOException {
        return folders().stream().map(TESTDATA::resolve).flatMap(TestdataTest::inFolder).sorted().toList();
    }

    private static Stream<Path> inFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isDirectory(file) || Language.of(file.toString()).isPresent())
                    .map(TESTDATA::relativize)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CheckResult check(Path driver, DatalogEngine engine) {
        return check(driver, Extractor::extract, engine);
    }

    private static CheckResult check(Path driver, SourceReader reader, DatalogEngine engine) {
        QueryResources resources = withOwnLocks(TESTDATA.resolve(driver));
        ExtractOptions options = ExtractOptions.plain(Extract.platform(ApiTables.of(resources)));
        Check check = new Check(reader, engine, new LockExplainer(), new QueryIncludes(resources, FileSystems.getDefault()));
        return check.run(new Check.Options(new SourceRoots(List.of(TESTDATA.resolve(driver))), options,
                Catalog.of(resources).rules(), Confidence.LOW, Deadline.in(Optional.empty())));
    }

    /** A source names pairs of its own in lines {@code // pair: Acquire:Release}; a file {@code pairs.dl} has tables of them. */
    private static QueryResources withOwnLocks(Path driver) {
        try (Stream<Path> files = Files.walk(driver)) {
            List<String> pairs = new ArrayList<>();
            List<Path> tables = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.endsWith("pairs.dl")) {
                    tables.add(file);
                } else if (file.toString().endsWith(".c")) {
                    Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith(PAIR))
                            .forEach(line -> pairs.add(line.substring(PAIR.length())));
                }
            }
            return OwnLocks.added(pairs, tables, RESOURCES);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A finding as testdata writes it: {@code // expect: RULE lock=PATH acquire=[FILE:]LINE kind=KIND confidence=TIER}. */
    record Expectation(String place, String rule, String kind, String confidence, String lock, String acquire)
            implements Comparable<Expectation> {
        private static final String MARK = "// expect: ";

        static List<Expectation> of(List<Finding> findings, Confidence floor) {
            return findings.stream()
                    .filter(finding -> finding.confidence().atLeast(floor))
                    .map(finding -> new Expectation(finding.at().file() + ":" + finding.at().line(), finding.rule(),
                            finding.kind().id(), finding.confidence().id(), finding.lock(),
                            finding.acquire().map(at -> fileName(at.file()) + ":" + at.line()).orElse("")))
                    .sorted()
                    .toList();
        }

        static List<Expectation> in(Path driver) throws IOException {
            Path base = Files.isDirectory(driver) ? driver : driver.getParent();
            try (Stream<Path> files = Files.walk(driver)) {
                return files.filter(file -> file.toString().matches(".*\\.(c|cpp|h)"))
                        .flatMap(file -> inFile(file, base.relativize(file).toString().replace('\\', '/')))
                        .toList();
            }
        }

        private static Stream<Expectation> inFile(Path file, String name) {
            try {
                List<String> lines = Files.readAllLines(file);
                Stream.Builder<Expectation> found = Stream.builder();
                for (int line = 1; line <= lines.size(); line++) {
                    String[] parts = lines.get(line - 1).split(MARK);
                    for (int part = 1; part < parts.length; part++) {
                        found.add(parse(parts[part].trim(), name, line));
                    }
                }
                return found.build();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Expectation parse(String text, String file, int line) {
            String acquire = field(text, "acquire", "");
            boolean hasFile = acquire.isEmpty() || acquire.contains(":");
            return new Expectation(file + ":" + line, text.split(" ")[0], field(text, "kind", "held-at-return"),
                    field(text, "confidence", "high"), field(text, "lock", ""),
                    hasFile ? acquire : fileName(file) + ":" + acquire);
        }

        private static String field(String text, String name, String otherwise) {
            int start = text.indexOf(" " + name + "=");
            if (start < 0) {
                return otherwise;
            }
            String value = text.substring(start + name.length() + 2);
            return value.split(" (?=(lock|acquire|kind|confidence)=)")[0].trim();
        }

        private static String fileName(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public int compareTo(Expectation other) {
            return toString().compareTo(other.toString());
        }
    }
}
