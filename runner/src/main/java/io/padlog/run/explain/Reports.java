package io.padlog.run.explain;

import io.padlog.extract.facts.Table;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.FindingKind;
import io.padlog.run.finding.Step;
import io.padlog.run.finding.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What rules of the user's own reported, by {@code lib/reports.dl}; nothing if none of them ran. */
final class Reports {
    private final FactView facts;
    private final EngineResult result;

    Reports(FactView facts, EngineResult result) {
        this.facts = facts;
        this.result = result;
    }

    /** Those in which something is reported. */
    Set<Integer> functions() {
        Set<Integer> functions = new TreeSet<>();
        Table reported = rows("reported");
        for (int row = 0; row < reported.rows(); row++) {
            functions.add(facts.functionOf(reported.get(row, 1)));
        }
        return functions;
    }

    List<Finding> findings() {
        TreeMap<Integer, List<String>> callbacks = new TreeMap<>();
        Table reaching = rows("reported_callback");
        for (int row = 0; row < reaching.rows(); row++) {
            callbacks.computeIfAbsent(reaching.get(row, 0), key -> new ArrayList<>()).add(facts.functionName(reaching.get(row, 1)));
        }
        List<Finding> findings = new ArrayList<>();
        Table reported = rows("reported");
        for (int row = 0; row < reported.rows(); row++) {
            String rule = result.symbols().text(reported.get(row, 0));
            int node = reported.get(row, 1);
            String message = result.symbols().text(reported.get(row, 2));
            int function = facts.functionOf(node);
            String name = facts.functionName(function);
            findings.add(new Finding(Finding.idOf(rule, name, message, facts.ordinal(node)), rule, FindingKind.REPORTED,
                    Confidence.HIGH, facts.location(node), name, "", Optional.empty(), "",
                    callbacks.getOrDefault(function, List.of()), message, trace(node, function),
                    List.of(facts.unitName(facts.unitOf(function)))));
        }
        return findings;
    }

    private Trace trace(int node, int function) {
        String name = facts.functionName(function);
        return new Trace(List.of(
                new Step(Step.Kind.ENTRY, facts.location(facts.entry(function)), name, name + " is called", 0, Step.LockState.FREE),
                new Step(Step.Kind.CALL, facts.location(node), name, facts.text(node), 0, Step.LockState.FREE)));
    }

    private Table rows(String relation) {
        return Optional.ofNullable(result.relations().get(relation)).map(EngineResult.Relation::rows).orElse(new Table(0));
    }
}
