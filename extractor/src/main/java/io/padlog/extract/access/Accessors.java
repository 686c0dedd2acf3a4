package io.padlog.extract.access;

import io.padlog.extract.cfg.AccessPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions whose result is a path of their arguments: two calls with the same arguments name the same thing. */
public final class Accessors {
    private final Set<String> pure;
    private final Map<String, AccessPath> bodies = new HashMap<>();
    private final Map<String, Set<String>> reads = new HashMap<>();

    /** @param pure functions that are known by name to give the same result for the same arguments */
    public Accessors(Set<String> pure) {
        this.pure = Set.copyOf(pure);
    }

    /** Learns that {@code function} does nothing but return {@code result}, a path over its parameters. */
    public void learn(String function, AccessPath result) {
        bodies.put(function, result);
    }

    /** Learns that {@code function} changes nothing, and that its result depends on its arguments and on these fields. */
    public void learnReads(String function, Set<String> fields) {
        reads.put(function, Set.copyOf(fields));
    }

    /** The fields that the result depends on beside the arguments, if the function is known to change nothing. */
    public Optional<Set<String>> reads(String function) {
        return isPure(function) ? Optional.of(Set.of()) : Optional.ofNullable(reads.get(function));
    }

    /** The path of a call's result, if the callee is an accessor and the path has a name. */
    Optional<AccessPath> result(String function, List<AccessPath> arguments) {
        AccessPath body = bodies.get(function);
        if (body != null) {
            return body.renamed(arguments);
        }
        return isPure(function) ? Optional.of(AccessPath.accessor(function, arguments)) : Optional.empty();
    }

    /**
     * Accessors of a framework's context are made by macros in headers that may be missing, so their names must do:
     * {@code GetDeviceContext}, {@code WdfObjectGet_DEVICE_CONTEXT}, {@code FilterGetData}.
     */
    private boolean isPure(String function) {
        if (pure.contains(function) || function.startsWith("WdfObjectGet_")) {
            return true;
        }
        int get = function.indexOf("Get");
        return get >= 0 && (function.endsWith("Context") || function.endsWith("Extension") || function.endsWith("Ctx")
                || function.endsWith("Data") || function.endsWith("Ext"));
    }
}
