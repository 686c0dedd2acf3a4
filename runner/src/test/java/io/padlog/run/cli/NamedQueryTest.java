package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.Golden;
import io.padlog.run.catalog.NamedQuery;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.cli.Session.Outcome;
import io.padlog.run.engine.souffle.SouffleEngine;
import io.padlog.run.job.Wiring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Each question is asked as the example in its file asks it. */
class NamedQueryTest {
    @TempDir static Path folder;

    @BeforeAll
    static void facts() {
        for (String source : List.of("testdata/drivers/ringbuf", "testdata/questions")) {
            run("extract", "../" + source, "-o", facts(source));
        }
    }

    private static String facts(String source) {
        return folder.resolve(source.replace('/', '-')).toString();
    }

    static List<NamedQuery> questions() {
        return NamedQuery.all(QueryResources.installed());
    }

    @Test
    void thereAreMany() {
        assertThat(questions()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void bothEnginesAnswerTheExampleAlike(NamedQuery question) {
        assertThat(question.example()).startsWith("padlog query " + question.name() + " testdata/");
        Outcome outcome = ask(question, "embedded");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().count()).as("an example that finds nothing shows nothing").isGreaterThan(1);
        Golden.assertMatches(getClass(), "ask/" + question.name() + ".csv", outcome.out());
        if (SouffleEngine.find(Optional.empty(), System.getenv(), warning -> { }).isPresent()) {
            assertThat(ask(question, "souffle").out()).isEqualTo(outcome.out());
        }
    }

    private static Outcome ask(NamedQuery question, String engine) {
        List<String> args = new ArrayList<>(List.of(question.example().split(" ")));
        args.remove(0);
        args.set(2, "--facts=" + facts(args.get(2)));
        args.addAll(1, List.of("--engine", engine, "--format", "csv"));
        return run(args.toArray(String[]::new));
    }

    @Test
    void allAreListedWithTheirParameters() {
        Golden.assertMatches(getClass(), "ask/list.txt", run("query", "--list").out());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # command                             => complaint
            query caller_of                       => unknown query 'caller_of'; did you mean 'callers_of'?
            query call(n,_,_)                     => a question in Datalog comes after -e: padlog query -e 'call(n,_,_)' ...
            query callers_of                      => callers_of: wants function (the function's name; it needs no body here) after '--'; for example: padlog query callers_of testdata/drivers/ringbuf -- WdfSpinLockAcquire
            query callbacks -- x                  => callbacks: wants nothing after '--'; for example: padlog query callbacks testdata/drivers/ringbuf
            query callers_of -- a"b               => callers_of: no function can be a"b
            query -e call(n,_,_) -- x             => only a named question takes values after '--'
            """)
    void whatCannotBeAskedIsToldFirst(String command, String complaint) {
        List<String> args = new ArrayList<>(List.of(command.strip().split(" ")));
        args.add(1, "--facts=" + facts("testdata/questions"));
        assertThat(run(args.toArray(String[]::new)).err()).isEqualTo(complaint + "\n");
    }

    private static Outcome run(String... args) {
        return Session.run(Wiring.installed(System.getenv()), args);
    }
}
