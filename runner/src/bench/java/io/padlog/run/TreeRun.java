package io.padlog.run;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import io.padlog.extract.Extractor;
import io.padlog.extract.facts.FactSelection;
import io.padlog.run.catalog.ApiTables;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Schema;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.job.Extract;
import io.padlog.run.job.FactFolder;
import io.padlog.run.job.RulesExport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Extracts a tree, runs all rules over its facts in memory, prints what the rules took (CPU and elapsed seconds) and how
 * many rows came out, and writes for Soufflé what it needs to do the same.
 */
public final class TreeRun {
    private static final double NANOS = 1e9;

    private TreeRun() {}

    public static void main(String[] args) throws IOException {
        QueryResources resources = QueryResources.installed();
        ExtractOptions options =
                ExtractOptions.plain(Extract.platform(ApiTables.of(resources))).writing(FactSelection.RULES);
        Extraction extraction = Extractor.extract(List.of(Path.of(args[0])), options);
        String program = Catalog.of(resources).rules().stream()
                .map(rule -> ".include \"" + rule.file().substring(QueryIncludes.OWN.length()) + "\"\n")
                .collect(Collectors.joining());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        EngineResult result = new EmbeddedEngine().run(new EngineRequest(
                new ProgramSource(
                        QueryIncludes.OWN + "check", program, new QueryIncludes(resources, FileSystems.getDefault())),
                extraction.facts(),
                List.of(),
                1,
                Optional.empty()));
        double elapsed = (System.nanoTime() - begun) / NANOS;
        double used = (threads.getCurrentThreadCpuTime() - cpu) / NANOS;
        int rows = result.relations().values().stream().mapToInt(relation -> relation.rows().rows()).sum();
        System.out.printf(Locale.ROOT, "%.3f %.3f %d%n", used, elapsed, rows);
        Path work = Files.createDirectories(Path.of(args[1]));
        new RulesExport(resources).write(work.resolve("queries"));
        Files.writeString(work.resolve("check.dl"), program);
        new FactFolder(Schema.of(resources)).write(work.resolve("facts"), extraction, options);
    }
}
