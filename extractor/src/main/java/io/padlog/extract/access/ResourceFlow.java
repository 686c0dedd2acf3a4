package io.padlog.extract.access;

import io.padlog.extract.cfg.AccessPath;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.symbol.CallSite;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
    /** A function that acts on more resources than this has lost its way through a recursion, or through all of a file
     *  system's objects; the nearest are found first. */
    private static final int MAXIMUM_RESOURCES = 64;
    /** In a unit with more to follow, a function acts for its callers on fewer resources, but never on fewer than these. */
    private static final int MINIMUM_RESOURCES = 8;
    private static final long MAXIMUM_TO_FOLLOW = 700_000;
    private static final AccessPath NULL = new AccessPath.Constant(0);

    private final LinkedUnit unit;
    private final Map<String, Set<Integer>> resources;
    private final Map<String, Set<String>> common;
    private final boolean[] acting;
    private final Map<FunctionSymbol, PathNaming> namings = new HashMap<>();
    private final Map<FunctionSymbol, Formals> formals = new HashMap<>();
    /** The paths of the arguments of calls that reach a resource. */
    private final Map<CallSite, List<AccessPath>> actuals = new IdentityHashMap<>();

    /** At a call, the callee's {@code formal} is the caller's {@code actual}. */
    public record Renaming(FunctionSymbol callee, AccessPath formal, AccessPath actual) {}

    /** What a function acts on, in the order in which it was found out; and who calls it. */
    private static final class Formals {
        private final Set<AccessPath> known = new HashSet<>();
        private final List<AccessPath> inOrder = new ArrayList<>();
        private final Set<FunctionSymbol> callers = new LinkedHashSet<>();

        void add(AccessPath path) {
            if (path.visibleToCaller() && !path.equals(NULL) && inOrder.size() < MAXIMUM_RESOURCES && known.add(path)) {
                inOrder.add(path);
            }
        }
    }

    /** A function that a call may reach. */
    private record Reached(CallSite call, FunctionSymbol callee) {
        @Override public boolean equals(Object other) {
            return other instanceof Reached reached && call == reached.call && callee == reached.callee;
        }

        @Override public int hashCode() {
            return System.identityHashCode(call) * 31 + callee.number();
        }
    }

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
        for (FunctionSymbol function : unit.functions()) {
            if (flow.acts(function)) {
                flow.namings.put(function,
                        PathNaming.of(function.graph(), accessors, field -> unit.types().owner(function, field)));
                flow.formals.put(function, new Formals());
            }
        }
        flow.findFormals();
        flow.keepNearest();
        return flow;
    }

    public boolean acts(FunctionSymbol function) {
        return acting[function.number()];
    }

    /** Whether the call acts on a resource, by itself or through the functions of the unit that it reaches. */
    public boolean acts(CallSite call) {
        return isPrimitive(call) || reachesActing(call);
    }

    private boolean reachesActing(CallSite call) {
        for (FunctionSymbol target : call.targets()) {
            if (acts(target)) {
                return true;
            }
        }
        return false;
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
        for (FunctionSymbol target : call.targets()) {
            if (acts(target)) {
                for (AccessPath formal : formals.get(target).inOrder) {
                    actual(caller, call, formal).ifPresent(path -> renamings.add(new Renaming(target, formal, path)));
                }
            }
        }
        return renamings;
    }

    /** What is reached by a NULL pointer is not reached: the callee finds no resource there, as if it were given NULL for it. */
    private Optional<AccessPath> actual(FunctionSymbol caller, CallSite call, AccessPath formal) {
        PathNaming naming = naming(caller);
        List<AccessPath> arguments = actuals.computeIfAbsent(call, key -> call.call().arguments().stream()
                .map(argument -> naming.value(call.node(), argument)).toList());
        return formal.renamed(arguments).map(path -> path.isOf(NULL) ? NULL : naming.settled(call.node(), path));
    }

    private void findActing() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FunctionSymbol function : unit.functions()) {
                if (!acting[function.number()] && callsActing(function)) {
                    acting[function.number()] = true;
                    changed = true;
                }
            }
        }
    }

    private boolean callsActing(FunctionSymbol function) {
        for (CallSite call : unit.calls(function)) {
            if (acts(call)) {
                return true;
            }
        }
        return false;
    }

    /** What is new of a function is told its callers, until nothing is. */
    private void findFormals() {
        Map<Reached, Integer> told = new HashMap<>();
        Set<FunctionSymbol> waiting = new LinkedHashSet<>();
        for (FunctionSymbol function : unit.functions()) {
            if (acts(function)) {
                waiting.add(function);
                for (CallSite call : unit.calls(function)) {
                    call.targets().stream().filter(this::acts).forEach(target -> formals.get(target).callers.add(function));
                }
            }
        }
        waiting.forEach(this::addOwn);
        while (!waiting.isEmpty()) {
            FunctionSymbol function = waiting.iterator().next();
            waiting.remove(function);
            Formals found = formals.get(function);
            int before = found.inOrder.size();
            unit.calls(function).forEach(call -> addReached(function, call, found, told));
            if (found.inOrder.size() > before) {
                waiting.addAll(found.callers);
            }
        }
    }

    /** Of a unit in which too much would have to be followed the functions forget what their callers may know them to act on,
     *  but for the nearest. */
    private void keepNearest() {
        int most = MAXIMUM_RESOURCES;
        while (most > MINIMUM_RESOURCES && toFollow(most) > MAXIMUM_TO_FOLLOW) {
            most /= 2;
        }
        for (Formals found : formals.values()) {
            if (found.inOrder.size() > most) {
                found.inOrder.subList(most, found.inOrder.size()).clear();
            }
        }
    }

    /** How many nodes are to be followed for some resource, if only so many resources of each function are. */
    private long toFollow(int most) {
        long nodes = 0;
        for (Map.Entry<FunctionSymbol, Formals> function : formals.entrySet()) {
            nodes += (long) function.getKey().graph().nodes().size() * Math.min(most, function.getValue().inOrder.size());
        }
        return nodes;
    }

    private void addOwn(FunctionSymbol function) {
        Formals found = formals.get(function);
        for (CallSite call : unit.calls(function)) {
            if (isPrimitive(call)) {
                resourceArguments(call).forEach(argument -> found.add(resource(function, call, argument)));
                commonNames(call).forEach(name -> found.add(commonResource(name)));
            }
        }
    }

    /** @param told how many of the formals of a callee each call has passed on */
    private void addReached(FunctionSymbol function, CallSite call, Formals found, Map<Reached, Integer> told) {
        for (FunctionSymbol target : isPrimitive(call) ? List.<FunctionSymbol>of() : call.targets()) {
            if (acts(target)) {
                List<AccessPath> all = formals.get(target).inOrder;
                int size = all.size();
                Integer passed = told.put(new Reached(call, target), size);
                for (int index = passed == null ? 0 : passed; index < size; index++) {
                    actual(function, call, all.get(index)).ifPresent(found::add);
                }
            }
        }
    }
}
