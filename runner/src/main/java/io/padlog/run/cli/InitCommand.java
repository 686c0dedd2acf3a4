package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.report.AtomicOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code padlog init}: a configuration to begin with. */
@Command(
        name = "init",
        description = "Write a padlog.toml in which every key is explained.",
        footerHeading = "%nExample:%n",
        footer = "  padlog init",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.BUG})
final class InitCommand implements Callable<Integer> {
    private static final String FILE = "padlog.toml";

    private final Console console;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Where to write it. Default: the current folder.")
    private Path folder = Path.of("");

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            throw new PadlogException(ExitStatus.USAGE, file + ": is there already");
        }
        AtomicOutput.write(file, out -> out.write(template()));
        console.note(file + " written; 'padlog check' in this folder or below reads it");
        return ExitStatus.CLEAN.code();
    }

    static String template() throws IOException {
        try (InputStream in = InitCommand.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("padlog was built without " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
