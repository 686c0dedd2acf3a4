package io.padlog.run.job;

import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which relations wait for which, in DOT as Soufflé writes it. */
final class ProgramGraphs {
    private ProgramGraphs() {}

    /** A node for each relation; an edge to each that reads it. */
    static String relations(CheckedProgram program) {
        List<String> names = List.copyOf(program.relations().keySet());
        Map<String, Set<String>> read = EmbeddedEngine.read(program);
        StringBuilder nodes = new StringBuilder();
        StringBuilder edges = new StringBuilder();
        for (String name : names) {
            nodes.append("\t\"").append(name).append("\" [label = \"").append(name).append("\"];\n");
            for (String reader : names) {
                if (read.getOrDefault(reader, Set.of()).contains(name)) {
                    edges.append("\t\"").append(name).append("\" -> \"").append(reader).append("\";\n");
                }
            }
        }
        return graph(nodes, edges);
    }

    /** A node for each stratum, numbered in the order of evaluation; an edge to each other one that reads of it. */
    static String strata(CheckedProgram program) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int number = 0; number < program.strata().size(); number++) {
            for (String relation : program.strata().get(number).relations()) {
                numbers.put(relation, number);
            }
        }
        Map<String, Set<String>> read = EmbeddedEngine.read(program);
        Map<Integer, Set<Integer>> readers = new HashMap<>();
        numbers.forEach((relation, number) -> read.getOrDefault(relation, Set.of()).stream()
                .map(numbers::get)
                .filter(other -> !other.equals(number))
                .forEach(other -> readers.computeIfAbsent(other, any -> new TreeSet<>()).add(number)));
        StringBuilder nodes = new StringBuilder();
        StringBuilder edges = new StringBuilder();
        for (int number = 0; number < program.strata().size(); number++) {
            nodes.append("\t_").append(number).append("[label = \"")
                    .append(String.join(",\\n", program.strata().get(number).relations())).append("\" ];\n");
            for (int reader : readers.getOrDefault(number, Set.of())) {
                edges.append("\t_").append(number).append(" -> _").append(reader).append(";\n");
            }
        }
        return graph(nodes, edges);
    }

    private static String graph(CharSequence nodes, CharSequence edges) {
        return "digraph {\n" + nodes + edges + "}\n";
    }
}
