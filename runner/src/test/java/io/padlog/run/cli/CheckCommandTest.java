package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.cli.Session.Outcome;
import io.padlog.run.job.Wiring;
import io.padlog.run.report.SampleResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    @TempDir Path folder;
    private String driver;
    private final FakeWiring finding = new FakeWiring(true);

    @BeforeEach
    void aDriver() throws IOException {
        Path source = Files.createDirectories(folder.resolve("driver/src"));
        Files.writeString(source.resolve("ring.c"), SampleResult.SOURCE);
        driver = folder.resolve("driver").toString();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # options                                      => exit status
            -q                                             => 1
            --fail-on high                                 => 1
            --fail-on none                                 => 0
            --fail-on none --strict                        => 3
            --fail-on none --rule WdfSpinlockRelease       => 0
            --fail-on high --strict                        => 1
            --rule nosuch                                  => 2
            --timeout -1                                   => 2
            -j 0                                           => 2
            --engine souffle                               => 4
            """)
    void exitStatus(String options, int status) {
        assertThat(check(finding, options.strip().split(" ")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # options                                 => findings shown of one high and one medium
            -q                                        => 1
            --min-confidence medium                   => 2
            --fail-on medium                          => 2
            --fail-on medium --min-confidence high    => 1
            --fail-on none --min-confidence low       => 2
            """)
    void showsWhatIsSureEnough(String options, int shown) {
        String out = check(finding, (options.strip() + " --format csv").split(" ")).out();
        assertThat(out.lines().count() - 1).isEqualTo(shown);
    }

    @Test
    void textGoesToStandardOutputWithPathAndSummary() {
        Outcome outcome = check(finding);
        assertThat(outcome.out())
                .startsWith("src/ring.c:6:3: error: RingRead returns with ring->Lock held [WdfSpinlockRelease]\n"
                        + "    6 | \t\treturn;\n")
                .contains("WdfSpinlockRelease  wdm-sample  Not applicable: not a KMDF driver")
                .endsWith("1 finding (and 1 of lower confidence: --min-confidence low shows them)\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void csvLeavesTheSummaryToStandardError() {
        Outcome outcome = check(finding, "--format", "csv");
        assertThat(outcome.out().lines()).hasSize(2);
        assertThat(outcome.err()).contains("read: 2 units");
        assertThat(check(finding, "--format", "csv", "-q").err()).isEmpty();
    }

    @Test
    void writesFilesInsteadOfStandardOutput() {
        Path csv = folder.resolve("findings.csv");
        Path steps = folder.resolve("steps.csv");
        Outcome outcome = check(finding, "--format", "csv", "-o", csv.toString(), "--steps", steps.toString());
        assertThat(outcome.out()).isEmpty();
        assertThat(csv).content().startsWith("finding_id,rule,").hasLineCount(2);
        assertThat(steps).content().startsWith("finding_id,step,").hasLineCount(7);
    }

    @Test
    void writesSeveralReportsAtOnce() {
        Path sarif = folder.resolve("out.sarif");
        Path junit = folder.resolve("junit.xml");
        Outcome outcome = check(finding, "--format", "sarif=" + sarif, "--format", "text", "--format", "junit=" + junit);
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("src/ring.c:6:3: error: ");
        assertThat(sarif).content().contains("\"exitCode\":1");
        assertThat(junit).content().startsWith("<?xml");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # options                              => complaint
            --format xml                           => --format xml: unknown; one of text, csv, json, jsonl, sarif, html, msvc, junit
            --format csv --format json             => two reports go to standard output; name a file for one: --format csv=FILE
            --format csv=a.txt --format json=a.txt => two reports go to a.txt; name a file for one: --format csv=FILE
            """)
    void refusesReportsThatCannotBeWritten(String options, String complaint) {
        assertOneLine(check(finding, options.strip().split(" ")), 2, complaint);
        assertThat(finding.extractions).as("told before the work begins").isEmpty();
    }

    @Test
    void verboseNamesTheEngineFirstAndTheMemoryLast() {
        assertThat(check(finding, "-v").err()).startsWith("engine: fake 1.0\n").containsPattern("\nmemory: at most \\d+ MiB of heap, \\d+ MiB allowed\n$");
    }

    /** Where memory is short is told plainly, whichever thread finds it. */
    @Test
    void shortMemoryIsNoBug() {
        Wiring wiring = new FakeWiring(false).wiring();
        Wiring hungry = new Wiring((roots, options) -> {
            throw new CompletionException(new OutOfMemoryError("Java heap space"));
        }, wiring.engines(), wiring.explainer());
        Outcome outcome = Session.run(hungry, "check", "-v", driver);
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).containsPattern("out of memory with \\d+ MiB of heap; give more: PADLOG_JAVA_OPTS=-Xmx8g").doesNotContain("bug", "\tat ");
    }

    @Test
    void silenceIsStatusZero() {
        Outcome outcome = check(new FakeWiring(false));
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).endsWith("0 findings\n");
    }

    @Test
    void aTimeOutIsToldAndIsStatusThree() {
        Outcome outcome = check(new FakeWiring(false).thatStops(), "--timeout", "1", "--rule", "WdfSpinlock");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.out()).contains("WdfSpinlock  (units that were given up)  Inconclusive: stopped by the time-out of 1 s");
    }

    @Test
    void optionsReachExtractorAndEngine() {
        check(finding, "-D", "DBG", "-DLEVEL=3", "-U", "_WIN64", "-I", "inc", "--exclude", "**/gen/*", "-j", "3",
                "--timeout", "60", "--rule", "wdfspinlock");
        assertThat(finding.extractions).singleElement().satisfies(options -> {
            assertThat(options.defines()).isEqualTo(Map.of("DBG", "1", "LEVEL", "3"));
            assertThat(options.undefines()).containsExactly("_WIN64");
            assertThat(options.includeFolders()).containsExactly(Path.of("inc"));
            assertThat(options.excludes()).containsExactly("**/gen/*");
            assertThat(options.threads()).isEqualTo(3);
            assertThat(options.platform().noreturn()).contains("KeBugCheckEx");
        });
        assertThat(finding.requests).singleElement().satisfies(request -> {
            assertThat(request.threads()).isEqualTo(3);
            assertThat(request.timeout()).hasValueSatisfying(left -> assertThat(left).isPositive());
            assertThat(request.program().text()).isEqualTo(".include \"padlog:rules/kmdf/WdfSpinlock.dl\"\n");
        });
    }

    @Test
    void badInputIsOneLineThatSaysWhatToDo() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String missing = folder.resolve("missing").toString();
        assertOneLine(run("check", missing), 2, missing + ": no such file or folder; name the folder of a driver");
        assertOneLine(run("check", empty.toString()), 2, empty + ": holds no C or C++ source files (*.c, *.cpp, *.cc, *.cxx)");
        assertOneLine(run("check", "-o", missing + "/out.csv", driver), 2,
                missing + "/out.csv: cannot be written: no such file or folder");
        assertOneLine(run("check", "--engine", "souffle", driver), 4,
                "souffle: not found; install it, or use --engine embedded");
        assertOneLine(run("check", "--rule", "WdfSpinlokRelease", driver), 2,
                "unknown rule 'WdfSpinlokRelease'; did you mean 'WdfSpinlockRelease'?");
    }

    private static void assertOneLine(Outcome outcome, int status, String message) {
        assertThat(outcome.err()).isEqualTo(message + "\n");
        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.out()).isEmpty();
    }

    private Outcome run(String... args) {
        return Session.run(finding.wiring(), args);
    }

    private Outcome check(FakeWiring wiring, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "check";
        System.arraycopy(options, 0, args, 1, options.length);
        args[options.length + 1] = driver;
        return Session.run(wiring.wiring(), args);
    }
}
