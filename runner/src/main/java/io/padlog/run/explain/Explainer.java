package io.padlog.run.explain;

import io.padlog.extract.Extraction;
import io.padlog.run.catalog.Rule;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Suppressed;
import io.padlog.run.finding.Verdict;
import io.padlog.run.graph.Graph;
import java.util.List;

/** Says in a driver author's words what the relations of rules mean. */
@FunctionalInterface
public interface Explainer {
    /**
     * @param rules those that ran, in one program
     * @param result the relations that the program outputs
     * @param extraction what it was evaluated over
     */
    Explanation explain(List<Rule> rules, EngineResult result, Extraction extraction);

    /**
     * What the rules found.
     *
     * @param findings in any order, of every confidence
     * @param verdicts one for each rule and unit, in this order
     * @param graphs control flow of the functions that the findings' paths go through
     * @param suppressed what the sources say is known; not among the findings
     */
    record Explanation(List<Finding> findings, List<Verdict> verdicts, List<Graph> graphs, List<Suppressed> suppressed) {
        public Explanation {
            findings = List.copyOf(findings);
            suppressed = List.copyOf(suppressed);
            verdicts = List.copyOf(verdicts);
            graphs = List.copyOf(graphs);
        }

        /** Without graphs and without anything suppressed. */
        public Explanation(List<Finding> findings, List<Verdict> verdicts) {
            this(findings, verdicts, List.of(), List.of());
        }
    }
}
