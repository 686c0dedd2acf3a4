package io.padlog.extract.access;

import io.padlog.extract.cfg.AccessPath;
import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.PathText;
import io.padlog.extract.cfg.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Names the values of one function. Each variable, and each field that the function stores to, has one path at each node:
 * what it was last assigned, or a name of its own from the node on where different values meet. That is a forward data
 * flow over a lattice of height two, so each node is visited a few times at most; it gives the names that static single
 * assignment would (Cytron et al., TOPLAS 1991) without the dominance frontiers.
 */
public final class PathNaming {
    /** A value that still changes after so many rounds gets the node's own name. */
    private static final int MOST_ROUNDS = 8;
    /** What states may hold in all; in a function that needs more, what is assigned has no name. */
    private static final long MOST_CELLS = 20_000_000;
    private static final AccessPath NULL = new AccessPath.Constant(0);

    private final ControlFlowGraph graph;
    private final Accessors accessors;
    private final Slots slots;
    private final AccessPath[][] before;
    private final StoredField[][] fieldsBefore;
    private final AccessPath[][] after;
    private final StoredField[][] fieldsAfter;
    /** Where a node stands in the order in which nodes are followed. */
    private final int[] places;
    /** What slots have at the heads of loops since something that comes back there differs from what comes first. */
    private final Map<Place, AccessPath> loopNames = new HashMap<>();
    private final Map<Place, Set<AccessPath>> loopFields = new HashMap<>();
    /** Places that keep their name although something was stored in the field of another object, with the last such stores. */
    private final Map<AccessPath, Set<Integer>> kept = new HashMap<>();
    private boolean followed = true;
    private final Map<AccessPath, Set<AccessPath>> meetings = new HashMap<>();

    /** A slot, or a stored field, at a node. */
    private record Place(int node, int slot) {}

    private PathNaming(ControlFlowGraph graph, Accessors accessors, Function<Value.Field, String> owners) {
        this.graph = graph;
        this.accessors = accessors;
        this.slots = Slots.of(graph, owners);
        this.before = new AccessPath[graph.nodes().size()][];
        this.fieldsBefore = new StoredField[graph.nodes().size()][];
        this.after = new AccessPath[graph.nodes().size()][];
        this.fieldsAfter = new StoredField[graph.nodes().size()][];
        this.places = new int[graph.nodes().size()];
    }

    /** Names the values of a function.
     *  @param accessors the functions whose result is a path of their arguments
     *  @param owners the struct that has a field; empty if not known: a store to another struct's field changes nothing */
    public static PathNaming of(ControlFlowGraph graph, Accessors accessors, Function<Value.Field, String> owners) {
        PathNaming naming = new PathNaming(graph, accessors, owners);
        naming.followed = (long) graph.nodes().size() * (naming.slots.size() + naming.slots.fields()) <= MOST_CELLS;
        if (naming.followed) {
            naming.flow();
        } else {
            Arrays.fill(naming.before, new AccessPath[0]);
            Arrays.fill(naming.fieldsBefore, new StoredField[0]);
        }
        return naming;
    }

    /** Whether what is assigned is followed: the function is not too large. */
    public boolean isFollowed() {
        return followed;
    }

    /** What {@code value} is when control reaches {@code node}. */
    public AccessPath value(int node, Value value) {
        return new Evaluation(before[node], fieldsBefore[node]).value(value);
    }

    /** The object that the place {@code value} is, when control reaches {@code node}. */
    public AccessPath place(int node, Value value) {
        return new Evaluation(before[node], fieldsBefore[node]).place(value);
    }

    /** The same for a path that a callee names by its parameters: local objects and their fields have what was stored. */
    AccessPath settled(int node, AccessPath path) {
        return !followed ? path : new Evaluation(before[node], fieldsBefore[node]).settled(path);
    }

    /** What {@code path} may be, if it depends on a variable in which several values meet; else nothing. */
    public Set<AccessPath> alternatives(AccessPath path) {
        Set<AccessPath> alternatives = new LinkedHashSet<>();
        for (AccessPath root : path.roots()) {
            for (AccessPath value : meetings.getOrDefault(root, Set.of())) {
                AccessPath alternative = path.with(root, value);
                if (!alternative.equals(path)) {
                    alternatives.add(alternative);
                }
            }
        }
        return alternatives;
    }

    /** Whether the same name was read before and after a store to the field of another object, which may be the same one. */
    public boolean keptBesideStores(AccessPath path) {
        if (path instanceof AccessPath.Field field) {
            return kept.getOrDefault(path, Set.of()).size() > 1 || keptBesideStores(field.base());
        } else if (path instanceof AccessPath.Dereference dereference) {
            return keptBesideStores(dereference.pointer());
        } else if (path instanceof AccessPath.Element element) {
            return keptBesideStores(element.base());
        }
        return path instanceof AccessPath.AddressOf address && keptBesideStores(address.object());
    }

    /**
     * Follows the nodes in reverse postorder, at first as if no loop changed anything. Where that proves wrong, the head of
     * the loop gets names of its own, and all is followed again from there: a name that was made under the wrong belief
     * must not meet the right one behind the next loop.
     */
    private void flow() {
        before[0] = new AccessPath[slots.size()];
        slots.forEach((place, slot) -> before[0][slot] = initial(place));
        fieldsBefore[0] = new StoredField[slots.fields()];
        Arrays.fill(fieldsBefore[0], StoredField.INITIAL);
        int[][] predecessors = NodeEdges.predecessors(graph);
        int[] order = NodeEdges.reversePostorder(graph);
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        int from = 0;
        for (int round = 1; from < order.length; round++) {
            for (int place = from; place < order.length; place++) {
                int node = order[place];
                if (node > 0) {
                    meet(node, predecessors[node]);
                }
                after[node] = before[node];
                fieldsAfter[node] = fieldsBefore[node];
                transfer(node);
            }
            from = order.length;
            for (int place = order.length - 1; place > 0; place--) {
                if (contradicts(order[place], predecessors[order[place]], round)) {
                    from = place;
                }
            }
        }
        findMeetings(predecessors);
    }

    private void findMeetings(int[][] predecessors) {
        for (int node = 0; node < predecessors.length; node++) {
            for (int slot = 0; before[node] != null && slot < slots.size(); slot++) {
                AccessPath met = before[node][slot];
                if (predecessors[node].length > 1 && isOwn(met, slot, node)) {
                    Set<AccessPath> values = meetings.computeIfAbsent(met, key -> new LinkedHashSet<>());
                    for (int predecessor : predecessors[node]) {
                        values.add(after[predecessor][slot]);
                    }
                }
            }
        }
    }

    private static AccessPath initial(Object place) {
        if (place instanceof Value.Variable variable) {
            return variable.scope() == Value.Scope.PARAMETER
                    ? new AccessPath.Parameter(variable.index())
                    : new AccessPath.Local(variable.name(), 0);
        } else if (place instanceof Value.Field field) {
            return Slots.storage(field);
        }
        return new AccessPath.Local("?", 0);
    }

    /** States are shared between nodes until one changes something. */
    private void transfer(int number) {
        Node node = graph.nodes().get(number);
        if (node instanceof Node.Assign assign) {
            Evaluation evaluation = new Evaluation(before[number], fieldsBefore[number]);
            AccessPath value = evaluation.value(assign.source());
            if (assign.target() instanceof Value.Field field) {
                AccessPath target = evaluation.place(field);
                fieldsAfter[number] = fieldsBefore[number].clone();
                for (int stored : slots.stored(field)) {
                    fieldsAfter[number][stored] = fieldsBefore[number][stored].stored(number, target, value);
                }
                store(number, field.name(), target, value);
            } else {
                int slot = slots.of(assign.target());
                if (slot != Slots.NONE) {
                    boolean keeps = !(value instanceof AccessPath.Unnamed || value instanceof AccessPath.Computed);
                    set(number, slot, keeps ? value : new AccessPath.Local(slots.name(slot), number));
                }
            }
        } else if (node instanceof Node.Call call) {
            for (Value argument : call.arguments()) {
                int slot = argument instanceof Value.AddressOf address ? slots.of(address.object()) : Slots.NONE;
                if (slot != Slots.NONE) {
                    set(number, slot, new AccessPath.Local(slots.name(slot), number));
                }
            }
        }
    }

    /** A store to a field of a local object changes that; one through a pointer may change any. */
    private void store(int node, String field, AccessPath target, AccessPath value) {
        for (int slot : slots.ofLocal(field)) {
            boolean keeps = !(value instanceof AccessPath.Unnamed || value instanceof AccessPath.Computed);
            boolean same = target.equals(initialField(slot));
            if (same && keeps) {
                set(node, slot, value);
            } else if (same || !isLocal(target)) {
                set(node, slot, new AccessPath.Local(slots.name(slot), node));
            }
        }
    }

    private AccessPath initialField(int slot) {
        return before[0][slot];
    }

    private static boolean isLocal(AccessPath target) {
        return target instanceof AccessPath.Field field
                && (field.base() instanceof AccessPath.Storage || isLocal(field.base()));
    }

    private void set(int node, int slot, AccessPath value) {
        if (after[node] == before[node]) {
            after[node] = before[node].clone();
        }
        after[node][slot] = value;
    }

    /** The predecessors that come first. */
    private int[] earlier(int to, int[] predecessors) {
        int count = 0;
        for (int from : predecessors) {
            count += places[from] < places[to] ? 1 : 0;
        }
        if (count == predecessors.length) {
            return predecessors;
        }
        int[] first = new int[count];
        int next = 0;
        for (int from : predecessors) {
            if (places[from] < places[to]) {
                first[next++] = from;
            }
        }
        return first;
    }

    /** Joins what the predecessors leave that come first; where they differ, the node has a name of its own. */
    private void meet(int to, int[] predecessors) {
        int[] first = earlier(to, predecessors);
        boolean isLoop = first.length < predecessors.length;
        before[to] = after[first[0]];
        fieldsBefore[to] = fieldsAfter[first[0]];
        for (int slot = 0; slot < slots.size(); slot++) {
            AccessPath joined = joined(first, slot, to);
            AccessPath looped = isLoop ? loopNames.get(new Place(to, slot)) : null;
            AccessPath value = looped != null && (isOwn(looped, slot, to) || joined.equals(NULL)) ? looped : joined;
            if (value != before[to][slot]) {
                before[to] = before[to] == after[first[0]] ? before[to].clone() : before[to];
                before[to][slot] = value;
            }
        }
        for (int field = 0; field < slots.fields(); field++) {
            StoredField joined = joinedField(first, field, to);
            Set<AccessPath> looped = isLoop ? loopFields.get(new Place(to, field)) : null;
            StoredField value = looped == null ? joined : StoredField.meeting(to, StoredField.union(joined.targets(), looped));
            if (value != fieldsBefore[to][field]) {
                fieldsBefore[to] = fieldsBefore[to] == fieldsAfter[first[0]] ? fieldsBefore[to].clone() : fieldsBefore[to];
                fieldsBefore[to][field] = value;
            }
        }
    }

    /** Whether the ways that lead back to {@code to} leave something else there than was thought, which it then has. */
    private boolean contradicts(int to, int[] predecessors, int round) {
        if (earlier(to, predecessors) == predecessors) {
            return false;
        }
        boolean contradicts = false;
        for (int slot = 0; slot < slots.size(); slot++) {
            AccessPath joined = joined(predecessors, slot, to);
            if (!isOwn(before[to][slot], slot, to) && !joined.equals(before[to][slot])) {
                // p = p->next from p = NULL on would be another path in each round.
                boolean restless = round > MOST_ROUNDS;
                loopNames.put(new Place(to, slot), restless ? new AccessPath.Local(slots.name(slot), to) : joined);
                contradicts = true;
            }
        }
        for (int field = 0; field < slots.fields(); field++) {
            StoredField joined = joinedField(predecessors, field, to);
            StoredField known = fieldsBefore[to][field];
            if (!known.knowsAllOf(joined) || !known.isMeeting(to) && !joined.equals(known)) {
                Place place = new Place(to, field);
                loopFields.merge(place, joined.targets(), StoredField::union);
                contradicts = true;
            }
        }
        return contradicts;
    }

    private boolean isOwn(AccessPath path, int slot, int node) {
        return path instanceof AccessPath.Local local && local.node() == node && local.name().equals(slots.name(slot));
    }

    private AccessPath joined(int[] predecessors, int slot, int to) {
        AccessPath joined = NULL;
        for (int predecessor : predecessors) {
            AccessPath value = after[predecessor][slot];
            // Nothing is reached through NULL, so what has a name here has it by the other value.
            if (value != joined && !value.equals(NULL) && !value.equals(joined)) {
                if (!joined.equals(NULL)) {
                    return new AccessPath.Local(slots.name(slot), to);
                }
                joined = value;
            }
        }
        return joined;
    }

    private StoredField joinedField(int[] predecessors, int field, int to) {
        StoredField joined = fieldsAfter[predecessors[0]][field];
        for (int predecessor : predecessors) {
            StoredField stored = fieldsAfter[predecessor][field];
            if (joined != stored && !joined.equals(stored)) {
                joined = StoredField.meeting(to, StoredField.union(joined.targets(), stored.targets()));
            }
        }
        return joined;
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
            return value instanceof Value.Field field ? load(place(value), slots.read(field)) : place(value);
        }

        private AccessPath variable(Value.Variable variable) {
            int slot = slots.of(variable);
            if (slot != Slots.NONE) {
                return followed ? state[slot] : AccessPath.UNNAMED;
            }
            return switch (variable.scope()) {
                case PARAMETER -> new AccessPath.Parameter(variable.index());
                case LOCAL -> new AccessPath.Local(variable.name(), 0);
                case GLOBAL, FUNCTION, ENUMERATOR, UNDECLARED -> new AccessPath.Global(variable.name());
            };
        }

        private AccessPath temporary(Value.Temporary temporary) {
            int slot = slots.of(temporary);
            if (slot != Slots.NONE) {
                return followed ? state[slot] : AccessPath.UNNAMED;
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
            return accessors.result(callee.name(), call.arguments().stream().map(there::argument).toList())
                    .orElseGet(() -> new AccessPath.Result(callee.name(), temporary.node()));
        }

        /** An accessor may be told by a text which field it is about. */
        private AccessPath argument(Value value) {
            return value instanceof Value.Text text ? new AccessPath.Global(text.text()) : value(value);
        }

        AccessPath place(Value value) {
            if (value instanceof Value.Variable variable) {
                return Slots.ownedByFunction(variable)
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
            boolean pointer = base instanceof Value.Variable variable && Slots.ownedByFunction(variable)
                    && !(variable.scope() == Value.Scope.LOCAL && graph.locals().get(variable.index()).type().array());
            return pointer || base instanceof Value.Temporary ? value(base) : place(base);
        }

        /** What a field of a local object has. */
        private AccessPath local(AccessPath.Field field) {
            for (int slot : slots.ofLocal(field.name())) {
                if (initialField(slot).equals(field)) {
                    return state[slot];
                }
            }
            return field;
        }

        AccessPath settled(AccessPath path) {
            if (path instanceof AccessPath.Field field) {
                AccessPath same = settledPlace(field);
                return field.version() == 0 && isLocal(same) ? local((AccessPath.Field) same) : same;
            } else if (path instanceof AccessPath.Storage storage) {
                int slot = slots.of(new Value.Variable(storage.name(), Value.Scope.LOCAL, storage.index()));
                return slot == Slots.NONE ? path : state[slot];
            } else if (path instanceof AccessPath.Dereference dereference) {
                return AccessPath.dereference(settled(dereference.pointer()));
            } else if (path instanceof AccessPath.AddressOf address) {
                return address.object() instanceof AccessPath.Field field
                        ? AccessPath.addressOf(settledPlace(field)) : address;
            }
            return path;
        }

        /** The address of a field is not what is stored in it. */
        private AccessPath settledPlace(AccessPath.Field field) {
            AccessPath base = field.base() instanceof AccessPath.Storage ? field.base() : settled(field.base());
            return base == field.base() ? field : AccessPath.field(base, field.name(), field.version());
        }

        /** The value in a place: a field that was stored to has the value or the version of its last store. */
        private AccessPath load(AccessPath place, int stored) {
            if (!(place instanceof AccessPath.Field field)) {
                return place;
            }
            if (stored == Slots.NONE) {
                return place;
            }
            if (followed && fields[stored].version() == 0) {
                kept.computeIfAbsent(place, key -> new HashSet<>()).add(0);
                return place;
            }
            if (!followed) {
                return AccessPath.UNNAMED;
            }
            StoredField last = fields[stored];
            if (!last.target().equals(place) && isLocal(field) && isLocal(last.target())) {
                return local(field);
            }
            if (!last.mayHaveChanged(place)) {
                kept.computeIfAbsent(place, key -> new HashSet<>()).add(last.version());
                return place;
            }
            return last.target().equals(place) && !(last.value() instanceof AccessPath.Unnamed)
                    && !(last.value() instanceof AccessPath.Computed)
                    ? last.value()
                    : AccessPath.field(field.base(), field.name(), last.version());
        }
    }
}
