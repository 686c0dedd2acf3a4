package io.padlog.extract.resolve;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import io.padlog.extract.symbol.CallSite;
import io.padlog.extract.symbol.FunctionSymbol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the functions that never return: each way to their exit passes a call of such a function. */
final class Endless {
    private final List<List<CallSite>> calls;
    private final Set<FunctionSymbol> found = new HashSet<>();

    private Endless(List<List<CallSite>> calls) {
        this.calls = calls;
    }

    static Set<FunctionSymbol> of(List<FunctionSymbol> functions, List<List<CallSite>> calls) {
        Endless endless = new Endless(calls);
        functions.stream().filter(function -> !endless.returns(function)).forEach(endless.found::add);
        int known;
        do {
            known = endless.found.size();
            functions.stream()
                    .filter(function -> !endless.found.contains(function) && endless.callsOne(function))
                    .filter(function -> !endless.returns(function))
                    .forEach(endless.found::add);
        } while (endless.found.size() > known);
        return endless.found;
    }

    private boolean callsOne(FunctionSymbol function) {
        return calls.get(function.number()).stream().anyMatch(this::stays);
    }

    private boolean stays(CallSite call) {
        return !call.targets().isEmpty() && found.containsAll(call.targets());
    }

    private boolean returns(FunctionSymbol function) {
        ControlFlowGraph graph = function.graph();
        Map<Integer, CallSite> byNode = new HashMap<>();
        calls.get(function.number()).forEach(call -> byNode.put(call.node(), call));
        boolean[] reached = new boolean[graph.nodes().size()];
        reached[0] = true;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Edge edge : graph.edges()) {
                CallSite call = byNode.get(edge.from());
                if (reached[edge.from()] && !reached[edge.to()] && (call == null || !stays(call))) {
                    reached[edge.to()] = true;
                    changed = true;
                }
            }
        }
        return reached[graph.exit()];
    }
}
