package io.padlog.run.mutation;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the calls of a unit that can be broken; which they are, {@code mutation_sites.dl} says. */
final class SiteSearch {
    private final EmbeddedEngine engine = new EmbeddedEngine();
    private final ProgramSource program;

    SiteSearch(ProgramSource program) {
        this.program = program;
    }

    List<Site> sites(String unit, Facts facts) {
        EngineResult result = engine.run(new EngineRequest(program, facts, List.of(), 1, Optional.empty()));
        Map<Integer, Map<Integer, Set<String>>> exchanges = new HashMap<>();
        Table rows = result.relations().get("exchange").rows();
        for (int row = 0; row < rows.rows(); row++) {
            exchanges.computeIfAbsent(rows.get(row, 0), node -> new TreeMap<>())
                    .computeIfAbsent(rows.get(row, 1), rank -> new TreeSet<>())
                    .add(result.symbols().text(rows.get(row, 2)));
        }
        Map<Integer, Set<String>> twins = new HashMap<>();
        rows = result.relations().get("twin").rows();
        for (int row = 0; row < rows.rows(); row++) {
            twins.computeIfAbsent(rows.get(row, 0), node -> new HashSet<>())
                    .add(result.symbols().text(rows.get(row, 1)) + ":" + rows.get(row, 2));
        }
        List<Site> sites = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        rows = result.relations().get("site").rows();
        for (int row = 0; row < rows.rows(); row++) {
            int node = rows.get(row, 0);
            String[] texts = new String[rows.arity()];
            for (int column : new int[] {1, 2, 3, 4, 5, 6, 8, 9}) {
                texts[column] = result.symbols().text(rows.get(row, column));
            }
            Kind kind = texts[1].equals("release") ? Kind.RELEASE : Kind.ACQUIRE;
            List<String> others = exchanges.getOrDefault(node, Map.of()).values().stream().flatMap(Set::stream).toList();
            Site site = new Site(kind, unit, texts[2], texts[3], texts[4], texts[5], texts[6], rows.get(row, 7), texts[8], others,
                    twins.getOrDefault(node, Set.of()), texts[9], rows.get(row, 10), rows.get(row, 11));
            // A release may end several modes, and a further reading shows the same call again.
            if (seen.add(site.identity())) {
                sites.add(site);
                if (kind == Kind.RELEASE && !others.isEmpty()) {
                    sites.add(site.as(Kind.SWAP));
                }
            }
        }
        return sites;
    }
}
