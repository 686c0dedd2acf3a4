package io.padlog.extract.symbol;

import io.padlog.extract.cfg.Node;
import java.util.List;

/**
 * A call in a function.
 *
 * @param node its node
 * @param callee the name it calls; empty for a call through a pointer
 * @param targets the unit's functions that it may reach; empty if none is known
 */
public record CallSite(int node, Node.Call call, String callee, List<FunctionSymbol> targets) {
    public CallSite {
        targets = List.copyOf(targets);
    }
}
