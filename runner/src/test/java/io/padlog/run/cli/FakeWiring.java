package io.padlog.run.cli;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.Rule;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.explain.Explainer;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.job.EngineChoice;
import io.padlog.run.job.Wiring;
import io.padlog.run.report.SampleResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An extractor that counts files, an engine that answers nothing, and rules that always find {@link SampleResult}. */
final class FakeWiring {
    final List<ExtractOptions> extractions = new ArrayList<>();
    final List<EngineRequest> requests = new ArrayList<>();
    private final boolean findings;
    private boolean stops;

    FakeWiring(boolean findings) {
        this.findings = findings;
    }

    FakeWiring thatStops() {
        stops = true;
        return this;
    }

    Wiring wiring() {
        return new Wiring(this::extract, this::engine, this::explain);
    }

    private Extraction extract(List<Path> roots, ExtractOptions options) {
        extractions.add(options);
        int files = 0;
        for (Path root : roots) {
            try (Stream<Path> found = Files.walk(root)) {
                files += (int) found.filter(file -> file.toString().endsWith(".c")).count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Symbols symbols = new Symbols();
        Table version = new Table(1);
        version.add(7);
        Table call = new Table(3);
        call.add(4, 1, symbols.number("KeBugCheck"));
        call.add(5, 1, symbols.number(""));
        Extraction.Coverage read = SampleResult.result().coverage();
        return new Extraction(
                new Facts(symbols, Map.of("schema_version", version, "call", call)),
                new Extraction.Coverage(read.units(), files, 0, read.lines(), read.functions(), read.partlyRead(),
                        read.lostFunctions(), read.missingHeaders(), read.undecidedConditions()),
                SampleResult.result().diagnostics());
    }

    private DatalogEngine engine(EngineChoice choice, Consumer<String> warnings) {
        if (choice.kind() == EngineChoice.Kind.SOUFFLE) {
            throw new PadlogException(ExitStatus.ENGINE, "souffle: not found; install it, or use --engine embedded");
        }
        return new DatalogEngine() {
            @Override
            public boolean readsFactFiles() {
                return false;
            }

            @Override
            public String describe() {
                return "fake 1.0";
            }

            @Override
            public EngineResult run(EngineRequest request) {
                requests.add(request);
                if (stops) {
                    throw new PadlogException(ExitStatus.INCOMPLETE, "stopped by the time-out of 1 s");
                }
                return new EngineResult(new Symbols(), Map.of(), List.of());
            }
        };
    }

    private Explainer.Explanation explain(List<Rule> rules, EngineResult result, Extraction extraction) {
        CheckResult sample = SampleResult.result();
        return findings ? new Explainer.Explanation(sample.findings(), sample.verdicts())
                : new Explainer.Explanation(List.of(), List.of());
    }
}
