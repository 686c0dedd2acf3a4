package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.cli.Session.Outcome;
import io.padlog.run.job.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a team needs that has old findings and changes its driver. */
class AdoptionTest {
    private static final String LEAK = """

            VOID %1$s(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
            {
                PRING ring = RingGetContext(Queue);
                WdfSpinLockAcquire(ring->Lock);
                if (Length == 0) {
                    return;
                }
                WdfSpinLockRelease(ring->Lock);
            }
            """;

    private static final String MINE = """
            // id:       Mine
            // title:    A request is not completed
            // severity: warning
            // finds:    a callback that completes nothing
            .include "lib/reports.dl"
            reported("Mine", node, "nothing is completed") :-
              callback(function, "EVT_WDF_IO_QUEUE_IO_READ", _),
              entry(function, node),
              !calls_name(function, "WdfRequestComplete").
            """;

    @TempDir Path folder;
    private Path source;
    private String driver;

    @BeforeEach
    void aDriver() throws IOException {
        source = Files.createDirectories(folder.resolve("driver")).resolve("ring.c");
        driver = source.getParent().toString();
        Files.writeString(source, "#include <wdf.h>\nEVT_WDF_IO_QUEUE_IO_READ Old, New;\n" + LEAK.formatted("Old"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonl", "csv", "sarif"})
    void whatTheBaselineHasDoesNotCount(String format) throws IOException {
        Path baseline = folder.resolve("baseline." + format);
        assertThat(check("-q", "--format", format + "=" + baseline).status()).isEqualTo(1);
        Files.writeString(source, "// a line more\n".repeat(50) + Files.readString(source));
        Outcome known = check("-q", "--baseline", baseline.toString());
        assertThat(known.status()).isZero();
        assertThat(known.out()).contains("ring.c:59:");
        assertThat(check("-q", "--baseline", baseline.toString(), "--new-only").out()).isEmpty();

        Files.writeString(source, Files.readString(source) + LEAK.formatted("New"));
        Outcome more = check("-q", "--baseline", baseline.toString(), "--new-only", "--format", "csv");
        assertThat(more.status()).isEqualTo(1);
        assertThat(more.out()).hasLineCount(2).contains(",New,");
        String sarif = check("-q", "--baseline", baseline.toString(), "--format", "sarif").out();
        assertThat(sarif.split("\"baselineState\":\"unchanged\"", -1)).hasSize(2);
        assertThat(sarif.split("\"baselineState\":\"new\"", -1)).hasSize(2);

        Files.writeString(source, Files.readString(source).replace("if (Length == 0)", "if (FALSE)"));
        Outcome mended = check("-q", "--baseline", baseline.toString(), "--new-only", "--format", "sarif");
        assertThat(mended.status()).isZero();
        assertThat(mended.out()).containsOnlyOnce("\"baselineState\"").contains("\"baselineState\":\"absent\"",
                "\"uri\":\"ring.c\",\"uriBaseId\":\"SRCROOT\"},\"region\":{\"startLine\":9,");
        assertThat(Session.run(Wiring.installed(Map.of("PATH", "")), "check", "--rule", "WdfSpinlock", "--baseline",
                baseline.toString(), "-q", "--format", "sarif", driver).out())
                .as("another rule tells nothing of this one").doesNotContain("absent");
    }

    @Test
    void aBaselineThatIsNoneIsRefused() throws IOException {
        String nothing = folder.resolve("nothing.json").toString();
        assertThat(check("--baseline", nothing).err()).isEqualTo(nothing + ": cannot be read: no such file or folder\n");
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\r\n1,2\r\n");
        assertThat(check("--baseline", other.toString()).err())
                .isEqualTo(other + ": no report of padlog's; make one with --format json=other.csv\n");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"a\":");
        assertThat(check("--baseline", broken.toString()).status()).isEqualTo(2);
        assertThat(check("--new-only").err()).isEqualTo("--new-only wants --baseline FILE to know what is old\n");
    }

    @Test
    void aDiffShowsOnlyWhatAChangeTouches() throws IOException, InterruptedException {
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "first");
        assertThat(check("-q", "--diff", "HEAD").out()).isEmpty();
        Files.writeString(source, "// above\n" + Files.readString(source) + LEAK.formatted("New"));
        assertThat(check("-q", "--diff", "HEAD", "--format", "csv").out()).hasLineCount(2).contains(",New,");
        Files.writeString(source, Files.readString(source).replace("Length == 0", "Length < 1"));
        assertThat(check("-q", "--diff", "HEAD", "--format", "csv").out()).hasLineCount(3);
        Files.writeString(folder.resolve("driver/other.c"), "#include <wdf.h>\nEVT_WDF_IO_QUEUE_IO_READ Third;\n" + LEAK.formatted("Third"));
        assertThat(check("-q", "--diff", "HEAD", "--format", "csv").out()).hasLineCount(4).contains(",Third,");
        Outcome wrong = check("--diff", "nosuch");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).startsWith("--diff nosuch: fatal: ").contains("nosuch").hasLineCount(1);
    }

    @Test
    void tellsWhatIsKnownOfALine() {
        Outcome outcome = check("--why-not", "ring.c:8");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("ring.c, read as a source").contains("Old, read complete")
                .contains("EVT_WDF_IO_QUEUE_IO_READ, by declaration");
        assertThat(check("--why-not", source + ":8").out()).isEqualTo(outcome.out());
        assertThat(check("--why-not", "other.c:8").out()).contains("no file of this name was read");
        assertThat(check("--why-not", "ring.c").err()).isEqualTo("--why-not ring.c: wants FILE:LINE\n");
    }

    @Test
    void aConfigurationStandsInForOptions() throws IOException {
        Path toml = Files.writeString(folder.resolve("padlog.toml"), "fail-on = \"none\"\npaths = [\"driver\"]\n");
        Outcome configured = Session.run(Wiring.installed(Map.of("PATH", "")), "check", "--config", toml.toString(), "-q");
        assertThat(configured.status()).isZero();
        assertThat(configured.out()).contains("ring.c:8:");
        assertThat(check("--config=" + toml, "--fail-on", "high", "-q").status()).isEqualTo(1);
        assertThat(check("--config=none", "-q").status()).isEqualTo(1);
        Files.writeString(toml, "fail = 1\n");
        assertThat(check("--config=" + toml).err()).startsWith(toml + ":1: unknown key 'fail'; ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json", "jsonl", "sarif", "html", "msvc", "junit"})
    void rulesOfYourOwnReportAnything(String format) throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("Mine.dl"), MINE);
        Outcome found = own(mine, "--format", format);
        assertThat(found.status()).as(found.err()).isEqualTo(1);
        assertThat(found.out()).contains("nothing is completed");
        Files.writeString(source, Files.readString(source).replace("return;", "WdfRequestComplete(Request, 0); return;"));
        assertThat(own(mine, "--format", "text").out()).contains("Mine  .  Pass\n").endsWith("0 findings\n");
    }

    @Test
    void aFolderOfRulesMustHoldSome() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        assertThat(own(mine).err()).isEqualTo(mine + ": holds no rule; a file .dl that begins with '// id: …' is one\n");
        Path rule = Files.writeString(mine.resolve("Mine.dl"), MINE.replace("Mine", "WdfSpinlock"));
        assertThat(own(mine).err()).endsWith("Mine.dl:1:1: there is a rule 'WdfSpinlock' already\n");
        Files.writeString(rule, MINE.replace("entry(function, node)", "entri(function, node)"));
        assertThat(own(mine).err()).contains("Mine.dl:8:3: ", "unknown relation 'entri'").startsWith(rule.toString());
        Files.writeString(rule, MINE);
        assertThat(Session.run(Wiring.installed(Map.of()), "rules", "--rules", mine.toString(), "Mine").out())
                .startsWith("Mine: A request is not completed\n");
    }

    private Outcome own(Path rules, String... options) {
        List<String> args = new ArrayList<>(List.of("check", "--engine", "embedded", "--rules", rules.toString(), "--rule", "Mine"));
        args.addAll(Arrays.asList(options));
        args.add(driver);
        return Session.run(Wiring.installed(Map.of("PATH", "")), args.toArray(String[]::new));
    }

    @Test
    void initWritesAConfigurationThatEveryKeyOfWorks() throws IOException {
        Path file = folder.resolve("padlog.toml");
        Outcome first = Session.run(Wiring.installed(Map.of()), "init", folder.toString());
        assertThat(first.status()).isZero();
        assertThat(Session.run(Wiring.installed(Map.of()), "init", folder.toString()).err()).isEqualTo(file + ": is there already\n");
        assertThat(check("--config=" + file, "-q").status()).as("all keys are comments").isEqualTo(1);
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^# ([a-z-]+ = )", "$1"));
        Files.writeString(folder.resolve("padlog-baseline.json"), "{}");
        Files.writeString(folder.resolve("my_locks.dl"), """
                lock_api("Latch", "acquire", 0, "always", "latch").
                lock_api("Unlatch", "release", 0, "always", "latch").
                """);
        Files.writeString(Files.createDirectory(folder.resolve("padlog-rules")).resolve("Mine.dl"), MINE);
        Outcome all = check("--config=" + file, "-q", "--format", "csv");
        assertThat(all.out()).as(all.err()).hasLineCount(2);
    }

    private void git(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(args));
        assertThat(new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor()).isZero();
    }

    private Outcome check(String... options) {
        List<String> args = new ArrayList<>(List.of("check", "--engine", "embedded", "--rule", "WdfSpinlockRelease"));
        args.addAll(Arrays.asList(options));
        args.add(driver);
        return Session.run(Wiring.installed(Map.of("PATH", "")), args.toArray(String[]::new));
    }
}
