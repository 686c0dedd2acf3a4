package io.padlog.extract.correlate;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.correlate.Atom.Kind;
import io.padlog.extract.correlate.Partition.Point;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the atoms of a function: the values that are tested where the way taken matters, those that are copied into
 * them, and the result.
 */
final class AtomSelection {
    /** What is copied is not followed back further if it makes more atoms than this. */
    private static final int MAXIMUM_ATOMS = 60;

    private final ControlFlowGraph graph;
    private final Effects effects;
    private final Map<Value, Set<Value>> constants = new LinkedHashMap<>();
    /** The constants that branches, rather than switches, compare with. */
    private final Map<Value, Set<Value>> inBranches = new HashMap<>();
    private final Map<Value, Integer> tests = new LinkedHashMap<>();
    private final BitSet asked = new BitSet();
    private final Set<Value> assigned = new HashSet<>();
    /** Those of them that get what calls that act on a resource return, */
    private final Set<Value> results = new HashSet<>();
    /** and those that get something else than that and constants. */
    private final Set<Value> computed = new HashSet<>();
    /** Those that are returned as they are. */
    private final Set<Value> returned = new HashSet<>();

    private AtomSelection(ControlFlowGraph graph, Effects effects) {
        this.graph = graph;
        this.effects = effects;
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Assign assign) {
                assigned.add(assign.target());
                if (isResult(assign.source())) {
                    results.add(assign.target());
                } else if (!Test.isConstant(assign.source())) {
                    computed.add(assign.target());
                }
            }
        }
    }

    /** @return the atoms, the most useful first */
    static List<Atom> select(ControlFlowGraph graph, Effects effects) {
        AtomSelection selection = new AtomSelection(graph, effects);
        selection.fromTests();
        // What decides which constant a flag gets matters, too.
        selection.fromTests();
        selection.fromTestsOfChosen();
        selection.fromReturns();
        selection.fromCopies();
        return selection.atoms();
    }

    private void fromTests() {
        boolean[] matters = branchesThatMatter();
        for (int number = 0; number < graph.nodes().size(); number++) {
            Node node = graph.nodes().get(number);
            if (matters[number] && node instanceof Node.Branch branch && !asked.get(number)) {
                asked.set(number);
                ask(Test.of(branch.condition()));
            } else if (matters[number] && node instanceof Node.Switch choice) {
                wanted(choice.subject());
            }
        }
    }

    /** What is chosen is asked at each test of it. */
    private void fromTestsOfChosen() {
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Branch branch) {
                Test test = Test.of(branch.condition());
                if (constants.containsKey(test.subject())) {
                    ask(test);
                }
            }
        }
        for (Edge edge : graph.edges()) {
            if (graph.nodes().get(edge.from()) instanceof Node.Switch choice && constants.containsKey(choice.subject())) {
                edge.low().map(low -> new Test(choice.subject(), "==", low))
                        .ifPresent(edge.high().isPresent() ? this::ask : this::compare);
            }
        }
    }

    /** A branch matters if its ways differ before they meet again: one acts or returns, or sets a flag that is asked for. */
    private boolean[] branchesThatMatter() {
        Steps steps = new Steps(graph.nodes().size());
        for (Edge edge : graph.edges()) {
            steps.add(edge.from(), edge.to(), Mask.IDENTITY);
        }
        for (int node = 0; node < graph.nodes().size(); node++) {
            if (effects.acts(node) || graph.nodes().get(node) instanceof Node.Return || setsFlag(node)) {
                steps.keep(node);
            }
        }
        steps.contract();
        boolean[] matters = new boolean[graph.nodes().size()];
        for (int node = 0; node < matters.length; node++) {
            matters[node] = steps.from(node).size() > 1;
        }
        return matters;
    }

    private boolean setsFlag(int node) {
        return graph.nodes().get(node) instanceof Node.Assign assign && Test.isConstant(assign.source())
                && constants.containsKey(assign.target()) && isFlag(assign.target());
    }

    private void fromReturns() {
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Return exit) {
                exit.value().ifPresent(this::wantedSource);
                exit.value().filter(assigned::contains).ifPresent(returned::add);
            }
        }
    }

    /** What is copied into an atom is one too, and so on back. */
    private void fromCopies() {
        int known;
        do {
            known = constants.size();
            for (Node node : graph.nodes()) {
                if (node instanceof Node.Assign assign && constants.containsKey(assign.target())) {
                    wantedSource(assign.source());
                }
            }
        } while (constants.size() > known && known < MAXIMUM_ATOMS);
    }

    private void wantedSource(Value source) {
        if (Test.isConstant(source) || source instanceof Value.AddressOf) {
            return;
        }
        boolean condition = !Test.of(source).subject().equals(source);
        if (condition) {
            ask(Test.of(source));
        } else if (!(source instanceof Value.Operation)) {
            wanted(source);
        }
    }

    private void ask(Test test) {
        compare(test);
        inBranches.computeIfAbsent(test.subject(), key -> new HashSet<>()).add(test.constant());
    }

    private void compare(Test test) {
        wanted(test.subject());
        tests.merge(test.subject(), 1, Integer::sum);
        if (!test.constant().equals(new Value.Constant(0))) {
            constants.get(test.subject()).add(test.constant());
        }
    }

    private void wanted(Value value) {
        constants.computeIfAbsent(value, key -> new LinkedHashSet<>());
    }

    private List<Atom> atoms() {
        List<Atom> atoms = new ArrayList<>();
        constants.forEach((value, compared) -> atom(value, compared).ifPresent(atoms::add));
        // What a call that acts returns, flags, and what callers get are what is lost first where a function tests much: they get
        // their bits before the others, and of these what is tested most.
        atoms.sort(Comparator.comparing(Atom::kind).thenComparing(atom -> -tests.getOrDefault(atom.value(), 0)));
        return atoms;
    }

    private Kind kind(Value value) {
        if (isResult(value)) {
            return Kind.RESULT;
        }
        if (!isFlag(value)) {
            return returned.contains(value) ? Kind.STATUS : Kind.OTHER;
        }
        return results.contains(value) ? Kind.STATUS : Kind.FLAG;
    }

    /** A local that is assigned, and nothing but constants and what calls that act on a resource return. */
    private boolean isFlag(Value value) {
        return value instanceof Value.Variable variable && variable.scope() == Value.Scope.LOCAL
                && assigned.contains(value) && !computed.contains(value);
    }

    /** What a call that acts on a resource returns. */
    private boolean isResult(Value value) {
        return value instanceof Value.Temporary result && effects.acts(result.node());
    }

    private Optional<Atom> atom(Value value, Set<Value> compared) {
        Mentions mentions = Mentions.of(value);
        boolean constant = mentions.variables().isEmpty() && mentions.names().isEmpty();
        if (!mentions.followed() || constant || !tellsSomething(value)) {
            return Optional.empty();
        }
        return Optional.of(new Atom(value, kind(value), mentions, new Partition(points(value, compared))));
    }

    private List<Point> points(Value value, Set<Value> compared) {
        List<Point> points = compared.size() <= Partition.MAXIMUM_POINTS
                ? compared.stream().map(constant -> new Point(List.of(constant))).toList() : together(value, compared);
        return points.subList(0, Math.min(points.size(), Partition.MAXIMUM_POINTS));
    }

    /** Constants are one point if each {@code switch} goes to the same place with them, and no other test asks for them. */
    private List<Point> together(Value value, Set<Value> compared) {
        Map<List<Integer>, List<Value>> points = new LinkedHashMap<>();
        int[] next = behindJoins();
        List<Integer> alone = new ArrayList<>();
        for (Value constant : compared) {
            List<Integer> places = new ArrayList<>();
            for (Edge edge : graph.edges()) {
                boolean asks = graph.nodes().get(edge.from()) instanceof Node.Switch choice && choice.subject().equals(value)
                        && edge.high().isEmpty() && edge.low().filter(constant::equals).isPresent();
                if (asks) {
                    places.add(edge.from());
                    places.add(settled(edge.to(), next));
                }
            }
            if (inBranches.getOrDefault(value, Set.of()).contains(constant)) {
                // No two of these lists are equal, and none is one of places, which are not negative.
                alone.add(-1);
                places = List.copyOf(alone);
            }
            points.computeIfAbsent(places, key -> new ArrayList<>()).add(constant);
        }
        return points.values().stream().map(Point::new).toList();
    }

    /** For each node the one that comes next if it is a join, such as a label, with one way on; else itself. */
    private int[] behindJoins() {
        int[] ways = new int[graph.nodes().size()];
        int[] next = new int[graph.nodes().size()];
        for (Edge edge : graph.edges()) {
            ways[edge.from()]++;
            next[edge.from()] = edge.to();
        }
        for (int node = 0; node < next.length; node++) {
            next[node] = ways[node] == 1 && graph.nodes().get(node) instanceof Node.Join ? next[node] : node;
        }
        return next;
    }

    private static int settled(int node, int[] next) {
        int at = node;
        for (int step = 0; next[at] != at && step < next.length; step++) {
            at = next[at];
        }
        return at;
    }

    /** One test of something never known before or after tells nothing. */
    private boolean tellsSomething(Value value) {
        if (tests.getOrDefault(value, 0) != 1) {
            return true;
        }
        boolean known = value instanceof Value.Temporary
                || value instanceof Value.Variable variable && variable.scope() == Value.Scope.PARAMETER
                || value instanceof Value.Dereference;
        return known || assigned.contains(value)
                || value instanceof Value.Operation operation && operation.operands().stream().anyMatch(assigned::contains);
    }
}
