package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.cli.Session.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code extract}, {@code export}, {@code schema}, {@code rules}, {@code doctor}, and how {@code query} begins. */
class FactCommandsTest {
    @TempDir Path folder;
    private String driver;
    private String facts;

    @BeforeEach
    void aDriver() throws IOException {
        Path source = Files.createDirectories(folder.resolve("driver"));
        Files.writeString(source.resolve("ring.c"), "int x;\n");
        driver = source.toString();
        facts = folder.resolve("facts").toString();
    }

    @Test
    void extractsAndExports() {
        Outcome extract = run("extract", driver, "-o", facts);
        assertThat(extract.status()).isZero();
        assertThat(extract.err()).startsWith("read: 2 units, 1 file");
        assertThat(run("export", "-F", facts, "call").out())
                .isEqualTo("node,caller,callee\r\n4,1,KeBugCheck\r\n5,1,\r\n");
        Path csv = folder.resolve("csv");
        assertThat(run("export", "--facts", facts, "-o", csv.toString())).isEqualTo(new Outcome(0, "", ""));
        assertThat(csv.resolve("call.csv")).content().startsWith("node,caller,callee\r\n");
        assertThat(csv.resolve("edge.csv")).hasContent("from,to,when");
    }

    @Test
    void badInputIsOneLineThatSaysWhatToDo() {
        assertThat(run("extract", folder.resolve("no").toString(), "-o", facts)).isEqualTo(
                new Outcome(2, "", folder.resolve("no") + ": no such file or folder; name the folder of a driver\n"));
        assertThat(run("extract", driver, "-o", driver)).isEqualTo(new Outcome(2, "",
                driver + ": is there already and is not a folder of padlog's facts; name another folder\n"));
        assertThat(run("export", "-F", facts)).isEqualTo(new Outcome(2, "",
                "several relations do not fit standard output; name one, or a folder with -o DIR\n"));
        assertThat(run("export", "-F", facts, "cal")).isEqualTo(
                new Outcome(2, "", "unknown relation 'cal'; did you mean 'call'?\n"));
        assertThat(run("export", "-F", facts, "call")).isEqualTo(
                new Outcome(2, "", facts + ": no such folder; 'padlog extract PATH -o " + facts + "' makes it\n"));
        assertThat(run("query", "-e", "call(n, _, _)")).isEqualTo(
                new Outcome(2, "", "no facts; name the folder of a driver, or give --facts DIR\n"));
        assertThat(run("query", "-e", "call(n, _, _)", "-F", facts, driver)).isEqualTo(
                new Outcome(2, "", "--facts and sources together; give one of them\n"));
        assertThat(run("query")).isEqualTo(
                new Outcome(2, "", "no query; name a .dl file, or give its text with -e\n"));
        assertThat(run("query", "no.dl", driver)).isEqualTo(
                new Outcome(2, "", "no.dl: cannot be read: no such file or folder\n"));
    }

    @Test
    void showsARelation() {
        assertThat(run("schema", "call").out()).isEqualTo("""
                call
                  A call. One row for each call node.
                  node    Node
                  caller  Function  the function that calls
                  callee  symbol    the callee's name after macro expansion; "" for a call through a pointer
                """);
        assertThat(run("schema").out()).contains("call(node, caller, callee)\n    A call.");
        assertThat(run("schema", "locatd").err()).isEqualTo("unknown relation 'locatd'; did you mean 'located'?\n");
    }

    @Test
    void showsARule() {
        assertThat(run("rules").out()).containsPattern("WdfSpinlockRelease +KMDF driver returns with a spin lock held");
        assertThat(run("rules", "wdfspinlockrelease").out())
                .startsWith("WdfSpinlockRelease: KMDF driver returns with a spin lock held")
                .contains("\n\nseverity:      error\n");
        assertThat(run("rules", "nosuch").status()).isEqualTo(2);
    }

    @Test
    void exportsTheRulesForSouffle() {
        Path target = folder.resolve("queries");
        Outcome outcome = run("rules", "--export", target.toString());
        assertThat(outcome.status()).isZero();
        assertThat(target.resolve("rules/kmdf/WdfSpinlockRelease.dl")).isRegularFile();
        assertThat(target.resolve("schema.dl")).isRegularFile();
        assertThat(run("rules", "--export", target.toString()).status()).isZero();
        assertThat(run("rules", "--export", driver).err()).contains("is not an export of padlog's queries");
    }

    @Test
    void theDoctorSaysWhatIsInstalledAndWhatToDo() {
        Outcome outcome = run("doctor");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("java:     " + System.getProperty("java.version"))
                .contains("souffle:  souffle: not found; install it, or use --engine embedded\n");
    }

    private static Outcome run(String... args) {
        return Session.run(new FakeWiring(false).wiring(), args);
    }
}
