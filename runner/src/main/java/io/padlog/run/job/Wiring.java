package io.padlog.run.job;

import io.padlog.extract.Extractor;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.explain.Explainer;
import io.padlog.run.explain.LockExplainer;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the jobs are made of.
 *
 * @param engines gives the engine of a choice, or says why it cannot be had
 */
public record Wiring(SourceReader reader, Function<EngineChoice, DatalogEngine> engines, Explainer explainer) {
    public Wiring {
        Objects.requireNonNull(reader);
        Objects.requireNonNull(engines);
        Objects.requireNonNull(explainer);
    }

    /** Those that padlog is built with. */
    public static Wiring installed() {
        return new Wiring(Extractor::extract, Wiring::engine, new LockExplainer());
    }

    private static DatalogEngine engine(EngineChoice choice) {
        return switch (choice.kind()) {
            case AUTO, EMBEDDED -> new EmbeddedEngine();
            case SOUFFLE -> throw new PadlogException(ExitStatus.ENGINE, "souffle: not built in yet");
        };
    }
}
