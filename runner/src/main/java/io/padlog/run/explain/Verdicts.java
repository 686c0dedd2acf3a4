package io.padlog.run.explain;

import io.padlog.extract.facts.Table;
import io.padlog.run.catalog.Rule;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Suppressed;
import io.padlog.run.finding.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The verdicts of relation {@code verdict}, with what the sources suppress. */
final class Verdicts {
    // The strongest outcome first, and of its reasons the first by name.
    private static final Comparator<Verdict> ORDER =
            Comparator.comparing(Verdicts::strength).thenComparing(Verdict::reason);

    private final FactView view;
    private final EngineResult result;
    private final Map<List<String>, Set<String>> shown = new HashMap<>();
    private final Map<List<String>, Set<String>> suppressed = new HashMap<>();

    Verdicts(FactView view, EngineResult result, Collection<Finding> shown, Collection<Suppressed> suppressed) {
        this.view = view;
        this.result = result;
        shown.forEach(finding -> count(finding, this.shown));
        suppressed.forEach(one -> count(one.finding(), this.suppressed));
    }

    private static void count(Finding finding, Map<List<String>, Set<String>> byUnit) {
        finding.units().forEach(unit ->
                byUnit.computeIfAbsent(List.of(finding.rule(), unit), key -> new HashSet<>()).add(finding.id()));
    }

    /** One for each unit. */
    List<Verdict> of(Rule rule) {
        Map<Integer, Verdict> byUnit = new TreeMap<>();
        Table units = view.table("unit");
        for (int row = 0; row < units.rows(); row++) {
            int unit = units.get(row, 0);
            Verdict none = new Verdict(view.unitName(unit), rule.id(), Verdict.Outcome.INCONCLUSIVE, "not decided");
            // Where all that was found is suppressed, nothing else stands against a pass.
            byUnit.put(unit, onlySuppressed(none) ? new Verdict(none.unit(), rule.id(), Verdict.Outcome.PASS, "") : none);
        }
        Table rows = result.relations().get("verdict").rows();
        Map<Integer, Verdict> decided = new HashMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            if (result.symbols().text(rows.get(row, 1)).equals(rule.id())) {
                int unit = rows.get(row, 0);
                Verdict verdict = new Verdict(view.unitName(unit), rule.id(),
                        outcome(result.symbols().text(rows.get(row, 2))), result.symbols().text(rows.get(row, 3)));
                if (verdict.outcome() != Verdict.Outcome.DEFECT || !onlySuppressed(verdict)) {
                    decided.merge(unit, verdict, (one, other) -> ORDER.compare(one, other) <= 0 ? one : other);
                }
            }
        }
        byUnit.putAll(decided);
        return byUnit.values().stream().map(this::told).toList();
    }

    private static List<String> key(Verdict verdict) {
        return List.of(verdict.rule(), verdict.unit());
    }

    private boolean onlySuppressed(Verdict verdict) {
        return !shown.containsKey(key(verdict)) && suppressed.containsKey(key(verdict));
    }

    private Verdict told(Verdict verdict) {
        int count = suppressed.getOrDefault(key(verdict), Set.of()).size();
        if (count == 0) {
            return verdict;
        }
        String told = count + (verdict.outcome() == Verdict.Outcome.DEFECT ? " more suppressed" : " suppressed");
        String reason = verdict.reason().isEmpty() ? told : verdict.reason() + "; " + told;
        return new Verdict(verdict.unit(), verdict.rule(), verdict.outcome(), reason);
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
