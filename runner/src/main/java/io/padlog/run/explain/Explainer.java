package io.padlog.run.explain;

import io.padlog.extract.facts.Facts;
import io.padlog.run.catalog.Rule;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Verdict;
import java.util.List;

/** Says in a driver author's words what a rule's relations mean. */
@FunctionalInterface
public interface Explainer {
    /**
     * @param result the relations that the rule's program outputs
     * @param facts what it was evaluated over
     */
    Explanation explain(Rule rule, EngineResult result, Facts facts);

    /**
     * What one rule found.
     *
     * @param findings in any order, of every confidence
     * @param verdicts one for each unit, in the units' order
     */
    record Explanation(List<Finding> findings, List<Verdict> verdicts) {
        public Explanation {
            findings = List.copyOf(findings);
            verdicts = List.copyOf(verdicts);
        }
    }
}
