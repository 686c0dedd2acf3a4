package io.padlog.run.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code padlog} without a command. */
@Command(
        name = "padlog",
        description = "Answers questions about C driver source code with Datalog.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExample:%n",
        footer = {"  padlog check drivers/ringbuf", "", "'padlog COMMAND --help' explains a command."})
final class PadlogCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--version", versionHelp = true, description = "Show the versions of padlog and its engines.")
    private boolean version;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command");
    }
}
