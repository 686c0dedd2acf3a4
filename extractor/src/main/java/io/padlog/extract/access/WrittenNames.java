package io.padlog.extract.access;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.symbol.CallSite;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields and globals, by name, that each function of a unit may write, itself or through what it calls, with the
 * constants that it writes.
 */
public final class WrittenNames {
    /** More constants than this are as good as any value. */
    private static final int MAXIMUM_CONSTANTS = 4;
    /** The mark of a value that is no constant. */
    private static final Value ANYTHING = new Value.Unknown("");

    /** Each name with the values that are stored in it, numbered over all names: a set of stores is a few words then. */
    private final Map<String, Map<Value, Integer>> stores = new HashMap<>();
    private int count;
    private final List<BitSet> byFunction = new ArrayList<>();

    private WrittenNames() {}

    public static WrittenNames of(LinkedUnit unit) {
        WrittenNames written = new WrittenNames();
        unit.functions().forEach(function -> written.byFunction.add(written.ownStores(function)));
        int[] order = calleesFirst(unit);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int caller : order) {
                for (CallSite call : unit.calls(unit.functions().get(caller))) {
                    for (FunctionSymbol target : call.targets()) {
                        changed |= written.learn(caller, target.number());
                    }
                }
            }
        }
        return written;
    }

    private boolean learn(int caller, int callee) {
        BitSet known = byFunction.get(caller);
        int before = known.cardinality();
        known.or(byFunction.get(callee));
        return known.cardinality() > before;
    }

    /** The functions in depth-first post-order over calls, so that most callees are done before their callers. */
    private static int[] calleesFirst(LinkedUnit unit) {
        int count = unit.functions().size();
        int[] order = new int[count];
        boolean[] seen = new boolean[count];
        int done = 0;
        ArrayDeque<Iterator<Integer>> open = new ArrayDeque<>();
        ArrayDeque<Integer> path = new ArrayDeque<>();
        for (int root = 0; root < count; root++) {
            if (!seen[root]) {
                seen[root] = true;
                path.push(root);
                open.push(callees(unit, root));
            }
            while (!path.isEmpty()) {
                if (!open.peek().hasNext()) {
                    open.pop();
                    order[done++] = path.pop();
                    continue;
                }
                int callee = open.peek().next();
                if (!seen[callee]) {
                    seen[callee] = true;
                    path.push(callee);
                    open.push(callees(unit, callee));
                }
            }
        }
        return order;
    }

    private static Iterator<Integer> callees(LinkedUnit unit, int caller) {
        return unit.calls(unit.functions().get(caller)).stream()
                .flatMap(call -> call.targets().stream().map(FunctionSymbol::number))
                .iterator();
    }

    /**
     * What a call may write in fields or a global of this name, through the functions of the unit that it reaches.
     *
     * @return the constants that it may get, or none if it may get anything; empty if nothing is written there
     */
    public Optional<Set<Value>> by(CallSite call, String name) {
        Set<Value> values = new HashSet<>();
        for (Map.Entry<Value, Integer> store : stores.getOrDefault(name, Map.of()).entrySet()) {
            for (FunctionSymbol target : call.targets()) {
                if (byFunction.get(target.number()).get(store.getValue())) {
                    values.add(store.getKey());
                }
            }
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(values.contains(ANYTHING) || values.size() > MAXIMUM_CONSTANTS ? Set.of() : values);
    }

    private BitSet ownStores(FunctionSymbol function) {
        BitSet own = new BitSet();
        for (Node node : function.graph().nodes()) {
            if (node instanceof Node.Assign assign) {
                Value value = assign.source() instanceof Value.Constant ? assign.source() : ANYTHING;
                if (assign.target() instanceof Value.Field field) {
                    own.set(number(field.name(), value));
                } else if (assign.target() instanceof Value.Variable variable
                        && (variable.scope() == Value.Scope.GLOBAL || variable.scope() == Value.Scope.UNDECLARED)) {
                    own.set(number(variable.name(), value));
                }
            }
        }
        return own;
    }

    private int number(String name, Value value) {
        Map<Value, Integer> values = stores.computeIfAbsent(name, key -> new LinkedHashMap<>());
        Integer known = values.putIfAbsent(value, count);
        return known == null ? count++ : known;
    }
}
