package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.job.Deadline;
import io.padlog.run.job.EngineChoice;
import io.padlog.run.job.Wiring;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** What evaluates Datalog, and for how long. */
final class EngineOptions {
    @Option(names = "--engine", paramLabel = "NAME",
            description = "auto, embedded or souffle. Default: auto, Soufflé where it is installed, else embedded.")
    private EngineChoice.Kind engine = EngineChoice.Kind.AUTO;

    @Option(names = "--souffle", paramLabel = "FILE", description = "Soufflé's executable. Default: the one on the PATH.")
    private Path souffle = Path.of("");

    @Option(names = "--souffle-mode", paramLabel = "NAME",
            description = "interpreter or compiled: Soufflé makes C++ of the query, which takes a quarter of a minute once; the "
                    + "program is kept in the user's cache. Default: interpreter.")
    private EngineChoice.Mode mode = EngineChoice.Mode.INTERPRETER;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Stop after this long. Default: no limit.")
    private int timeout;

    @Option(names = "--max-rows", paramLabel = "N",
            description = "Stop the embedded engine at about N rows in all. Default: " + EngineChoice.MAX_ROWS + ".")
    private long maxRows = EngineChoice.MAX_ROWS;

    @Option(names = {"-j", "--jobs"}, paramLabel = "N",
            description = "Threads; they change no byte of the result. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /**
     * The engine that runs; {@code -v} says first which.
     *
     * @param warnings which of the things that it says of a program, and nevertheless runs it, the user is to read
     */
    DatalogEngine chosen(Wiring wiring, Console console, Verbosity verbosity, Predicate<String> warnings) {
        EngineChoice choice = new EngineChoice(
                engine, Optional.of(souffle).filter(path -> !path.toString().isEmpty()), mode, checkedRows(maxRows));
        DatalogEngine chosen = wiring.engines().engine(choice, warning -> {
            if (warnings.test(warning)) {
                console.note(warning);
            }
        });
        if (verbosity.verbose()) {
            console.note("engine: " + chosen.describe());
        }
        return chosen;
    }

    /** Counts from now. */
    Deadline deadline() {
        if (timeout < 0) {
            throw new PadlogException(ExitStatus.USAGE, "--timeout " + timeout + ": wants a number of seconds above 0");
        }
        return Deadline.in(Optional.of(timeout).filter(seconds -> seconds > 0).map(Duration::ofSeconds));
    }

    int threads() {
        return checkedThreads(threads);
    }

    /** @throws PadlogException if it is no number of rows */
    static long checkedRows(long rows) {
        if (rows < 1) {
            throw new PadlogException(ExitStatus.USAGE, "--max-rows " + rows + ": wants a number of rows above 0");
        }
        return rows;
    }

    /** @throws PadlogException if it is no number of threads */
    static int checkedThreads(int threads) {
        if (threads < 1) {
            throw new PadlogException(ExitStatus.USAGE, "-j " + threads + ": wants a number of threads above 0");
        }
        return threads;
    }
}
