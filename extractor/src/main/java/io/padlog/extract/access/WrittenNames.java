package io.padlog.extract.access;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.symbol.CallSite;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

    private final List<Map<String, Set<Value>>> byFunction = new ArrayList<>();

    private final int[] versions;
    private final Map<Long, Integer> seenVersions = new HashMap<>();

    private WrittenNames(int functions) {
        this.versions = new int[functions];
    }

    public static WrittenNames of(LinkedUnit unit) {
        WrittenNames written = new WrittenNames(unit.functions().size());
        unit.functions().forEach(function -> written.byFunction.add(ownStores(function)));
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

    /** What the callee has when it was last asked is not gone through again. */
    private boolean learn(int caller, int callee) {
        long edge = (long) caller << 32 | callee;
        int version = versions[callee];
        Integer seen = seenVersions.put(edge, version);
        if (seen != null && seen == version || caller == callee) {
            return false;
        }
        boolean changed = addAll(byFunction.get(caller), byFunction.get(callee));
        versions[caller] += changed ? 1 : 0;
        return changed;
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
     * What a call may write through the functions of the unit that it reaches.
     *
     * @return for each name the constants that it may get, or none if it may get anything
     */
    public Map<String, Set<Value>> by(CallSite call) {
        Map<String, Set<Value>> names = new HashMap<>();
        call.targets().forEach(target -> addAll(names, byFunction.get(target.number())));
        names.replaceAll((name, values) -> values.contains(ANYTHING) ? Set.of() : values);
        return names;
    }

    private static boolean addAll(Map<String, Set<Value>> names, Map<String, Set<Value>> more) {
        if (names == more) {
            return false;
        }
        boolean changed = false;
        for (Map.Entry<String, Set<Value>> entry : more.entrySet()) {
            Set<Value> known = names.computeIfAbsent(entry.getKey(), name -> new HashSet<>());
            for (Value value : entry.getValue()) {
                changed |= add(known, value);
            }
        }
        return changed;
    }

    private static boolean add(Set<Value> known, Value value) {
        if (known.contains(ANYTHING)) {
            return false;
        }
        if (value.equals(ANYTHING) || known.size() == MAXIMUM_CONSTANTS && !known.contains(value)) {
            known.clear();
            return known.add(ANYTHING);
        }
        return known.add(value);
    }

    private static Map<String, Set<Value>> ownStores(FunctionSymbol function) {
        Map<String, Set<Value>> names = new HashMap<>();
        for (Node node : function.graph().nodes()) {
            if (node instanceof Node.Assign assign) {
                Value value = assign.source() instanceof Value.Constant ? assign.source() : ANYTHING;
                if (assign.target() instanceof Value.Field field) {
                    add(names.computeIfAbsent(field.name(), name -> new HashSet<>()), value);
                } else if (assign.target() instanceof Value.Variable variable
                        && (variable.scope() == Value.Scope.GLOBAL || variable.scope() == Value.Scope.UNDECLARED)) {
                    add(names.computeIfAbsent(variable.name(), name -> new HashSet<>()), value);
                }
            }
        }
        return names;
    }
}
