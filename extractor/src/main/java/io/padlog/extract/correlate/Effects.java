package io.padlog.extract.correlate;

import java.util.Set;

/** What the rest of the unit does at the nodes of one function. */
public interface Effects {
    /** Whether the call at this node acts on a resource, or calls something that does. */
    boolean acts(int node);

    /** The fields and globals, by name, that the call at this node may write through the functions that it reaches. */
    Set<String> writes(int node);
}
