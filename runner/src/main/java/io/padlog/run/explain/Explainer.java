package io.padlog.run.explain;

import io.padlog.extract.Extraction;
import io.padlog.run.catalog.Rule;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Note;
import io.padlog.run.finding.Suppressed;
import io.padlog.run.finding.Verdict;
import io.padlog.run.graph.Graph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
     * @param ignores comments that suppress findings, or are meant to
     */
    record Explanation(List<Finding> findings, List<Verdict> verdicts, List<Graph> graphs, List<Suppressed> suppressed,
            List<Ignore> ignores) {
        public Explanation {
            findings = List.copyOf(findings);
            suppressed = List.copyOf(suppressed);
            verdicts = List.copyOf(verdicts);
            graphs = List.copyOf(graphs);
            ignores = List.copyOf(ignores);
        }

        /** What is wrong with the comments. @param known ids of all rules that there are */
        public List<Note> notes(List<Rule> rules, Collection<String> known) {
            List<String> ran = rules.stream().map(Rule::id).toList();
            return ignores.stream().flatMap(ignore -> ignore.notes(ran, known).stream()).toList();
        }

        /**
         * Puts the explanations of batches together. One defect that several ways lead to, or several units have in a
         * common header, is one finding.
         */
        public static Explanation merge(List<Rule> rules, List<Explanation> parts) {
            Map<List<Object>, Finding> findings = new LinkedHashMap<>();
            Map<List<Object>, Suppressed> suppressed = new LinkedHashMap<>();
            Set<Graph> graphs = new LinkedHashSet<>();
            Map<List<Object>, Ignore> ignores = new LinkedHashMap<>();
            for (Explanation part : parts) {
                for (Finding finding : part.findings) {
                    List<Object> place = List.of(finding.rule(), finding.kind(), finding.at(), finding.function(),
                            finding.lock(), finding.acquire());
                    findings.merge(place, finding, (one, other) -> one.confidence().atLeast(other.confidence())
                            ? one.alsoIn(other.units()) : other.alsoIn(one.units()));
                }
                part.suppressed.forEach(one -> suppressed.putIfAbsent(
                        List.of(one.finding().rule(), one.finding().kind(), one.finding().at(), one.finding().lock()), one));
                graphs.addAll(part.graphs);
                part.ignores.forEach(one -> ignores.merge(List.of(one.at(), one.names()), one, Ignore::and));
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (Rule rule : rules) {
                for (Explanation part : parts) {
                    part.verdicts.stream().filter(verdict -> verdict.rule().equals(rule.id())).forEach(verdicts::add);
                }
            }
            return new Explanation(numbered(new ArrayList<>(findings.values())), verdicts, List.copyOf(graphs),
                    List.copyOf(suppressed.values()), ignores.values().stream().sorted(Comparator.comparing(Ignore::at)).toList());
        }

        /** Findings that differ only in what their ids leave out are told apart by their order. */
        private static List<Finding> numbered(List<Finding> findings) {
            findings.sort(Finding.ORDER.thenComparing(Finding::kind));
            Map<String, Integer> seen = new HashMap<>();
            return findings.stream().map(finding -> {
                int same = seen.merge(finding.id(), 1, Integer::sum);
                return same == 1 ? finding : finding.withId(Finding.idOf(finding.rule(), finding.function(), finding.id(), same));
            }).toList();
        }

        /** Without graphs and without anything suppressed. */
        public Explanation(List<Finding> findings, List<Verdict> verdicts) {
            this(findings, verdicts, List.of(), List.of(), List.of());
        }
    }
}
