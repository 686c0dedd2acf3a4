package io.padlog.run.explain;

/**
 * Before a node, who holds the lock and what is known of the correlated conditions.
 *
 * @param holder the node that took the lock; minus the one that gave it back; 0 if it is free since the entry
 */
record State(int node, int holder, int environment) {
    boolean held() {
        return holder > 0;
    }
}
