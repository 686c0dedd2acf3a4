package io.padlog.extract.correlate;

import io.padlog.extract.cfg.Value;
import java.util.Optional;
import java.util.Set;

/** What the rest of the unit does at the nodes of one function. */
public interface Effects {
    /** Whether the call at this node acts on a resource, or calls something that does. */
    boolean acts(int node);

    /** Whether control comes back from this node: not from a call of a function that never returns. */
    boolean returns(int node);

    /**
     * Whether the call at this node leaves what its arguments point to as it is known to be: a lock function saves there
     * what was current before, which the caller has asked for already if it tests it.
     */
    boolean keepsArguments(int node);

    /**
     * Whether the call at this node may write fields or a global of this name, through the functions that it reaches.
     *
     * @return all constants that it may write there, none if it may write something else; empty if it writes nothing there
     */
    Optional<Set<Value>> writes(int node, String name);
}
