package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.report.AtomicOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code padlog man}: the help as manual pages. */
@Command(
        name = "man",
        description = "Write a manual page for each command.",
        footerHeading = "%nExample:%n",
        footer = "  padlog man -o man1",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.BUG})
final class ManCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true, description = "The folder to write them to.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    ManCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<CommandLine> commands = new ArrayList<>(List.of(spec.parent().commandLine()));
        commands.addAll(spec.parent().commandLine().getSubcommands().values());
        Files.createDirectories(folder);
        for (CommandLine command : commands) {
            AtomicOutput.write(folder.resolve(ManPages.name(command) + ".1"), out -> out.write(ManPages.page(command)));
        }
        console.note(commands.size() + " pages written to " + folder);
        return ExitStatus.CLEAN.code();
    }
}
