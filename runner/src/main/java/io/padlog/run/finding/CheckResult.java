package io.padlog.run.finding;

import io.padlog.extract.Extraction;
import io.padlog.extract.source.Diagnostic;
import io.padlog.run.graph.Graph;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * All that a check found out.
 *
 * @param findings in {@link Finding#ORDER}
 * @param hidden how many more there are below the confidence that was asked for
 * @param verdicts by rule, then by unit
 * @param stopped whether a time-out or limit cut it short
 * @param coverage what was read and what was not
 * @param diagnostics what the coverage counts, by unit and file
 * @param engine what evaluated the rules
 * @param graphs control flow of the functions that the findings' paths go through
 * @param suppressed what the sources say is known, of the confidence that was asked for; not among the findings
 * @param notes about comments that suppress nothing, by place
 */
public record CheckResult(
        List<Finding> findings,
        int hidden,
        List<Verdict> verdicts,
        boolean stopped,
        Extraction.Coverage coverage,
        List<Diagnostic> diagnostics,
        String engine,
        List<Graph> graphs,
        List<Suppressed> suppressed,
        List<Note> notes) {
    public CheckResult {
        findings = findings.stream().sorted(Finding.ORDER).toList();
        verdicts = List.copyOf(verdicts);
        Objects.requireNonNull(coverage);
        diagnostics = List.copyOf(diagnostics);
        Objects.requireNonNull(engine);
        graphs = List.copyOf(graphs);
        suppressed = suppressed.stream().sorted(Comparator.comparing(Suppressed::finding, Finding.ORDER)).toList();
        notes = List.copyOf(notes);
    }

    /** Without anything suppressed. */
    public CheckResult(List<Finding> findings, int hidden, List<Verdict> verdicts, boolean stopped,
            Extraction.Coverage coverage, List<Diagnostic> diagnostics, String engine, List<Graph> graphs) {
        this(findings, hidden, verdicts, stopped, coverage, diagnostics, engine, graphs, List.of(), List.of());
    }

    /** Without graphs. */
    public CheckResult(List<Finding> findings, int hidden, List<Verdict> verdicts, boolean stopped,
            Extraction.Coverage coverage, List<Diagnostic> diagnostics, String engine) {
        this(findings, hidden, verdicts, stopped, coverage, diagnostics, engine, List.of());
    }

    /** The same with those findings only that {@code wanted} takes. */
    public CheckResult only(Predicate<Finding> wanted) {
        return new CheckResult(findings.stream().filter(wanted).toList(), hidden, verdicts, stopped, coverage, diagnostics, engine,
                graphs, suppressed, notes);
    }

    /** Whether something was not read or not decided, so that silence proves nothing. */
    public boolean incomplete() {
        return coverage.unreadableFiles() > 0 || coverage.partlyRead() > 0 || coverage.lostFunctions() > 0
                || verdicts.stream().anyMatch(verdict -> verdict.outcome() == Verdict.Outcome.INCONCLUSIVE);
    }
}
