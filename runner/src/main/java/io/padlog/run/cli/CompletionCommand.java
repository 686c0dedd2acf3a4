package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code padlog completion}: what shells want to be told. */
@Command(
        name = "completion",
        description = "Write the script that completes padlog's commands and options in a shell.",
        footerHeading = "%nExample:%n",
        footer = "  padlog completion bash",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.BUG})
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh, fish or powershell.")
    private CompletionScripts.Shell shell;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.result(Optional.empty(), out -> out.write(CompletionScripts.of(shell, spec.parent().commandLine())));
        return ExitStatus.CLEAN.code();
    }
}
