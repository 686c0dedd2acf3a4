package io.padlog.extract.access;

import io.padlog.extract.cfg.AccessPath;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.symbol.CallSite;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import io.padlog.extract.symbol.UnitOwners;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which functions of a unit act on resources, by the platform's functions or by what they call, and how a resource's name
 * changes from a callee to its caller.
 */
public final class ResourceFlow {
    /** The number that stands for a call's result among its arguments. */
    public static final int RESULT = -1;
    /** A function that acts on more resources than this has lost its way through a recursion. */
    private static final int MAXIMUM_RESOURCES = 200;

    private final LinkedUnit unit;
    private final Map<String, Set<Integer>> resources;
    private final Map<String, Set<String>> common;
    private final boolean[] acting;
    private final Map<FunctionSymbol, PathNaming> namings = new HashMap<>();
    private final Map<FunctionSymbol, Set<AccessPath>> formals = new HashMap<>();

    /** At a call, the callee's {@code formal} is the caller's {@code actual}. */
    public record Renaming(FunctionSymbol callee, AccessPath formal, AccessPath actual) {}

    private ResourceFlow(LinkedUnit unit, Map<String, Set<Integer>> resources, Map<String, Set<String>> common) {
        this.unit = unit;
        this.resources = resources;
        this.common = common;
        this.acting = new boolean[unit.functions().size()];
    }

    /**
     * @param resources the platform's functions that act on a resource, with the arguments that name it
     * @param common those that act on what there is one of for the thread or the system, with its names
     * @param accessors the functions whose result is a path of their arguments
     */
    public static ResourceFlow of(
            LinkedUnit unit, Map<String, Set<Integer>> resources, Map<String, Set<String>> common, Accessors accessors) {
        ResourceFlow flow = new ResourceFlow(unit, resources, common);
        flow.findActing();
        UnitOwners owners = new UnitOwners();
        for (FunctionSymbol function : unit.functions()) {
            if (flow.acts(function)) {
                flow.namings.put(function,
                        PathNaming.of(function.graph(), accessors, field -> owners.owner(function, field)));
                flow.formals.put(function, new LinkedHashSet<>());
            }
        }
        flow.findFormals();
        return flow;
    }

    public boolean acts(FunctionSymbol function) {
        return acting[function.number()];
    }

    /** Whether the call acts on a resource, by itself or through the functions of the unit that it reaches. */
    public boolean acts(CallSite call) {
        return isPrimitive(call) || call.targets().stream().anyMatch(this::acts);
    }

    /** Whether the call is one of the platform's functions that act on a resource. */
    public boolean isPrimitive(CallSite call) {
        return resources.containsKey(call.callee());
    }

    /** The names of the values in a function that acts. */
    public PathNaming naming(FunctionSymbol function) {
        return namings.get(function);
    }

    /** The arguments that name the resources of a primitive call; {@link #RESULT} for its result. */
    public Set<Integer> resourceArguments(CallSite call) {
        return resources.get(call.callee());
    }

    /** The path of a primitive call's resource. */
    public AccessPath resource(FunctionSymbol function, CallSite call, int argument) {
        if (argument == RESULT) {
            return naming(function).value(call.node(), new Value.Temporary(call.node()));
        }
        return argument >= 0 && argument < call.call().arguments().size()
                ? naming(function).value(call.node(), call.call().arguments().get(argument))
                : AccessPath.UNNAMED;
    }

    /** The names of what a primitive call acts on without an argument that tells it: the cancel spin lock. */
    public Set<String> commonNames(CallSite call) {
        return new TreeSet<>(common.getOrDefault(call.callee(), Set.of()));
    }

    /** The path of what there is one of for the thread or the system; its name has a space, so no C name is like it. */
    public static AccessPath commonResource(String name) {
        return new AccessPath.Global(name);
    }

    /** How the resources of the functions that a call reaches are named by its caller. */
    public List<Renaming> renamings(FunctionSymbol caller, CallSite call) {
        List<Renaming> renamings = new ArrayList<>();
        if (isPrimitive(call)) {
            return renamings;
        }
        List<AccessPath> actuals = null;
        for (FunctionSymbol target : call.targets()) {
            if (acts(target)) {
                actuals = actuals == null ? actuals(caller, call) : actuals;
                for (AccessPath formal : formals.get(target)) {
                    Optional<AccessPath> actual = formal.renamed(actuals);
                    actual.ifPresent(path -> renamings.add(
                            new Renaming(target, formal, naming(caller).settled(call.node(), path))));
                }
            }
        }
        return renamings;
    }

    private List<AccessPath> actuals(FunctionSymbol caller, CallSite call) {
        PathNaming naming = naming(caller);
        return call.call().arguments().stream().map(argument -> naming.value(call.node(), argument)).toList();
    }

    private void findActing() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FunctionSymbol function : unit.functions()) {
                if (!acting[function.number()] && unit.calls(function).stream().anyMatch(this::acts)) {
                    acting[function.number()] = true;
                    changed = true;
                }
            }
        }
    }

    private void findFormals() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FunctionSymbol function : unit.functions()) {
                if (acts(function)) {
                    changed |= addFormals(function);
                }
            }
        }
    }

    private boolean addFormals(FunctionSymbol function) {
        Set<AccessPath> known = formals.get(function);
        int before = known.size();
        for (CallSite call : unit.calls(function)) {
            if (isPrimitive(call)) {
                for (int argument : resourceArguments(call)) {
                    add(known, resource(function, call, argument));
                }
                commonNames(call).forEach(name -> add(known, commonResource(name)));
            } else {
                renamings(function, call).forEach(renaming -> add(known, renaming.actual()));
            }
        }
        return known.size() > before;
    }

    private static void add(Set<AccessPath> known, AccessPath path) {
        if (path.visibleToCaller() && known.size() < MAXIMUM_RESOURCES) {
            known.add(path);
        }
    }
}
