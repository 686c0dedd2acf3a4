package io.padlog.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks a shell one point query after another, each when the one before is answered, as somebody who types. */
public final class ShellBench {
    /** Each names one function, call or line, and looks for what belongs to it. */
    private static final List<String> QUESTIONS = List.of(
            "call(n, _, \"KeBugCheckEx\"), located(n, file, line, _)",
            "call(n, f, \"WdfSpinLockAcquire\"), function(f, _, name, _, _)",
            "function(f, _, \"DriverEntry\", _, _), call(n, f, callee), located(n, file, line, _)",
            "calls_name(f, \"IoCompleteRequest\"), function(f, _, name, _, _)",
            "function(f, _, \"DriverEntry\", _, _), calls(f, g), function(g, _, name, _, _)");
    private static final int ROUNDS = 4;
    private static final double MILLIS = 1e6;

    private ShellBench() {}

    public static void main(String[] args) throws IOException {
        long begin = System.nanoTime();
        Process shell = new ProcessBuilder(args[0], "shell", "--facts", args[1], "--engine", "embedded")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Writer in = shell.outputWriter(); BufferedReader out = shell.inputReader()) {
            // Nothing is to be computed for a schema: it is answered as soon as the facts are there.
            ask(":schema call", "callee", in, out);
            System.out.printf(Locale.ROOT, "start and load: %.2f s%n", (System.nanoTime() - begin) / MILLIS / 1000);
            for (String question : QUESTIONS) {
                List<String> times = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    long asked = System.nanoTime();
                    ask(question, " row", in, out);
                    times.add(String.format(Locale.ROOT, "%.0f", (System.nanoTime() - asked) / MILLIS));
                }
                System.out.println(String.join(", ", times) + " ms: " + question);
            }
            in.write(":quit\n");
        }
    }

    /** Waits for the line that ends the answer. */
    private static void ask(String question, String end, Writer in, BufferedReader out) throws IOException {
        in.write(question + "\n");
        in.flush();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(end)) {
                return;
            }
        }
        throw new IllegalStateException("no answer to " + question);
    }
}
