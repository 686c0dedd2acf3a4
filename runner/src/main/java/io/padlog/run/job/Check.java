package io.padlog.run.job;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import io.padlog.extract.facts.Facts;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.Rule;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.explain.Explainer;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Extracts facts and runs rules over them. */
public final class Check {
    private final Extract extract;
    private final DatalogEngine engine;
    private final Explainer explainer;
    private final ProgramSource.Includes includes;

    /** @param includes where the rules' includes are found */
    public Check(SourceReader reader, DatalogEngine engine, Explainer explainer, ProgramSource.Includes includes) {
        this.extract = new Extract(reader);
        this.engine = Objects.requireNonNull(engine);
        this.explainer = Objects.requireNonNull(explainer);
        this.includes = Objects.requireNonNull(includes);
    }

    /**
     * What to check.
     *
     * @param minConfidence findings below are counted, not returned
     */
    public record Options(
            SourceRoots roots, ExtractOptions extract, List<Rule> rules, Confidence minConfidence, Deadline deadline) {
        public Options {
            Objects.requireNonNull(roots);
            Objects.requireNonNull(extract);
            rules = List.copyOf(rules);
            Objects.requireNonNull(minConfidence);
            Objects.requireNonNull(deadline);
        }
    }

    /**
     * Runs all rules; one that is stopped by the deadline or a limit is inconclusive, and so are those after it if no
     * time is left.
     *
     * @throws PadlogException if nothing could be read, or a rule or the engine is at fault
     */
    public CheckResult run(Options options) {
        Extraction extraction = extract.run(options.roots(), options.extract());
        List<Finding> shown = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        int hidden = 0;
        boolean stopped = false;
        for (Rule rule : options.rules()) {
            try {
                Explainer.Explanation explanation = explain(rule, extraction.facts(), options);
                for (Finding finding : explanation.findings()) {
                    if (finding.confidence().atLeast(options.minConfidence())) {
                        shown.add(finding);
                    } else {
                        hidden++;
                    }
                }
                verdicts.addAll(explanation.verdicts());
            } catch (PadlogException e) {
                if (e.status() != ExitStatus.INCOMPLETE) {
                    throw e;
                }
                stopped = true;
                verdicts.add(new Verdict("(all units)", rule.id(), Verdict.Outcome.INCONCLUSIVE, e.getMessage()));
            }
        }
        return new CheckResult(
                shown, hidden, verdicts, stopped, extraction.coverage(), extraction.diagnostics(), engine.describe());
    }

    private Explainer.Explanation explain(Rule rule, Facts facts, Options options) {
        EngineRequest request = new EngineRequest(
                new ProgramSource(rule.file(), rule.program(), includes),
                facts,
                List.of(),
                options.extract().threads(),
                options.deadline().left());
        return explainer.explain(rule, engine.run(request), facts);
    }
}
