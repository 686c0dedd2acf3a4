package io.padlog.run.explain;

/**
 * Before a node, who holds the lock and what is known of the correlated conditions.
 *
 * @param holder the node that took the lock, plus {@link #AGAIN} if it was held already; minus the one that gave it back; 0
 *     if it is free since the entry
 */
record State(int node, int holder, int environment) {
    /** Beyond all nodes. */
    static final int AGAIN = 1 << 30;

    // What a record is given goes through method handles, which is slow before the last compiler has been there.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof State state && node == state.node && holder == state.holder
                && environment == state.environment;
    }

    @Override
    public int hashCode() {
        return (node * 31 + holder) * 31 + environment;
    }

    boolean held() {
        return holder > 0;
    }

    /** Whether the lock was taken while it was held. */
    boolean heldAgain() {
        return holder >= AGAIN;
    }

    /** The same as {@link #holder()}, but a node that took the lock again is like any other. */
    int lastHolder() {
        return heldAgain() ? holder - AGAIN : holder;
    }
}
