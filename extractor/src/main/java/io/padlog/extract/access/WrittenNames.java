package io.padlog.extract.access;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.symbol.CallSite;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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

    private WrittenNames() {}

    public static WrittenNames of(LinkedUnit unit) {
        WrittenNames written = new WrittenNames();
        unit.functions().forEach(function -> written.byFunction.add(ownStores(function)));
        List<Set<Integer>> callers = callers(unit);
        BitSet waiting = new BitSet(callers.size());
        waiting.set(0, callers.size());
        for (int number = waiting.nextSetBit(0); number >= 0; number = waiting.nextSetBit(0)) {
            waiting.clear(number);
            Map<String, Set<Value>> names = written.byFunction.get(number);
            for (int caller : callers.get(number)) {
                if (addAll(written.byFunction.get(caller), names)) {
                    waiting.set(caller);
                }
            }
        }
        return written;
    }

    private static List<Set<Integer>> callers(LinkedUnit unit) {
        List<Set<Integer>> callers = new ArrayList<>();
        unit.functions().forEach(function -> callers.add(new TreeSet<>()));
        for (FunctionSymbol caller : unit.functions()) {
            for (CallSite call : unit.calls(caller)) {
                call.targets().forEach(target -> callers.get(target.number()).add(caller.number()));
            }
        }
        return callers;
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
