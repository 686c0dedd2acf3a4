package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.Golden;
import io.padlog.run.cli.Session.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private final FakeWiring fake = new FakeWiring(false);

    @ParameterizedTest
    @ValueSource(strings = {"check", "extract", "query", "shell", "datalog", "graph", "rules", "schema", "export", "init", "completion", "man", "doctor"})
    void eachCommandExplainsItself(String command) {
        Outcome outcome = Session.run(fake.wiring(), command, "--help");
        assertThat(outcome.status()).isZero();
        Golden.assertMatches(getClass(), "help/" + command + ".txt", outcome.out());
    }

    @Test
    void helpListsTheCommands() {
        Golden.assertMatches(getClass(), "help/padlog.txt", Session.run(fake.wiring(), "--help").out());
    }

    @Test
    void versionNamesTheEngines() {
        assertThat(Session.run(fake.wiring(), "--version").out().lines()).containsExactly(
                "padlog (not packaged)",
                "engine embedded: fake 1.0",
                "engine souffle: souffle: not found; install it, or use --engine embedded");
    }

    @Test
    void aMistypedCommandOrOptionIsGuessed() {
        assertThat(Session.run(fake.wiring(), "chek", ".").err())
                .isEqualTo("unknown argument 'chek' (did you mean 'check'?); see 'padlog --help'\n");
        assertThat(Session.run(fake.wiring(), "check", "--min-confidense", "low").err()).contains("(did you mean '--min-confidence'?)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chek", "check --no-such", "check --engine prolog .", "check -j x .", "extract", "export"})
    void wrongUsageIsOneLineThatPointsToTheHelp(String line) {
        Outcome outcome = Session.run(fake.wiring(), line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).singleElement().asString().matches("padlog.*--help.*|.*; see 'padlog.* --help'");
    }
}
