package io.padlog.run.job;

import io.padlog.extract.Batching;
import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import io.padlog.extract.Extractor;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.engine.souffle.SouffleEngine;
import io.padlog.run.explain.Explainer;
import io.padlog.run.explain.LockExplainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What the jobs are made of. */
public record Wiring(SourceReader reader, Engines engines, Explainer explainer) {
    private static final String SOUFFLE = "PADLOG_SOUFFLE";

    public Wiring {
        Objects.requireNonNull(reader);
        Objects.requireNonNull(engines);
        Objects.requireNonNull(explainer);
    }

    /** Gives the engine that was chosen. */
    @FunctionalInterface
    public interface Engines {
        /**
         * @param warnings gets what the engine says of a program that it nevertheless ran
         * @throws PadlogException ENGINE if it cannot be had
         */
        DatalogEngine engine(EngineChoice choice, Consumer<String> warnings);
    }

    /**
     * Those that padlog is built with.
     *
     * @param environment tells where Soufflé is
     */
    public static Wiring installed(Map<String, String> environment) {
        return new Wiring(
                new Sources(), (choice, warnings) -> engine(choice, environment, warnings), new LockExplainer());
    }

    private static DatalogEngine engine(EngineChoice choice, Map<String, String> environment, Consumer<String> warnings) {
        return switch (choice.kind()) {
            case EMBEDDED -> new EmbeddedEngine(choice.maxRows());
            case SOUFFLE -> in(choice.mode(), environment, SouffleEngine.require(choice.souffle(), environment, warnings));
            case AUTO -> automatic(choice, environment, warnings);
        };
    }

    private static SouffleEngine in(EngineChoice.Mode mode, Map<String, String> environment, SouffleEngine engine) {
        return switch (mode) {
            case INTERPRETER -> engine;
            case COMPILED -> engine.compiling(environment);
        };
    }

    private static DatalogEngine automatic(EngineChoice choice, Map<String, String> environment, Consumer<String> warnings) {
        try {
            return SouffleEngine.find(choice.souffle(), environment, warnings)
                    .<DatalogEngine>map(engine -> in(choice.mode(), environment, engine))
                    .orElseGet(() -> new EmbeddedEngine(choice.maxRows()));
        } catch (PadlogException e) {
            // One that the user has named must run; one that happens to be installed need not.
            if (e.status() != ExitStatus.ENGINE || choice.souffle().isPresent() || environment.containsKey(SOUFFLE)) {
                throw e;
            }
            warnings.accept(e.getMessage());
            return new EmbeddedEngine(choice.maxRows());
        }
    }

    private static final class Sources implements SourceReader {
        @Override
        public Extraction extract(List<Path> roots, ExtractOptions options) {
            return Extractor.extract(roots, options);
        }

        @Override
        public <T extends Record> Extraction extract(List<Path> roots, ExtractOptions options, Batching<T> batching) {
            return Extractor.extract(roots, options, batching);
        }
    }
}
