package io.padlog.extract.lower;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph in the making. A node is put behind the {@linkplain #take current frontier} and becomes it. Numbers are
 * provisional: {@link #finish} drops what cannot be reached and numbers the rest anew.
 */
final class GraphBuilder {
    /** TRUE before FALSE and cases in source order; edges that differ only in where they go by their end. */
    private static final Comparator<Arc> ARC_ORDER = Comparator.<Arc, Edge.Kind>comparing(arc -> arc.loose().kind())
            .thenComparingInt(arc -> arc.loose().order()).thenComparingInt(Arc::to);

    /** An edge, by provisional numbers. */
    private record Arc(Frontier.Loose loose, int to) {}

    private final List<Node> nodes = new ArrayList<>();
    /** Provisional numbers, in the order of {@link #nodes}. */
    private int[] numbers = new int[16];
    private int reserved;
    private final List<Arc> arcs = new ArrayList<>();
    private final Set<Integer> settled = new HashSet<>();
    private final int exit;
    private Frontier frontier = new Frontier();

    GraphBuilder(Span entry) {
        add(new Node.Entry(entry));
        exit = reserve();
    }

    /** How many nodes there are. */
    int size() {
        return nodes.size();
    }

    /** The number of the exit, which {@link #finish} makes. */
    int exit() {
        return exit;
    }

    /** Whether control comes here, as far as is known before labels are bound. */
    boolean isLive() {
        return !frontier.isEmpty();
    }

    /** Gives the current frontier away: control does not come here any more. */
    Frontier take() {
        Frontier taken = frontier;
        frontier = new Frontier();
        return taken;
    }

    /** Goes on from there instead of here. */
    void resume(Frontier from) {
        frontier = from;
    }

    /** Goes on from there as well. */
    void merge(Frontier from) {
        if (frontier.isEmpty()) {
            frontier = from;
        } else {
            frontier.addAll(from);
        }
    }

    /** A number for a node that is put later. */
    int reserve() {
        return reserved++;
    }

    int add(Node node) {
        int number = reserve();
        put(number, node);
        return number;
    }

    /** Puts a node under its reserved number. */
    void put(int number, Node node) {
        if (nodes.size() == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[nodes.size()] = number;
        nodes.add(node);
        connect(frontier, number);
        frontier = Frontier.of(number, Edge.Kind.ALWAYS);
    }

    void connect(Frontier from, int to) {
        for (Frontier.Loose edge : from.edges()) {
            arcs.add(new Arc(edge, to));
        }
    }

    /** Branches here; nothing is left of the current frontier. */
    Ways branch(Span span, Value condition) {
        int number = add(new Node.Branch(span, condition));
        take();
        return new Ways(Frontier.of(number, Edge.Kind.TRUE), Frontier.of(number, Edge.Kind.FALSE));
    }

    /** The subject of this switch is constant and one of its cases has that value: the default is not taken. */
    void settle(int choice) {
        settled.add(choice);
    }

    ControlFlowGraph finish(Declaration.Function function, Span end, List<Declaration.Variable> locals) {
        put(exit, new Node.Exit(end));
        arcs.removeIf(arc -> arc.loose().kind() == Edge.Kind.DEFAULT && settled.contains(arc.loose().from()));
        int[] firsts = firsts();
        List<Arc> byOrigin = byOrigin(firsts);
        boolean[] reached = reached(firsts, byOrigin);
        int[] places = new int[reserved];
        Arrays.fill(places, -1);
        int count = 0;
        boolean complete = true;
        List<Node> kept = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (reached[numbers[i]] || numbers[i] == exit) {
                places[numbers[i]] = count++;
                kept.add(nodes.get(i));
                complete &= !(nodes.get(i) instanceof Node.Opaque);
            }
        }
        Renumbering renumbering = new Renumbering(places);
        kept.replaceAll(node -> node.fold(renumbering));
        List<Edge> result = new ArrayList<>(byOrigin.size());
        for (int i = 0; i < nodes.size(); i++) {
            if (reached[numbers[i]]) {
                addOrdered(result, byOrigin.subList(firsts[numbers[i]], firsts[numbers[i] + 1]), renumbering);
            }
        }
        return new ControlFlowGraph(function, kept, result, locals, complete);
    }

    private int[] firsts() {
        int[] firsts = new int[reserved + 1];
        for (Arc arc : arcs) {
            firsts[arc.loose().from() + 1]++;
        }
        for (int i = 0; i < reserved; i++) {
            firsts[i + 1] += firsts[i];
        }
        return firsts;
    }

    /** The edges in the order of where they begin, otherwise as they were made. */
    private List<Arc> byOrigin(int[] firsts) {
        int[] next = firsts.clone();
        Arc[] sorted = new Arc[arcs.size()];
        for (Arc arc : arcs) {
            sorted[next[arc.loose().from()]++] = arc;
        }
        return Arrays.asList(sorted);
    }

    private boolean[] reached(int[] firsts, List<Arc> byOrigin) {
        boolean[] reached = new boolean[reserved];
        int[] work = new int[reserved];
        int size = 1;
        reached[0] = true;
        while (size > 0) {
            int number = work[--size];
            for (int i = firsts[number]; i < firsts[number + 1]; i++) {
                int to = byOrigin.get(i).to();
                if (!reached[to]) {
                    reached[to] = true;
                    work[size++] = to;
                }
            }
        }
        return reached;
    }

    /** Adds what leaves one node; two plain edges to the same place are one. */
    private static void addOrdered(List<Edge> result, List<Arc> siblings, Renumbering renumbering) {
        if (siblings.size() > 1) {
            siblings.sort(ARC_ORDER);
        }
        for (int i = 0; i < siblings.size(); i++) {
            if (i == 0 || ARC_ORDER.compare(siblings.get(i - 1), siblings.get(i)) != 0) {
                result.add(renumbering.edge(siblings.get(i).loose(), siblings.get(i).to()));
            }
        }
    }
}
