package io.padlog.run.job;

import io.padlog.extract.Batching;
import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import io.padlog.extract.UnitCache;
import io.padlog.extract.facts.FactSelection;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.Rule;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.explain.Explainer;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Suppressed;
import io.padlog.run.finding.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
     * @param known ids of all rules that there are
     * @param minConfidence findings below are counted, not returned
     * @param cache a folder that keeps what was found in each unit for the next run; it may be missing
     */
    public record Options(
            SourceRoots roots, ExtractOptions extract, List<Rule> rules, List<String> known, Confidence minConfidence,
            Deadline deadline, Optional<Path> cache) {
        public Options {
            Objects.requireNonNull(roots);
            Objects.requireNonNull(extract);
            rules = List.copyOf(rules);
            known = List.copyOf(known);
            Objects.requireNonNull(minConfidence);
            Objects.requireNonNull(deadline);
            Objects.requireNonNull(cache);
        }

        /** Runs all rules that there are, without a cache. */
        public Options(
                SourceRoots roots, ExtractOptions extract, List<Rule> rules, Confidence minConfidence, Deadline deadline) {
            this(roots, extract, rules, rules.stream().map(Rule::id).toList(), minConfidence, deadline, Optional.empty());
        }
    }

    /**
     * Runs the rules, all in one program, since what they share is most of the work. One that is stopped by the deadline
     * or a limit is inconclusive.
     *
     * @throws PadlogException if nothing could be read, or a rule or the engine is at fault
     */
    public CheckResult run(Options options) {
        return run(options, phase -> { });
    }

    /** As {@link #run(Options)}. @param phases is told what is being done */
    public CheckResult run(Options options, PhaseListener phases) {
        ProgramSource program = program(options.rules());
        if (options.cache().isEmpty()) {
            prepare(program);
        }
        List<Part> parts = new ArrayList<>();
        ExtractOptions reading = options.extract().writing(facts(options.rules()));
        Optional<UnitCache<Part>> cache = options.cache().map(folder -> new UnitCache<>(
                folder, basis(program, options.rules()), reading, Part.class, part -> part.undecided().isEmpty()));
        Extraction extraction = extract.run(options.roots(), reading, options.deadline(),
                new Batching<>(engine.batch(), batch -> {
                    phases.phase("running " + options.rules().size() + " rules");
                    Part part = explain(program, batch, options);
                    phases.phase("reading sources");
                    return part;
                }, parts::add, cache));
        List<Verdict> undecided =
                parts.stream().map(Part::undecided).filter(some -> !some.isEmpty()).findFirst().orElse(List.of());
        List<Explainer.Explanation> explained = parts.stream().flatMap(part -> part.explanation().stream()).toList();
        // What was found in other units stands although some had to be given up.
        Optional<Explainer.Explanation> explanation = undecided.isEmpty() || !explained.isEmpty()
                ? Optional.of(Explainer.Explanation.merge(options.rules(), explained)) : Optional.empty();
        List<Finding> all = explanation.map(Explainer.Explanation::findings).orElse(List.of());
        List<Suppressed> suppressed = explanation.map(Explainer.Explanation::suppressed).orElse(List.of()).stream()
                .filter(one -> one.finding().confidence().atLeast(options.minConfidence()))
                .toList();
        List<Finding> shown =
                all.stream().filter(finding -> finding.confidence().atLeast(options.minConfidence())).toList();
        return new CheckResult(
                shown,
                all.size() - shown.size(),
                Stream.concat(explanation.stream().flatMap(whole -> whole.verdicts().stream()), undecided.stream()).toList(),
                !undecided.isEmpty(),
                extraction.coverage(),
                extraction.diagnostics(),
                engine.describe(),
                explanation.map(Explainer.Explanation::graphs).orElse(List.of()),
                suppressed,
                explanation.map(whole -> whole.notes(options.rules(), options.known())).orElse(List.of()));
    }

    /** What came out of a batch; if the engine had to give up, a verdict for each rule that says why. */
    private record Part(Optional<Explainer.Explanation> explanation, List<Verdict> undecided) {}

    /** All that findings depend on besides sources and options, but for who computes them: both engines find the same. */
    private static String basis(ProgramSource program, List<Rule> rules) {
        return Build.fingerprint() + rules + program.included();
    }

    /** A rule of the user's own may look at anything. */
    private static FactSelection facts(List<Rule> rules) {
        return rules.stream().anyMatch(Rule::own) ? FactSelection.ALL : FactSelection.RULES;
    }

    /** While sources are read; what is wrong with the program is told when it is run. */
    private void prepare(ProgramSource program) {
        Thread preparation = new Thread(() -> engine.prepare(program), "prepare");
        preparation.setUncaughtExceptionHandler((thread, problem) -> { });
        preparation.setDaemon(true);
        preparation.start();
    }

    private ProgramSource program(List<Rule> rules) {
        return program(rules, includes);
    }

    /** The program that runs rules. */
    static ProgramSource program(List<Rule> rules, ProgramSource.Includes includes) {
        StringBuilder program = new StringBuilder();
        for (Rule rule : rules) {
            program.append(".include \"").append(rule.file()).append("\"\n");
            if (rule.own()) {
                program.append(".include \"lib/reports.dl\"\nreporting(\"").append(rule.id()).append("\").\n");
            }
        }
        return new ProgramSource(QueryIncludes.OWN + "check", program.toString(), includes);
    }

    private Part explain(ProgramSource program, Extraction batch, Options options) {
        try {
            EngineRequest request = new EngineRequest(
                    program, batch.facts(), List.of(), options.extract().threads(), options.deadline().left());
            return new Part(Optional.of(explainer.explain(options.rules(), engine.run(request), batch)), List.of());
        } catch (PadlogException e) {
            if (e.status() != ExitStatus.INCOMPLETE) {
                throw e;
            }
            return new Part(Optional.empty(), options.rules().stream()
                    .map(rule -> new Verdict("(units that were given up)", rule.id(), Verdict.Outcome.INCONCLUSIVE, e.getMessage()))
                    .toList());
        }
    }
}
