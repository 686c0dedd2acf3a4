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
import java.util.TreeSet;

/** Explains the relations of {@code lib/lock_findings.dl} and {@code lib/verdicts.dl}. */
public final class LockExplainer implements Explainer {
    private static final int MOST_GRAPHS = 5_000;
    private static final int LARGEST_GRAPH = 600;

    @Override
    public Explanation explain(List<Rule> rules, EngineResult result, Extraction extraction) {
        FactView view = new FactView(extraction.facts());
        LockDefects defects = new LockDefects(view, result);
        List<Finding> findings = new ArrayList<>(defects.all().stream().map(defects::finding).toList());
        Reports reports = new Reports(view, result);
        findings.addAll(reports.findings());
        Suppressions suppressions = new Suppressions(view);
        List<Finding> shown = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        for (Finding finding : findings) {
            suppressions.of(finding).ifPresentOrElse(
                    by -> suppressed.add(new Suppressed(finding, by)), () -> shown.add(finding));
        }
        Verdicts verdicts = new Verdicts(view, result, shown, suppressed);
        List<Verdict> all = new ArrayList<>();
        rules.forEach(rule -> all.addAll(verdicts.of(rule)));
        Set<Integer> drawn = new TreeSet<>(defects.functions());
        drawn.addAll(reports.functions());
        return new Explanation(shown, all, graphs(drawn, view), suppressed, suppressions.ignores());
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
}
