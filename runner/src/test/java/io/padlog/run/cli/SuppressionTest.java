package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.cli.Session.Outcome;
import io.padlog.run.job.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source says is known is counted and kept, and does not fail the check. */
class SuppressionTest {
    private static final String DRIVER = """
            #include <linux/mutex.h>
            struct dial { struct mutex lock; int level; };
            int dial_raise(struct dial *dial, int amount)
            {
                mutex_lock(&dial->lock);
                if (amount < 0)
                    @
                    return -1;
                dial->level += amount;
                mutex_unlock(&dial->lock);
                return 0;
            }
            """;

    @TempDir Path folder;

    private Outcome check(String remark, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("dial.c"), DRIVER.replace("        @", remark));
        List<String> args = new ArrayList<>(List.of("check", "--config", "none", "--rule", "linux/Mutex"));
        args.addAll(List.of(options));
        args.add(file.toString());
        return Session.run(Wiring.installed(Map.of("PATH", "")), args.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\0', textBlock = """
            # above the return                                  => exit status => what is told
            // padlog-ignore Mutex: known                       => 0 => 0 findings, 1 suppressed in the sources
            // padlog-ignore linux/mutex                        => 0 => Pass: 1 suppressed
            /* padlog-ignore SpinLock, Mutex: known */          => 0 => 0 findings, 1 suppressed in the sources
            #pragma warning(suppress: 26165)                    => 0 => 0 findings, 1 suppressed in the sources
            #pragma warning(disable: 4127; suppress: 6001 28167) => 0 => 0 findings, 1 suppressed in the sources
            #pragma prefast(suppress: 26115, "known")           => 0 => 0 findings, 1 suppressed in the sources
            __pragma(prefast(suppress: 26115, "known"))         => 0 => 0 findings, 1 suppressed in the sources
            #pragma warning(suppress: 26167)                    => 1 => 1 finding
            #pragma warning(disable: 26165)                     => 1 => 1 finding
            #pragma prefast(suppress: __WARNING_OTHER, "known") => 1 => 1 finding
            // padlog-ignore linux/Semaphore: not this one      => 1 => 1 finding
            // padlog-ignore Mutx: known                        => 1 => note: dial.c:7: 'padlog-ignore Mutx' names no rule; did you mean 'Mutex'?
            // padlog-ignore: known                             => 1 => note: dial.c:7: wants 'padlog-ignore RULE[,RULE]: reason'
            """)
    void isSaidInTheSource(String remark, int status, String told) throws IOException {
        Outcome outcome = check(remark);
        assertThat(outcome.out()).contains(told);
        assertThat(outcome.status()).isEqualTo(status);
    }

    @Test
    void anIgnoreThatSuppressesNothingIsTold() throws IOException {
        String both = "// padlog-ignore linux/Mutex, linux/SpinLock: known";
        assertThat(check(both).out()).as("the other rule did not run").doesNotContain("note:");
        assertThat(check(both, "--rule", "linux").out())
                .contains("note: dial.c:7: 'padlog-ignore linux/SpinLock' suppresses nothing; it can go\n");
        String sarif = check("// padlog-ignore Mutx: known", "--format", "sarif").out();
        assertThat(sarif).contains("{\"descriptor\":{\"id\":\"unknown_rule\"},\"level\":\"note\"");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\0', textBlock = """
            # format => what it keeps
            json     => "suppression":{"file":"dial.c","line":7,"column":1,"reason":"known"}
            jsonl    => {"type":"suppressed","finding_id":
            sarif    => "suppressions":[{"kind":"inSource","justification":"known","location":
            html     => "by":"dial.c:7","reason":"known"
            junit    => <skipped message="suppressed in the source: known"/>
            """)
    void aReportKeepsIt(String format, String kept) throws IOException {
        Outcome outcome = check("// padlog-ignore Mutex: known", "-q", "--format", format);
        assertThat(outcome.out()).contains(kept);
        assertThat(outcome.status()).isZero();
    }

    @Test
    void aBaselineDoesNotHaveIt() throws IOException {
        for (String format : List.of("json", "jsonl", "sarif")) {
            Path baseline = folder.resolve("baseline." + format);
            check("// padlog-ignore Mutex: known", "--format", format + "=" + baseline);
            assertThat(check("", "--baseline", baseline.toString()).status()).as(format).isEqualTo(1);
        }
    }
}
