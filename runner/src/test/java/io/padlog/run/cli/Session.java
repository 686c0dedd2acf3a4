package io.padlog.run.cli;

import io.padlog.run.job.Wiring;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs the command inside of the test. */
final class Session {
    private Session() {}

    /** What a run gave. */
    record Outcome(int status, String out, String err) {}

    static Outcome run(Wiring wiring, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = new Main(console, wiring, Map.of()).run(List.of(args));
        return new Outcome(status, out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }
}
