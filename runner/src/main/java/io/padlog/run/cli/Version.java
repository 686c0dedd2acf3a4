package io.padlog.run.cli;

import io.padlog.run.PadlogException;
import io.padlog.run.job.EngineChoice;
import io.padlog.run.job.Wiring;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: padlog's version, and the engines'. */
final class Version implements IVersionProvider {
    private final Wiring wiring;

    Version(Wiring wiring) {
        this.wiring = wiring;
    }

    /** From the jar's manifest. */
    static String padlog() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("(not packaged)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "padlog " + padlog(), "engine embedded: " + engine(EngineChoice.Kind.EMBEDDED),
            "engine souffle: " + engine(EngineChoice.Kind.SOUFFLE)
        };
    }

    private String engine(EngineChoice.Kind kind) {
        try {
            return wiring.engines().engine(new EngineChoice(kind, Optional.empty()), warning -> { }).describe();
        } catch (PadlogException e) {
            return e.getMessage();
        }
    }
}
