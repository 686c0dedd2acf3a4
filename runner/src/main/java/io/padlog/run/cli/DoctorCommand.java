package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Schema;
import io.padlog.run.job.EngineChoice;
import io.padlog.run.job.Wiring;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code padlog doctor}: what is installed. */
@Command(
        name = "doctor",
        description = "Say what is installed: padlog, Java, Soufflé.",
        footerHeading = "%nExample:%n",
        footer = "  padlog doctor",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.BUG})
final class DoctorCommand implements Callable<Integer> {
    private static final long MEBIBYTE = 1 << 20;

    private final Console console;
    private final Wiring wiring;
    private final QueryResources resources;

    @Option(names = "--souffle", paramLabel = "FILE", description = "Soufflé's executable. Default: the one on the PATH.")
    private Optional<Path> souffle = Optional.empty();

    DoctorCommand(Console console, Wiring wiring, QueryResources resources) {
        this.console = console;
        this.wiring = wiring;
        this.resources = resources;
    }

    @Override
    public Integer call() {
        Runtime runtime = Runtime.getRuntime();
        console.result(Optional.empty(), out -> {
            out.write("padlog:   " + Version.padlog() + ", " + Catalog.of(resources).rules().size() + " rules, "
                    + Schema.of(resources).relations().size() + " fact relations\n");
            out.write("java:     " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                    + System.getProperty("java.home") + "\n");
            out.write("memory:   " + runtime.maxMemory() / MEBIBYTE + " MiB of heap at most (PADLOG_JAVA_OPTS=-Xmx… changes it), "
                    + runtime.availableProcessors() + " processors\n");
            out.write("embedded: " + engine(EngineChoice.Kind.EMBEDDED) + "\n");
            out.write("souffle:  " + engine(EngineChoice.Kind.SOUFFLE) + "\n");
            out.write("auto:     " + engine(EngineChoice.Kind.AUTO) + "\n");
        });
        return ExitStatus.CLEAN.code();
    }

    private String engine(EngineChoice.Kind kind) {
        try {
            return wiring.engines().engine(new EngineChoice(kind, souffle), warning -> { }).describe();
        } catch (PadlogException e) {
            return e.getMessage();
        }
    }
}
