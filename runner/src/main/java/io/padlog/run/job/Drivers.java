package io.padlog.run.job;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.facts.Facts;
import io.padlog.run.catalog.ApiTables;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Confidence;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way in for Java programs: driver sources, which can be checked, and asked questions. The embedded engine answers,
 * in as many threads as there are processors. {@link Check} and {@link Query} have what this leaves out.
 */
public final class Drivers {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final SourceRoots roots;
    private final QueryResources resources = QueryResources.installed();
    private final Wiring wiring = Wiring.installed(Map.of());
    private final DatalogEngine engine =
            wiring.engines().engine(new EngineChoice(EngineChoice.Kind.EMBEDDED, Optional.empty()), warning -> { });

    private Drivers(SourceRoots roots) {
        this.roots = roots;
    }

    /**
     * The drivers in files and folders.
     *
     * @throws io.padlog.run.PadlogException if one cannot be read
     */
    public static Drivers at(Path... paths) {
        return new Drivers(new SourceRoots(List.of(paths)));
    }

    /**
     * Runs rules.
     *
     * @param rules their ids, or packs of them; none for all
     * @return findings of every confidence, with their paths, and verdicts
     * @throws io.padlog.run.PadlogException if there is no such rule, or no C file
     */
    public CheckResult check(String... rules) {
        Check check = new Check(wiring.reader(), engine, wiring.explainer(), new QueryIncludes(resources, FileSystems.getDefault()));
        return check.run(new Check.Options(
                roots, options(), Catalog.of(resources).selected(List.of(rules)), Confidence.LOW, Deadline.in(Optional.empty())));
    }

    /**
     * Asks a question, as it would be typed after {@code padlog query -e}.
     *
     * @return relation {@code answer} if the question is a body, else the relations that it defines
     * @throws io.padlog.run.PadlogException for an error in the question
     */
    public EngineResult query(String question) {
        return new Query(engine, resources).text(question, facts(), new Query.Options(THREADS, Deadline.in(Optional.empty())));
    }

    /** All that is known of the sources, as {@code schema.dl} describes it. */
    public Facts facts() {
        return new Extract(wiring.reader()).run(roots, options(), Deadline.in(Optional.empty())).facts();
    }

    private ExtractOptions options() {
        ExtractOptions plain = ExtractOptions.plain(Extract.platform(ApiTables.of(resources)));
        return new ExtractOptions(
                plain.includeFolders(), plain.defines(), plain.undefines(), plain.excludes(), THREADS, plain.platform());
    }
}
