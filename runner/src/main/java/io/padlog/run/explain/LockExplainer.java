package io.padlog.run.explain;

import io.padlog.extract.Extraction;
import io.padlog.extract.facts.Table;
import io.padlog.run.catalog.Rule;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Suppressed;
import io.padlog.run.finding.Verdict;
import io.padlog.run.graph.Graph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Explains the relations of {@code lib/lock_findings.dl} and {@code lib/verdicts.dl}. */
public final class LockExplainer implements Explainer {
    private static final int MOST_GRAPHS = 5_000;
    private static final int LARGEST_GRAPH = 600;

    @Override
    public Explanation explain(List<Rule> rules, EngineResult result, Extraction extraction) {
        FactView view = new FactView(extraction.facts());
        LockDefects defects = new LockDefects(view, result);
        List<Finding> findings = new ArrayList<>(defects.all().stream().map(defects::finding).toList());
        findings.addAll(new Reports(view, result).findings());
        List<Verdict> verdicts = new ArrayList<>();
        rules.forEach(rule -> verdicts.addAll(verdicts(rule, result, view)));
        Suppressions suppressions = new Suppressions(view);
        List<Finding> shown = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        for (Finding finding : findings) {
            suppressions.of(finding).ifPresentOrElse(
                    by -> suppressed.add(new Suppressed(finding, by)), () -> shown.add(finding));
        }
        return new Explanation(shown, verdicts, graphs(defects.functions(), view), suppressed);
    }

    /** Of each of these functions that is not too large to look at. */
    private static List<Graph> graphs(Set<Integer> functions, FactView view) {
        FlowGraphs flows = new FlowGraphs(view);
        Map<String, Graph> graphs = new TreeMap<>();
        for (int function : functions) {
            if (graphs.size() < MOST_GRAPHS && flows.size(function) <= LARGEST_GRAPH) {
                String key = view.functionName(function) + '\0' + flows.location(function).file();
                graphs.computeIfAbsent(key, name -> flows.of(function));
            }
        }
        return List.copyOf(graphs.values());
    }

    private static List<Verdict> verdicts(Rule rule, EngineResult result, FactView view) {
        Map<Integer, Verdict> byUnit = new TreeMap<>();
        Table units = view.table("unit");
        for (int row = 0; row < units.rows(); row++) {
            int unit = units.get(row, 0);
            byUnit.put(unit, new Verdict(view.unitName(unit), rule.id(), Verdict.Outcome.INCONCLUSIVE, "not decided"));
        }
        Table rows = result.relations().get("verdict").rows();
        List<Integer> ours = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            if (result.symbols().text(rows.get(row, 1)).equals(rule.id())) {
                ours.add(row);
            }
        }
        // The strongest outcome first, and of its reasons the first by name.
        Comparator<Verdict> order = Comparator.comparing(LockExplainer::strength).thenComparing(Verdict::reason);
        Map<Integer, Verdict> decided = new HashMap<>();
        for (int row : ours) {
            int unit = rows.get(row, 0);
            Verdict verdict = new Verdict(view.unitName(unit), rule.id(), outcome(result.symbols().text(rows.get(row, 2))),
                    result.symbols().text(rows.get(row, 3)));
            decided.merge(unit, verdict, (one, other) -> order.compare(one, other) <= 0 ? one : other);
        }
        byUnit.putAll(decided);
        return List.copyOf(byUnit.values());
    }

    private static int strength(Verdict verdict) {
        return switch (verdict.outcome()) {
            case DEFECT -> 0;
            case NOT_APPLICABLE -> 1;
            case INCONCLUSIVE -> 2;
            case PASS -> 3;
        };
    }

    private static Verdict.Outcome outcome(String title) {
        for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
            if (outcome.title().equals(title)) {
                return outcome;
            }
        }
        throw new IllegalStateException("no such verdict: " + title);
    }
}
