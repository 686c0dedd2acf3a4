package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.cli.Session.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellSupportTest {
    private final FakeWiring fake = new FakeWiring(false);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish", "powershell"})
    void completionKnowsEachCommandAndItsOptions(String shell) {
        Outcome outcome = Session.run(fake.wiring(), "completion", shell);
        assertThat(outcome.status()).isZero();
        String fail = shell.equals("fish") ? "-l fail-on" : "--fail-on";
        assertThat(outcome.out()).contains("check", "query", "shell", fail).doesNotContain("Date:", "--path=");
        assertThat(Session.run(fake.wiring(), "completion", shell).out()).isEqualTo(outcome.out());
    }

    @Test
    void bashTakesTheScript() throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("padlog.bash"), Session.run(fake.wiring(), "completion", "bash").out());
        Process bash = new ProcessBuilder("bash", "-c", "source " + script
                + "; COMP_WORDS=(padlog che); COMP_CWORD=1; _complete_padlog; echo ${COMPREPLY[*]}").redirectErrorStream(true).start();
        assertThat(new String(bash.getInputStream().readAllBytes()).strip()).isEqualTo("check");
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void eachCommandHasAManualPage() throws IOException {
        assertThat(Session.run(fake.wiring(), "man", "-o", folder.toString()).status()).isZero();
        try (Stream<Path> pages = Files.list(folder)) {
            List<String> names = pages.map(page -> page.getFileName().toString()).sorted().toList();
            assertThat(names).contains("padlog.1", "padlog-check.1", "padlog-query.1", "padlog-shell.1");
        }
        assertThat(folder.resolve("padlog-check.1")).content()
                .startsWith(".TH \"PADLOG-CHECK\" 1 ")
                .contains(".SH NAME\npadlog\\-check \\- Extract facts", ".B \\-\\-fail\\-on LEVEL\n", ".SH EXIT STATUS\n")
                .doesNotContain("\n'");
    }
}
