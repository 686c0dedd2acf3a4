package io.padlog.run.cli;

import picocli.CommandLine.Option;

/** How much is said beside the result. */
final class Verbosity {
    @Option(names = {"-v", "--verbose"}, description = "Say which engine runs, all that was not analysed, and how much memory it took.")
    private boolean verbose;

    @Option(names = {"-q", "--quiet"}, description = "Say nothing but the result and errors.")
    private boolean quiet;

    boolean verbose() {
        return verbose;
    }

    boolean quiet() {
        return quiet;
    }
}
