package io.padlog.run.explain;

import io.padlog.extract.facts.Facts;
import io.padlog.run.finding.Location;
import io.padlog.run.graph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pictures of functions: control flow with straight pieces of code as one box. */
public final class FlowGraphs {
    private static final int MOST_LETTERS = 52;

    private final FactView facts;

    public FlowGraphs(Facts facts) {
        this(new FactView(facts));
    }

    FlowGraphs(FactView facts) {
        this.facts = facts;
    }

    /** The functions of this name, by unit. */
    public List<Integer> named(String name) {
        List<Integer> functions = new ArrayList<>();
        for (int row = 0; row < facts.table("function").rows(); row++) {
            int function = facts.table("function").get(row, 0);
            if (facts.functionName(function).equals(name)) {
                functions.add(function);
            }
        }
        return functions;
    }

    /** The names of all functions, sorted by unit. */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int row = 0; row < facts.table("function").rows(); row++) {
            names.add(facts.symbol(facts.table("function").get(row, 2)));
        }
        return List.copyOf(names);
    }

    /** Where a function begins. */
    public Location location(int function) {
        return facts.location(facts.entry(function));
    }

    /** How many boxes and arrows the graph of a function would have at most. */
    public int size(int function) {
        return facts.by("node", 1).count(function);
    }

    /** The control flow of a function. */
    public Graph of(int function) {
        List<Integer> nodes = reachable(function);
        Map<Integer, Integer> entering = new HashMap<>();
        RowIndex edges = facts.by("edge", 0);
        for (int node : nodes) {
            for (int index = 0; index < edges.count(node); index++) {
                entering.merge(edges.get(node, index, 1), 1, Integer::sum);
            }
        }
        Map<Integer, Integer> blockOf = new LinkedHashMap<>();
        List<List<Integer>> blocks = new ArrayList<>();
        for (int node : nodes) {
            if (!blockOf.containsKey(node)) {
                blocks.add(block(node, blocks.size(), entering, blockOf));
            }
        }
        List<Graph.Edge> arrows = new ArrayList<>();
        for (int block = 0; block < blocks.size(); block++) {
            int last = blocks.get(block).get(blocks.get(block).size() - 1);
            for (int index = 0; index < edges.count(last); index++) {
                arrows.add(new Graph.Edge(block, blockOf.get(edges.get(last, index, 1)), facts.symbol(edges.get(last, index, 2))));
            }
        }
        return new Graph(facts.functionName(function), location(function).file(),
                blocks.stream().map(this::box).toList(), arrows, false);
    }

    /** Breadth first, so that a block is begun before the blocks that follow it. */
    private List<Integer> reachable(int function) {
        RowIndex edges = facts.by("edge", 0);
        Set<Integer> seen = new LinkedHashSet<>(List.of(facts.entry(function)));
        List<Integer> nodes = new ArrayList<>(seen);
        for (int next = 0; next < nodes.size(); next++) {
            for (int index = 0; index < edges.count(nodes.get(next)); index++) {
                int to = edges.get(nodes.get(next), index, 1);
                if (seen.add(to)) {
                    nodes.add(to);
                }
            }
        }
        return nodes;
    }

    private List<Integer> block(int first, int number, Map<Integer, Integer> entering, Map<Integer, Integer> blockOf) {
        RowIndex edges = facts.by("edge", 0);
        List<Integer> block = new ArrayList<>();
        int node = first;
        while (true) {
            block.add(node);
            blockOf.put(node, number);
            if (edges.count(node) != 1 || facts.kind(node).equals("entry")) {
                return block;
            }
            int next = edges.get(node, 0, 1);
            boolean joins = entering.getOrDefault(next, 0) > 1 || facts.kind(next).equals("exit") || blockOf.containsKey(next);
            if (joins || !facts.symbol(edges.get(node, 0, 2)).isEmpty()) {
                return block;
            }
            node = next;
        }
    }

    private Graph.Node box(List<Integer> block) {
        int first = block.get(0);
        String kind = facts.kind(first);
        if (kind.equals("entry") || kind.equals("exit")) {
            Location at = facts.location(first);
            String title = kind.equals("entry") ? facts.functionName(facts.functionOf(first)) : "return";
            return new Graph.Node(Graph.Kind.TERMINAL, List.of(title), List.of(new Graph.Place(at.line(), at.column())));
        }
        List<String> lines = new ArrayList<>();
        List<Graph.Place> places = new ArrayList<>();
        for (int index = 0; index < block.size(); index++) {
            int node = block.get(index);
            Location at = facts.location(node);
            places.add(new Graph.Place(at.line(), at.column()));
            if (!isPartOfALaterOne(block, index) && !facts.kind(node).equals("join")) {
                String question = facts.kind(node).equals("branch") ? " ?" : "";
                lines.add(at.line() + "  " + shortened(facts.text(node)) + question);
            }
        }
        return new Graph.Node(Graph.Kind.PLAIN, lines.isEmpty() ? List.of("·") : lines, places);
    }

    /** The call in {@code status = WdfRequestRetrieve(…)} needs no line of its own. */
    private boolean isPartOfALaterOne(List<Integer> block, int index) {
        String text = facts.text(block.get(index));
        int line = facts.location(block.get(index)).line();
        for (int later = index + 1; later < block.size(); later++) {
            if (facts.location(block.get(later)).line() != line) {
                return false;
            }
            if (facts.text(block.get(later)).contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MOST_LETTERS ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_LETTERS - 1)) + "…";
    }
}
