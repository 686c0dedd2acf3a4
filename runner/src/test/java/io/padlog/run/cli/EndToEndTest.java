package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.padlog.run.Golden;
import io.padlog.run.cli.Session.Outcome;
import io.padlog.run.engine.souffle.SouffleEngine;
import io.padlog.run.job.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as it is installed, on the driver that the README shows. */
class EndToEndTest {
    private static final String DRIVER = Path.of("../testdata/drivers/ringbuf").toString();
    private static final String BROKEN = Path.of("../testdata/broken").toString();
    private static final String CALLBACKS = "answer(name, role) :- callback(f, role, _), "
            + "calls_name(f, \"WdfSpinLockAcquire\"), function(f, _, name, _, _)";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "souffle"})
    void checkShowsTheLeakWithItsPath(String engine) {
        Outcome outcome = run(engine, "check", "--engine", engine, "--rule", "WdfSpinlock,WdfSpinlockRelease", DRIVER);
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        Golden.assertMatches(getClass(), "ringbuf.txt", outcome.out());
        assertThat(run(engine, "check", "--engine", engine, "--fail-on", "none", DRIVER).status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "souffle"})
    void aPairOfTheProjectsOwnIsCheckedAndAskedFor(String engine) {
        String driver = Path.of("../testdata/own/lock_by_value_clean.c").toString();
        String pair = "SealTryTake(1)=nonzero:SealDrop(1)";
        assertThat(run(engine, "check", "-q", "--engine", engine, "--pair", pair, "--rule", "own", driver))
                .isEqualTo(new Outcome(0, "", ""));
        String wrong = "SealTryTake(1)=zero:SealDrop(1)";
        assertThat(run(engine, "check", "--engine", engine, "--format", "csv", "--pair", wrong, "--rule", "own",
                "--min-confidence", "medium", driver).out())
                .contains(",own/SealTryTake,held-at-return,medium,lock_by_value_clean.c,19,");
        String question = "lock_api(callee, _, _, \"nonzero\", \"SealTryTake:SealDrop\"), call(_n, _, callee), located(_n, _, line, _)";
        assertThat(run(engine, "query", "--engine", engine, "--format", "csv", "--pair", pair, "-e", question, driver).out())
                .isEqualToNormalizingNewlines("callee,line\nSealTryTake,18\n");
        assertThat(run(engine, "rules", "--pair", pair, "own/SealTryTake").out()).startsWith("own/SealTryTake: A lock of your own");
    }

    @Test
    void listsUnitsAndTheMacrosThatSelectCode() {
        String driver = Path.of("../testdata/kmdf/hidden_by_condition.c").toString();
        String units = """
                .  [folder]  1 source, 0 headers
                  hidden_by_condition.c (32 lines)
                . [SUPPORT_TRACE=1]  [folder]  1 source, 0 headers
                  read again with -D SUPPORT_TRACE=1
                """;
        String conditions = "SUPPORT_TRACE  undecided  11 lines hidden in 1 place, first at hidden_by_condition.c:14\n";
        assertThat(run("embedded", "check", "--list-units", driver)).isEqualTo(new Outcome(0, units, ""));
        assertThat(run("embedded", "extract", "-q", "--list-units", "--list-conditions", driver))
                .isEqualTo(new Outcome(0, units + conditions, ""));
        assertThat(run("embedded", "check", "--list-conditions", "-D", "SUPPORT_TRACE", driver).out())
                .isEqualTo("SUPPORT_TRACE  decided  4 lines hidden in 1 place, first at hidden_by_condition.c:26\n");
        assertThat(run("embedded", "extract", driver).err()).isEqualTo("no folder for the facts; name one with -o DIR\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "souffle"})
    void aLineOfDatalogTellsWhichCallbacksTakeALock(String engine) {
        Outcome outcome = run(engine, "query", "--engine", engine, "-e", CALLBACKS, DRIVER);
        assertThat(outcome.err()).isEmpty();
        Golden.assertMatches(getClass(), "ringbuf_query.txt", outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "souffle"})
    void factsOnDiskAnswerLikeSources(String engine) {
        String facts = folder.resolve("facts").toString();
        assertThat(run(engine, "extract", DRIVER, "-o", facts).status()).isZero();
        Outcome outcome = run(engine, "query", "--engine", engine, "-e", CALLBACKS, "--facts", facts);
        Golden.assertMatches(getClass(), "ringbuf_query.txt", outcome.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "souffle"})
    void aQueryFileIncludesTheLibraryFromAnywhereAndPrintsEachOutput(String engine) throws IOException {
        Path query = Files.writeString(folder.resolve("mine.dl"), """
                .include "lib/calls.dl"
                .decl bugcheck(name: symbol)
                .output bugcheck
                bugcheck(name) :- calls_name(f, "KeBugCheck"), function(f, _, name, _, _).
                .decl entries(n: number)
                .output entries
                entries(n) :- n = count : { entry(_, _) }.
                """);
        Outcome outcome = run(engine, "query", "--engine", engine, query.toString(), DRIVER);
        assertThat(outcome.out()).isEqualTo("""
                bugcheck:
                name
                ----
                (0 rows)

                entries:
                 n
                --
                15
                (1 row)

                """);
        assertThat(run(engine, "query", "--engine", engine, "--format", "csv", query.toString(), DRIVER).err()).isEqualTo(
                "the query prints several relations (bugcheck, entries), a CSV file holds one; choose with --relation NAME\n");
        assertThat(run(engine, "query", "--engine", engine, "--format", "csv", "--relation", "entries", query.toString(), DRIVER)
                .out()).isEqualTo("n\r\n15\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "souffle"})
    void anErrorInAProgramIsToldWithItsPlace(String engine) {
        Outcome file = run(engine, "query", "--engine", engine, BROKEN + "/typo.dl", DRIVER);
        assertThat(file.status()).isEqualTo(2);
        assertThat(file.err()).startsWith(BROKEN + "/typo.dl:9:49: ").contains("egde").hasLineCount(1);
        Outcome body = run(engine, "query", "--engine", engine, "-e", "entry(f, n),\ncal(n, _, _)", DRIVER);
        assertThat(body.status()).isEqualTo(2);
        assertThat(body.err()).startsWith("-e:2:1: ").hasLineCount(1);
    }

    @Test
    void soufflesNeedIsOneLine() {
        Outcome outcome = run("embedded", "check", "--engine", "souffle", "--souffle", "/no/souffle", DRIVER);
        assertThat(outcome.status()).isEqualTo(4);
        assertThat(outcome.err()).contains("/no/souffle").contains("--engine embedded").hasLineCount(1);
    }

    @Test
    void brokenSourcesAreReadAsFarAsTheyGo() {
        Outcome outcome = run("embedded", "check", "--engine", "embedded", "--format", "csv", BROKEN);
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("cut_in_function.c,24,").contains("unbalanced_brace.c,24,").contains("utf16.c,24,");
    }

    private static Outcome run(String engine, String... args) {
        Map<String, String> environment = System.getenv();
        assumeTrue(engine.equals("embedded") || SouffleEngine.find(Optional.empty(), environment, warning -> { }).isPresent(),
                "Soufflé is not installed");
        return Session.run(Wiring.installed(environment), args);
    }
}
