package io.padlog.run.job;

import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.explain.Explainer;
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
        throw new IllegalStateException("the extractor and the engines are not built in yet");
    }
}
