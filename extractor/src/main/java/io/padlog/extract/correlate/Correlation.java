package io.padlog.extract.correlate;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The control flow of one function with its correlated conditions worked out, as the schema describes it.
 *
 * @implNote Environments are a form of the property simulation of Das, Lerner and Seigle (ESP, PLDI 2002), with the
 *     properties of branches kept as bits; no path is ever enumerated.
 */
public final class Correlation {
    /** The sets of signs that a result may have: 1 zero, 2 positive, 4 negative. */
    private static final int RESULTS = 7;
    /** More atoms than fit in an environment are followed, because not all are alive at once; but not without bound. */
    private static final int MAXIMUM_ATOMS = 120;
    /** Rounds in which assertions that contradict what is known before them are found. */
    private static final int MOST_CONTRADICTIONS = 4;
    /** In a larger function no condition is correlated. */
    static final int MOST_NODES = 100_000;

    private final ControlFlowGraph graph;
    private final Effects unit;
    private final Atoms atoms;
    private final List<Atom> beyond;
    private final NodeEffect[] effects;
    /** The atoms that a caller can ask about too. */
    private final BitSet visible;
    private final Liveness liveness;
    private final Layout layout;
    private final Merging merging;
    /** Assertions that contradict what is known before them. */
    private final BitSet ignored = new BitSet();
    private final Set<Step> steps = new LinkedHashSet<>();
    private final Set<CallStep> callSteps = new LinkedHashSet<>();
    private final List<Leave> leaves = new ArrayList<>();

    /** Control goes from one node to another. */
    public record Step(int from, int to, Mask mask) {}

    /** Control goes on after a call whose result has one of the signs in {@code result}. */
    public record CallStep(int from, int result, int to, Mask mask) {}

    /** The function returns at {@code node} with a result of these signs, where the mask's guard can be passed. */
    public record Leave(int node, int result, Mask mask) {}

    private Correlation(ControlFlowGraph graph, Effects unit) {
        this.graph = graph;
        this.unit = unit;
        List<Atom> selected = isWhole() ? AtomSelection.select(graph, unit) : List.of();
        this.atoms = new Atoms(selected.subList(0, Math.min(selected.size(), MAXIMUM_ATOMS)));
        this.beyond = selected.subList(atoms.size(), selected.size());
        this.effects = new NodeEffect[graph.nodes().size()];
        for (int node = 0; node < effects.length; node++) {
            effects[node] = NodeEffect.of(graph.nodes().get(node), node, atoms, unit);
        }
        this.visible = visible();
        this.liveness = Liveness.of(graph, atoms, effects, visible);
        this.layout = Layout.of(atoms, liveness, effects.length);
        this.merging = new Merging(atoms, liveness, layout);
    }

    /** Works out the correlated conditions of a function. */
    public static Correlation of(ControlFlowGraph graph, Effects unit) {
        Correlation correlation = new Correlation(graph, unit);
        correlation.build();
        return correlation;
    }

    /** Whether the function is small enough for its conditions to be correlated. */
    public boolean isWhole() {
        return graph.nodes().size() <= MOST_NODES;
    }

    public Set<Step> steps() {
        return steps;
    }

    public Set<CallStep> callSteps() {
        return callSteps;
    }

    public List<Leave> leaves() {
        return leaves;
    }

    /**
     * What is tested and has no room, or is forgotten somewhere, although what is known of it at one test may matter at
     * another.
     */
    public List<Value> unfollowed() {
        List<Value> unfollowed = new ArrayList<>();
        for (int atom = 0; atom < atoms.size(); atom++) {
            if ((!layout.has(atom) || merging.forgets(atom)) && liveness.correlates(atom)) {
                unfollowed.add(atoms.get(atom).value());
            }
        }
        beyond.forEach(atom -> unfollowed.add(atom.value()));
        return unfollowed;
    }

    /** What the function knows on entry if it is called with these arguments. */
    public int environment(List<Value> arguments) {
        int environment = -1;
        for (int atom = 0; atom < atoms.size(); atom++) {
            if (atoms.get(atom).value() instanceof Value.Variable variable
                    && variable.scope() == Value.Scope.PARAMETER && variable.index() < arguments.size()
                    && liveness.before(0).get(atom)) {
                Partition partition = atoms.get(atom).partition();
                Value argument = arguments.get(variable.index());
                int classes = argument instanceof Value.AddressOf ? partition.nonzero()
                        : Test.isConstant(argument) ? partition.classOf(argument) : partition.all();
                environment &= ~layout.field(atom) | layout.bits(atom, classes);
            }
        }
        return environment;
    }

    /** Calls {@code consumer} with the bit field of each atom that a caller can see when the function returns at a node. */
    public void visibleAtExit(int node, IntConsumer consumer) {
        BitSet alive = liveness.before(node);
        for (int atom = alive.nextSetBit(0); atom >= 0; atom = alive.nextSetBit(atom + 1)) {
            if (layout.has(atom) && visible.get(atom)) {
                consumer.accept(layout.field(atom));
            }
        }
    }

    private BitSet visible() {
        Set<Value> assigned = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Assign assign && assign.target() instanceof Value.Variable && !narrows(assign)) {
                assigned.add(assign.target());
            }
        }
        BitSet visible = new BitSet();
        for (int atom = 0; atom < atoms.size(); atom++) {
            visible.set(atom, atoms.get(atom).mentions().visibleToCaller(assigned));
        }
        return visible;
    }

    /** Bits that are taken away or added leave the others what the caller passed. */
    private static boolean narrows(Node.Assign assign) {
        return assign.source() instanceof Value.Operation change
                && (change.operator().equals("&") || change.operator().equals("|"))
                && change.operands().contains(assign.target());
    }

    private void build() {
        Steps graphSteps = graphSteps();
        merging.run(graphSteps, this::ways);
        for (int round = 0; round < MOST_CONTRADICTIONS && ignoreContradictions(); round++) {
            graphSteps = graphSteps();
            merging.run(graphSteps, this::ways);
        }
        boolean[] reachable = graphSteps.reachable();
        for (int node = 0; node < effects.length; node++) {
            if (reachable[node]) {
                emit(node, graphSteps.from(node));
            }
        }
    }

    /**
     * An assertion of the opposite of what is known wherever control comes to it only says that control should not come
     * there, as one of 0 does.
     * @return whether there is one
     */
    private boolean ignoreContradictions() {
        int before = ignored.cardinality();
        BitSet stuck = merging.stuck();
        for (int node = stuck.nextSetBit(0); node >= 0; node = stuck.nextSetBit(node + 1)) {
            if (graph.nodes().get(node) instanceof Node.Branch) {
                ignored.set(node);
            }
        }
        return ignored.cardinality() > before;
    }

    private Steps graphSteps() {
        Steps graphSteps = new Steps(effects.length);
        graphSteps.keep(0);
        for (Edge edge : graph.edges()) {
            for (Mask mask : unit.returns(edge.from()) ? masks(edge) : List.<Mask>of()) {
                graphSteps.add(edge.from(), edge.to(), mask);
            }
        }
        for (int node = 0; node < effects.length; node++) {
            if (unit.acts(node) || graph.nodes().get(node) instanceof Node.Return) {
                graphSteps.keep(node);
            }
        }
        graphSteps.contract();
        return graphSteps;
    }

    private void emit(int number, List<Steps.Step> out) {
        if (graph.nodes().get(number) instanceof Node.Return exit) {
            leave(number, exit.value());
            return;
        }
        for (Steps.Step step : out) {
            int forgotten = merging.forgottenAt(step.to());
            steps.add(new Step(number, step.to(), step.mask().forgetting(forgotten)));
            if (unit.acts(number)) {
                for (int result = 1; result <= RESULTS; result++) {
                    callSteps.add(new CallStep(
                            number, result, step.to(), withResult(number, result, step.mask()).forgetting(forgotten)));
                }
            }
        }
    }

    /** What a step may do: a call that acts may return each class of result. */
    private List<Mask> ways(int node, Mask mask) {
        List<Mask> ways = new ArrayList<>(List.of(mask));
        for (int result = 1; unit.acts(node) && result < RESULTS; result <<= 1) {
            ways.add(withResult(node, result, mask));
        }
        return ways;
    }

    /** The call's own result is known to have these signs: its temporary is set instead of forgotten. */
    private Mask withResult(int node, int result, Mask mask) {
        Optional<Integer> temporary = atoms.numberOf(new Value.Temporary(node));
        if (temporary.isEmpty() || !layout.has(temporary.get()) || !liveness.after(node).get(temporary.get())) {
            return mask;
        }
        int field = layout.field(temporary.get());
        int classes = layout.bits(temporary.get(), atoms.get(temporary.get()).partition().ofSigns(result));
        return new Mask(mask.field(), mask.allow(), mask.keep() & ~field, mask.set() & ~field | classes);
    }

    private List<Mask> masks(Edge edge) {
        BitSet alive = liveness.before(edge.to());
        int outside = layout.outside(alive);
        NodeEffect effect = effects[edge.from()];
        // The bits of an atom that is not alive may be another one's by now.
        int forgotten = 0;
        for (int atom = effect.forgotten().nextSetBit(0); atom >= 0; atom = effect.forgotten().nextSetBit(atom + 1)) {
            forgotten |= alive.get(atom) ? layout.field(atom) : 0;
        }
        int mayBecome = 0;
        for (NodeEffect.Becomes becomes : effect.becomes()) {
            mayBecome |= alive.get(becomes.atom()) ? layout.bits(becomes.atom(), becomes.classes()) : 0;
        }
        Mask base = new Mask(-1, -1, -1, outside | forgotten | mayBecome);
        Optional<Integer> target = effect.target().filter(atom -> layout.has(atom) && liveness.after(edge.from()).get(atom));
        if (target.isPresent()) {
            return assigned(effect, target.get(), base, outside);
        }
        List<Mask> guarded = guard(edge, base);
        return guarded.equals(List.of(base)) ? followedPointer(edge.from(), base) : guarded;
    }

    /** A pointer that is followed at a node is not NULL after it. */
    private List<Mask> followedPointer(int node, Mask base) {
        return FollowedPointers.of(graph.nodes().get(node)).stream()
                .flatMap(pointer -> atoms.numberOf(pointer).stream())
                .filter(atom -> layout.has(atom) && liveness.before(node).get(atom))
                .min(Comparator.naturalOrder())
                .map(atom -> List.of(guarded(atom, atoms.get(atom).partition().nonzero(), base).orElseThrow()))
                .orElse(List.of(base));
    }

    private List<Mask> assigned(NodeEffect effect, int target, Mask base, int outside) {
        int field = layout.field(target);
        List<Mask> masks = new ArrayList<>();
        for (NodeEffect.Way way : effect.ways()) {
            int set = base.set() & ~field | layout.bits(target, way.set()) | outside;
            Mask assigned = new Mask(-1, -1, ~field, set);
            way.guard().filter(layout::has).ifPresentOrElse(
                    guard -> guarded(guard, way.allowed(), assigned).ifPresent(masks::add),
                    () -> masks.add(assigned));
        }
        return masks.isEmpty() ? List.of(base) : masks;
    }

    private List<Mask> guard(Edge edge, Mask base) {
        Node node = graph.nodes().get(edge.from());
        Value subject;
        int allowed;
        if (node instanceof Node.Branch branch) {
            Test test = Test.of(branch.condition());
            subject = test.subject();
            Optional<Integer> atom = atoms.numberOf(subject);
            if (atom.isEmpty()) {
                return List.of(base);
            }
            allowed = test.classes(atoms.get(atom.get()).partition(), edge.kind() == Edge.Kind.TRUE);
        } else if (node instanceof Node.Switch choice) {
            subject = choice.subject();
            Optional<Integer> atom = atoms.numberOf(subject);
            if (atom.isEmpty()) {
                return List.of(base);
            }
            allowed = caseClasses(edge, atoms.get(atom.get()).partition());
        } else {
            return List.of(base);
        }
        int atom = atoms.numberOf(subject).orElseThrow();
        return layout.has(atom) && !ignored.get(edge.from()) ? guarded(atom, allowed, base).map(List::of).orElse(List.of()) : List.of(base);
    }

    /** A case asks for its value; the default excludes the classes that are one value of a case. */
    private int caseClasses(Edge edge, Partition partition) {
        if (edge.high().isPresent()) {
            return partition.where(">=", edge.low().orElseThrow(), true) & partition.where("<=", edge.high().get(), true);
        }
        if (edge.low().isPresent()) {
            return partition.where("==", edge.low().get(), true);
        }
        List<Value> cases = new ArrayList<>();
        for (Edge other : graph.edges()) {
            if (other.from() == edge.from() && other.high().isEmpty()) {
                other.low().ifPresent(cases::add);
            }
        }
        return partition.otherThan(cases);
    }

    private Optional<Mask> guarded(int atom, int allowed, Mask mask) {
        if (allowed == 0) {
            return Optional.empty();
        }
        if (allowed == atoms.get(atom).partition().all()) {
            return Optional.of(mask);
        }
        int field = layout.field(atom);
        return Optional.of(new Mask(field, ~field | layout.bits(atom, allowed), mask.keep(), mask.set()));
    }

    private void leave(int node, Optional<Value> value) {
        if (value.isEmpty()) {
            leaves.add(new Leave(node, Partition.ZERO, Mask.IDENTITY));
            return;
        }
        Value result = value.get();
        Test test = Test.of(result);
        Optional<Integer> copied = atoms.numberOf(result).filter(layout::has);
        Optional<Integer> asked = atoms.numberOf(test.subject()).filter(layout::has);
        if (result instanceof Value.Constant constant) {
            leaves.add(new Leave(node, Partition.sign(constant.value()), Mask.IDENTITY));
        } else if (result instanceof Value.AddressOf || result instanceof Value.Text) {
            leaves.add(new Leave(node, Partition.POSITIVE | Partition.NEGATIVE, Mask.IDENTITY));
        } else if (copied.isPresent()) {
            Partition partition = atoms.get(copied.get()).partition();
            for (int sign = Partition.ZERO; sign <= Partition.NEGATIVE; sign <<= 1) {
                leave(node, sign, copied.get(), partition.ofSigns(sign));
            }
        } else if (!test.subject().equals(result) && asked.isPresent()) {
            Partition partition = atoms.get(asked.get()).partition();
            leave(node, Partition.POSITIVE, asked.get(), test.classes(partition, true));
            leave(node, Partition.ZERO, asked.get(), test.classes(partition, false));
        } else {
            leaves.add(new Leave(node, RESULTS, Mask.IDENTITY));
        }
    }

    private void leave(int node, int sign, int atom, int allowed) {
        guarded(atom, allowed, Mask.IDENTITY).ifPresent(mask -> leaves.add(new Leave(node, sign, mask)));
    }
}
