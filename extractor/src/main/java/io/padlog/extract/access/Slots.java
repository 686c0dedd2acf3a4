package io.padlog.extract.access;

import io.padlog.extract.cfg.AccessPath;
import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.PathText;
import io.padlog.extract.cfg.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What a function stores to, numbered from 0: its variables, temporaries and fields of its own objects; and, by name and
 * struct only, the fields of any object.
 */
final class Slots {
    /** The number of what is never stored to. */
    static final int NONE = -1;

    private final Map<Object, Integer> slots = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> fields = new HashMap<>();
    private final Map<String, List<Integer>> fieldsNamed = new HashMap<>();
    private final Set<String> ownerless = new HashSet<>();
    private final Function<Value.Field, String> owners;
    private final Map<String, List<Integer>> ofLocals = new HashMap<>();

    private Slots(Function<Value.Field, String> owners) {
        this.owners = owners;
    }

    /** @param owners the struct that has a field; empty if not known */
    static Slots of(ControlFlowGraph graph, Function<Value.Field, String> owners) {
        Slots slots = new Slots(owners);
        for (Node node : graph.nodes()) {
            if (node instanceof Node.Assign assign) {
                if (assign.target() instanceof Value.Field field) {
                    slots.field(field);
                    slots.localField(field);
                } else {
                    slots.slot(assign.target());
                }
            } else if (node instanceof Node.Call call) {
                for (Value argument : call.arguments()) {
                    if (argument instanceof Value.AddressOf address) {
                        slots.slot(address.object());
                    }
                }
            }
        }
        return slots;
    }

    int size() {
        return names.size();
    }

    /** How many fields are stored to: those of each struct, and for each name those of any. */
    int fields() {
        return fields.size();
    }

    private void field(Value.Field field) {
        String owner = owners.apply(field);
        number(field.name(), "");
        if (owner.isEmpty()) {
            ownerless.add(field.name());
        } else {
            number(field.name(), owner);
        }
    }

    private void number(String name, String owner) {
        if (fields.putIfAbsent(name + ' ' + owner, fields.size()) == null) {
            fieldsNamed.computeIfAbsent(name, key -> new ArrayList<>()).add(fields.size() - 1);
        }
    }

    /** The numbers of the fields that a store may change. */
    List<Integer> stored(Value.Field field) {
        String owner = owners.apply(field);
        return owner.isEmpty() ? fieldsNamed.get(field.name())
                : List.of(fields.get(field.name() + ' '), fields.get(field.name() + ' ' + owner));
    }

    /** The number of the field that is read; {@link #NONE} if nothing that is stored to can be it. */
    int read(Value.Field field) {
        if (!fieldsNamed.containsKey(field.name())) {
            return NONE;
        }
        String owner = owners.apply(field);
        int any = fields.get(field.name() + ' ');
        if (owner.isEmpty()) {
            return any;
        }
        return fields.getOrDefault(field.name() + ' ' + owner, ownerless.contains(field.name()) ? any : NONE);
    }

    /** The number of a variable, a temporary, or a field of one of the function's objects; else {@link #NONE}. */
    int of(Object place) {
        return slots.getOrDefault(place, NONE);
    }

    /** The slots of the function's own objects that are fields of this name. */
    List<Integer> ofLocal(String field) {
        return ofLocals.getOrDefault(field, List.of());
    }

    String name(int slot) {
        return names.get(slot);
    }

    void forEach(BiConsumer<Object, Integer> action) {
        slots.forEach(action);
    }

    /** A field of a local object has a slot too: what is stored in the same field of another one is no matter. */
    private void localField(Value.Field field) {
        if (isLocal(field.base()) && slots.putIfAbsent(field, names.size()) == null) {
            names.add(PathText.of(storage(field)));
            ofLocals.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(slots.get(field));
        }
    }

    private static boolean isLocal(Value object) {
        return object instanceof Value.Variable variable && variable.scope() == Value.Scope.LOCAL
                || object instanceof Value.Field field && isLocal(field.base());
    }

    /** The place of a local object, or of a field of it. */
    static AccessPath storage(Value object) {
        return object instanceof Value.Field field ? AccessPath.field(storage(field.base()), field.name(), 0)
                : new AccessPath.Storage(((Value.Variable) object).name(), ((Value.Variable) object).index());
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
        if (slots.putIfAbsent(place, names.size()) == null) {
            names.add(name);
        }
    }

    static boolean ownedByFunction(Value.Variable variable) {
        return variable.scope() == Value.Scope.LOCAL || variable.scope() == Value.Scope.PARAMETER;
    }
}
