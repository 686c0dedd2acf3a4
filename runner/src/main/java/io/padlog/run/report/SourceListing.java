package io.padlog.run.report;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tables of how sources were understood: their units, and the macros that select code. */
public final class SourceListing {
    private final Facts facts;

    public SourceListing(Facts facts) {
        this.facts = facts;
    }

    /** Each unit with what it was read from and its sources; a further reading with the macros that it sets. */
    public void units(Appendable out) throws IOException {
        Map<Integer, List<String>> sources = new TreeMap<>();
        Map<Integer, Integer> headers = new TreeMap<>();
        Table files = facts.tables().get("file");
        for (int row = 0; row < files.rows(); row++) {
            if (text(files, row, 2).equals("source")) {
                sources.computeIfAbsent(files.get(row, 0), unit -> new ArrayList<>())
                        .add(text(files, row, 1) + " (" + Counted.of(files.get(row, 3), "line") + ")");
            } else {
                headers.merge(files.get(row, 0), 1, Integer::sum);
            }
        }
        Map<Integer, List<String>> settings = new TreeMap<>();
        Table configurations = facts.tables().get("configuration");
        for (int row = 0; row < configurations.rows(); row++) {
            String value = text(configurations, row, 2);
            String macro = text(configurations, row, 1);
            settings.computeIfAbsent(configurations.get(row, 0), unit -> new ArrayList<>())
                    .add(value.equals("-") ? "-U " + macro : "-D " + macro + "=" + value);
        }
        Table units = facts.tables().get("unit");
        for (int row = 0; row < units.rows(); row++) {
            int unit = units.get(row, 0);
            List<String> own = sources.getOrDefault(unit, List.of());
            out.append(text(units, row, 1) + "  [" + text(units, row, 2) + "]  " + Counted.of(own.size(), "source") + ", "
                    + Counted.of(headers.getOrDefault(unit, 0), "header") + "\n");
            if (settings.containsKey(unit)) {
                out.append("  read again with " + String.join(" ", settings.get(unit)) + "\n");
            } else {
                for (String source : own) {
                    out.append("  " + source + "\n");
                }
            }
        }
    }

    /** What is known of one macro that selects code. */
    private static final class Selector {
        final Set<List<Object>> places = new HashSet<>();
        int lines;
        boolean undecided;
        String example = "";
    }

    /** Each macro that hides lines, those that nobody settles first, then by how many lines they hide. */
    public void conditions(Appendable out) throws IOException {
        Map<String, Selector> selectors = new LinkedHashMap<>();
        Set<Integer> further = new HashSet<>();
        Table configurations = facts.tables().get("configuration");
        for (int row = 0; row < configurations.rows(); row++) {
            further.add(configurations.get(row, 0));
        }
        Table conditions = facts.tables().get("condition");
        for (int row = 0; row < conditions.rows(); row++) {
            // What a further reading hides is what the first one shows.
            if (further.contains(conditions.get(row, 0))) {
                continue;
            }
            String file = text(conditions, row, 1);
            Selector selector = selectors.computeIfAbsent(text(conditions, row, 4), macro -> new Selector());
            if (selector.places.add(List.of(file, conditions.get(row, 2)))) {
                selector.lines += conditions.get(row, 5);
                selector.undecided |= text(conditions, row, 6).equals("undecided");
                selector.example = selector.example.isEmpty() ? file + ":" + conditions.get(row, 2) : selector.example;
            }
        }
        List<Map.Entry<String, Selector>> sorted = new ArrayList<>(selectors.entrySet());
        sorted.sort(Comparator.<Map.Entry<String, Selector>, Boolean>comparing(entry -> !entry.getValue().undecided)
                .thenComparing(entry -> -entry.getValue().lines).thenComparing(Map.Entry::getKey));
        for (Map.Entry<String, Selector> entry : sorted) {
            Selector selector = entry.getValue();
            out.append((entry.getKey().isEmpty() ? "(no macro)" : entry.getKey()) + "  "
                    + (selector.undecided ? "undecided" : "decided") + "  " + Counted.of(selector.lines, "line") + " hidden in "
                    + Counted.of(selector.places.size(), "place") + ", first at " + selector.example + "\n");
        }
    }

    private String text(Table table, int row, int column) {
        return facts.symbols().text(table.get(row, column));
    }
}
