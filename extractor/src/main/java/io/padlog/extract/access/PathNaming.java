package io.padlog.extract.access;

import io.padlog.extract.cfg.AccessPath;
import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Names the values of one function. Each variable, and each field that the function stores to, has one path at each node:
 * what it was last assigned, or a name of its own from the node on where different values meet. That is a forward data
 * flow over a lattice of height two, so each node is visited a few times at most; it gives the names that static single
 * assignment would (Cytron et al., TOPLAS 1991) without the dominance frontiers.
 */
public final class PathNaming {
    private static final AccessPath NULL = new AccessPath.Constant(0);

    private final ControlFlowGraph graph;
    private final Accessors accessors;
    private final Map<Object, Integer> slots = new HashMap<>();
    private final List<String> slotNames = new ArrayList<>();
    private final AccessPath[][] before;
    private final StoredField[][] fieldsBefore;
    private final AccessPath[][] after;
    private final StoredField[][] fieldsAfter;
    private final Map<String, Integer> storedFields = new HashMap<>();
    private final Map<AccessPath, Set<AccessPath>> meetings = new LinkedHashMap<>();

    /** What is known of a field's last store; {@code version} is the node of the store or of the meeting. */
    private record StoredField(int version, AccessPath target, AccessPath value) {
        static final StoredField INITIAL = new StoredField(0, AccessPath.UNNAMED, AccessPath.UNNAMED);
    }

    private PathNaming(ControlFlowGraph graph, Accessors accessors) {
        this.graph = graph;
        this.accessors = accessors;
        this.before = new AccessPath[graph.nodes().size()][];
        this.fieldsBefore = new StoredField[graph.nodes().size()][];
        this.after = new AccessPath[graph.nodes().size()][];
        this.fieldsAfter = new StoredField[graph.nodes().size()][];
    }

    /** Names the values of a function.
     *  @param accessors the functions whose result is a path of their arguments */
    public static PathNaming of(ControlFlowGraph graph, Accessors accessors) {
        PathNaming naming = new PathNaming(graph, accessors);
        naming.numberSlots();
        naming.flow();
        return naming;
    }

    /** What {@code value} is when control reaches {@code node}. */
    public AccessPath value(int node, Value value) {
        return new Evaluation(before[node], fieldsBefore[node]).value(value);
    }

    /** The object that the place {@code value} is, when control reaches {@code node}. */
    public AccessPath place(int node, Value value) {
        return new Evaluation(before[node], fieldsBefore[node]).place(value);
    }

    /** What {@code path} may be, if it depends on a variable in which several values meet; else nothing. */
    public Set<AccessPath> alternatives(AccessPath path) {
        Set<AccessPath> alternatives = new LinkedHashSet<>();
        meetings.forEach((met, values) -> {
            for (AccessPath value : values) {
                AccessPath alternative = path.with(met, value);
                if (!alternative.equals(path)) {
                    alternatives.add(alternative);
                }
            }
        });
        return alternatives;
    }

    private void numberSlots() {
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Assign assign) {
                if (assign.target() instanceof Value.Field field) {
                    storedFields.putIfAbsent(field.name(), storedFields.size());
                } else {
                    slot(assign.target());
                }
            } else if (node instanceof Node.Call call) {
                for (Value argument : call.arguments()) {
                    if (argument instanceof Value.AddressOf address) {
                        slot(address.object());
                    }
                }
            }
        }
    }

    /** A variable needs a slot only if it changes: a parameter that is never assigned keeps its name. */
    private void slot(Value place) {
        String name;
        if (place instanceof Value.Variable variable && ownedByFunction(variable)) {
            name = variable.name();
        } else if (place instanceof Value.Temporary) {
            name = "?";
        } else {
            return;
        }
        if (slots.putIfAbsent(place, slotNames.size()) == null) {
            slotNames.add(name);
        }
    }

    private static boolean ownedByFunction(Value.Variable variable) {
        return variable.scope() == Value.Scope.LOCAL || variable.scope() == Value.Scope.PARAMETER;
    }

    private void flow() {
        AccessPath[] entry = new AccessPath[slotNames.size()];
        slots.forEach((place, slot) -> entry[slot] = initial(place));
        before[0] = entry;
        fieldsBefore[0] = new StoredField[storedFields.size()];
        Arrays.fill(fieldsBefore[0], StoredField.INITIAL);
        int[] firstEdge = firstEdges(graph);
        int[][] predecessors = predecessors(graph);
        ArrayDeque<Integer> waiting = new ArrayDeque<>(List.of(0));
        boolean[] isWaiting = new boolean[graph.nodes().size()];
        while (!waiting.isEmpty()) {
            int node = waiting.poll();
            isWaiting[node] = false;
            after[node] = before[node].clone();
            fieldsAfter[node] = fieldsBefore[node].clone();
            transfer(node, after[node], fieldsAfter[node]);
            for (int edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
                int to = graph.edges().get(edge).to();
                if (meet(to, predecessors[to]) && !isWaiting[to]) {
                    isWaiting[to] = true;
                    waiting.add(to);
                }
            }
        }
        findMeetings(predecessors);
    }

    private void findMeetings(int[][] predecessors) {
        for (int node = 0; node < predecessors.length; node++) {
            for (int slot = 0; before[node] != null && slot < slotNames.size(); slot++) {
                AccessPath met = before[node][slot];
                if (predecessors[node].length > 1 && met.equals(new AccessPath.Local(slotNames.get(slot), node))) {
                    Set<AccessPath> values = meetings.computeIfAbsent(met, key -> new LinkedHashSet<>());
                    for (int predecessor : predecessors[node]) {
                        if (after[predecessor] != null) {
                            values.add(after[predecessor][slot]);
                        }
                    }
                }
            }
        }
    }

    /** Where each node's edges begin in the graph's sorted list; one more entry than nodes. */
    static int[] firstEdges(ControlFlowGraph graph) {
        int[] first = new int[graph.nodes().size() + 1];
        for (Edge edge : graph.edges()) {
            first[edge.from() + 1]++;
        }
        for (int node = 0; node < graph.nodes().size(); node++) {
            first[node + 1] += first[node];
        }
        return first;
    }

    private static int[][] predecessors(ControlFlowGraph graph) {
        int[] count = new int[graph.nodes().size()];
        graph.edges().forEach(edge -> count[edge.to()]++);
        int[][] predecessors = new int[count.length][];
        for (int node = 0; node < count.length; node++) {
            predecessors[node] = new int[count[node]];
        }
        graph.edges().forEach(edge -> predecessors[edge.to()][--count[edge.to()]] = edge.from());
        return predecessors;
    }

    private static AccessPath initial(Object place) {
        if (place instanceof Value.Variable variable) {
            return variable.scope() == Value.Scope.PARAMETER
                    ? new AccessPath.Parameter(variable.index())
                    : new AccessPath.Local(variable.name(), 0);
        }
        return new AccessPath.Local("?", 0);
    }

    private void transfer(int number, AccessPath[] state, StoredField[] fields) {
        Node node = graph.nodes().get(number);
        Evaluation evaluation = new Evaluation(state, fields);
        if (node instanceof Node.Assign assign) {
            AccessPath value = evaluation.value(assign.source());
            if (assign.target() instanceof Value.Field field) {
                AccessPath target = evaluation.place(field);
                fields[storedFields.get(field.name())] = new StoredField(number, target, value);
            } else {
                Integer slot = slots.get(assign.target());
                if (slot != null) {
                    boolean keeps = !(value instanceof AccessPath.Unnamed || value instanceof AccessPath.Computed);
                    state[slot] = keeps ? value : new AccessPath.Local(slotNames.get(slot), number);
                }
            }
        } else if (node instanceof Node.Call call) {
            for (Value argument : call.arguments()) {
                Integer slot = argument instanceof Value.AddressOf address ? slots.get(address.object()) : null;
                if (slot != null) {
                    state[slot] = new AccessPath.Local(slotNames.get(slot), number);
                }
            }
        }
    }

    /** Joins what the predecessors that were visited leave; where they differ, the node's own name stays for good. */
    private boolean meet(int to, int[] predecessors) {
        boolean changed = before[to] == null;
        if (changed) {
            before[to] = new AccessPath[slotNames.size()];
            fieldsBefore[to] = new StoredField[storedFields.size()];
        }
        for (int slot = 0; slot < slotNames.size(); slot++) {
            AccessPath met = new AccessPath.Local(slotNames.get(slot), to);
            AccessPath joined = met.equals(before[to][slot]) ? met : joined(predecessors, slot, met);
            changed |= !joined.equals(before[to][slot]);
            before[to][slot] = joined;
        }
        for (int field = 0; field < storedFields.size(); field++) {
            StoredField met = new StoredField(to, AccessPath.UNNAMED, AccessPath.UNNAMED);
            StoredField joined = met.equals(fieldsBefore[to][field]) ? met : joined(predecessors, field, met);
            changed |= !joined.equals(fieldsBefore[to][field]);
            fieldsBefore[to][field] = joined;
        }
        return changed;
    }

    private AccessPath joined(int[] predecessors, int slot, AccessPath met) {
        AccessPath joined = NULL;
        for (int predecessor : predecessors) {
            AccessPath value = after[predecessor] == null ? NULL : after[predecessor][slot];
            // Nothing is reached through NULL, so what has a name here has it by the other value.
            if (!value.equals(NULL) && !value.equals(joined)) {
                if (!joined.equals(NULL)) {
                    return met;
                }
                joined = value;
            }
        }
        return joined;
    }

    private StoredField joined(int[] predecessors, int field, StoredField met) {
        StoredField joined = null;
        for (int predecessor : predecessors) {
            if (fieldsAfter[predecessor] != null) {
                StoredField stored = fieldsAfter[predecessor][field];
                if (joined != null && !joined.equals(stored)) {
                    return met;
                }
                joined = stored;
            }
        }
        return Objects.requireNonNull(joined);
    }

    /** Values and places in one state. */
    private final class Evaluation {
        private final AccessPath[] state;
        private final StoredField[] fields;

        Evaluation(AccessPath[] state, StoredField[] fields) {
            this.state = Objects.requireNonNull(state);
            this.fields = fields;
        }

        AccessPath value(Value value) {
            if (value instanceof Value.Constant constant) {
                return new AccessPath.Constant(constant.value());
            } else if (value instanceof Value.Variable variable) {
                return variable(variable);
            } else if (value instanceof Value.Temporary temporary) {
                return temporary(temporary);
            } else if (value instanceof Value.AddressOf address) {
                return AccessPath.addressOf(place(address.object()));
            } else if (value instanceof Value.Operation operation) {
                return AccessPath.computed(operation.operator(), operation.operands().stream().map(this::value).toList());
            } else if (value instanceof Value.Text || value instanceof Value.Unknown) {
                return AccessPath.UNNAMED;
            }
            return load(place(value));
        }

        private AccessPath variable(Value.Variable variable) {
            Integer slot = slots.get(variable);
            if (slot != null) {
                return state[slot];
            }
            return switch (variable.scope()) {
                case PARAMETER -> new AccessPath.Parameter(variable.index());
                case LOCAL -> new AccessPath.Local(variable.name(), 0);
                case GLOBAL, FUNCTION, ENUMERATOR, UNDECLARED -> new AccessPath.Global(variable.name());
            };
        }

        private AccessPath temporary(Value.Temporary temporary) {
            Integer slot = slots.get(temporary);
            if (slot != null) {
                return state[slot];
            }
            if (!(graph.nodes().get(temporary.node()) instanceof Node.Call call)
                    || !(call.function() instanceof Value.Variable callee)) {
                return new AccessPath.Result("", temporary.node());
            }
            // Arguments are named where the call stands: a local may have been assigned since.
            AccessPath[] atCall = before[temporary.node()];
            if (atCall == null) {
                return AccessPath.UNNAMED;
            }
            Evaluation there = new Evaluation(atCall, fieldsBefore[temporary.node()]);
            return accessors.result(callee.name(), call.arguments().stream().map(there::value).toList())
                    .orElseGet(() -> new AccessPath.Result(callee.name(), temporary.node()));
        }

        AccessPath place(Value value) {
            if (value instanceof Value.Variable variable) {
                return ownedByFunction(variable)
                        ? new AccessPath.Storage(variable.name(), variable.index())
                        : new AccessPath.Global(variable.name());
            } else if (value instanceof Value.Field field) {
                return AccessPath.field(place(field.base()), field.name(), 0);
            } else if (value instanceof Value.Dereference dereference) {
                return AccessPath.dereference(value(dereference.pointer()));
            } else if (value instanceof Value.Element element) {
                return AccessPath.element(elements(element.base()), value(element.index()));
            }
            return value(value);
        }

        /** An array's elements lie in the array itself; a pointer's where it points. */
        private AccessPath elements(Value base) {
            boolean pointer = base instanceof Value.Variable variable && ownedByFunction(variable)
                    && !(variable.scope() == Value.Scope.LOCAL && graph.locals().get(variable.index()).type().array());
            return pointer || base instanceof Value.Temporary ? value(base) : place(base);
        }

        /** The value in a place: a field that was stored to has the value or the version of its last store. */
        private AccessPath load(AccessPath place) {
            if (!(place instanceof AccessPath.Field field)) {
                return place;
            }
            Integer stored = storedFields.get(field.name());
            if (stored == null || fields[stored].version() == 0) {
                return place;
            }
            StoredField last = fields[stored];
            return last.target().equals(place) && !(last.value() instanceof AccessPath.Unnamed)
                    && !(last.value() instanceof AccessPath.Computed)
                    ? last.value()
                    : AccessPath.field(field.base(), field.name(), last.version());
        }
    }
}
