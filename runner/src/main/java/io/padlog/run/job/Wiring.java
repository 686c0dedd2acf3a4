package io.padlog.run.job;

import io.padlog.run.engine.DatalogEngine;
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
}
