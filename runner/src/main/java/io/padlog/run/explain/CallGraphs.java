package io.padlog.run.explain;

import io.padlog.extract.facts.Facts;
import io.padlog.run.finding.Location;
import io.padlog.run.graph.Graph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Pictures of who calls whom around a function. */
public final class CallGraphs {
    private final FactView facts;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Graph.Node> nodes = new ArrayList<>();
    private final Set<Graph.Edge> edges = new LinkedHashSet<>();

    private CallGraphs(FactView facts) {
        this.facts = facts;
    }

    /**
     * The functions that call {@code function} and that it calls.
     *
     * @param depth over how many calls, in each direction
     */
    public static Graph around(int function, int depth, Facts facts) {
        CallGraphs graph = new CallGraphs(new FactView(facts));
        graph.known(function);
        graph.follow(function, depth, true);
        graph.follow(function, depth, false);
        return new Graph(graph.facts.functionName(function), "", graph.nodes, List.copyOf(graph.edges), true);
    }

    private void follow(int function, int depth, boolean down) {
        Set<Integer> seen = new LinkedHashSet<>(List.of(function));
        List<Integer> level = List.of(function);
        for (int step = 0; step < depth && !level.isEmpty(); step++) {
            List<Integer> next = new ArrayList<>();
            for (int one : level) {
                for (int other : down ? callees(one) : callers(one)) {
                    edges.add(down ? new Graph.Edge(known(one), known(other), "") : new Graph.Edge(known(other), known(one), ""));
                    if (seen.add(other)) {
                        next.add(other);
                    }
                }
                if (down) {
                    externals(one).forEach(name -> edges.add(new Graph.Edge(known(one), external(name), "")));
                }
            }
            level = next;
        }
    }

    private Set<Integer> callees(int function) {
        Set<Integer> callees = new LinkedHashSet<>();
        RowIndex calls = facts.by("call", 1);
        RowIndex targets = facts.by("call_target", 0);
        for (int call = 0; call < calls.count(function); call++) {
            int node = calls.get(function, call, 0);
            for (int target = 0; target < targets.count(node); target++) {
                callees.add(targets.get(node, target, 1));
            }
        }
        return callees;
    }

    private Set<Integer> callers(int function) {
        Set<Integer> callers = new LinkedHashSet<>();
        RowIndex targets = facts.by("call_target", 1);
        for (int target = 0; target < targets.count(function); target++) {
            callers.add(facts.functionOf(targets.get(function, target, 0)));
        }
        return callers;
    }

    /** Names of called functions that have no body here. */
    private Set<String> externals(int function) {
        Set<String> names = new TreeSet<>();
        RowIndex calls = facts.by("call", 1);
        RowIndex targets = facts.by("call_target", 0);
        for (int call = 0; call < calls.count(function); call++) {
            String name = facts.symbol(calls.get(function, call, 2));
            if (!name.isEmpty() && targets.count(calls.get(function, call, 0)) == 0) {
                names.add(name);
            }
        }
        return names;
    }

    private int known(int function) {
        return numbers.computeIfAbsent("#" + function, key -> {
            Location at = facts.location(facts.entry(function));
            nodes.add(new Graph.Node(Graph.Kind.PLAIN, List.of(facts.functionName(function), at.file() + ":" + at.line()),
                    List.of(new Graph.Place(at.line(), at.column()))));
            return nodes.size() - 1;
        });
    }

    private int external(String name) {
        return numbers.computeIfAbsent(name, key -> {
            nodes.add(new Graph.Node(Graph.Kind.EXTERNAL, List.of(name), List.of()));
            return nodes.size() - 1;
        });
    }
}
