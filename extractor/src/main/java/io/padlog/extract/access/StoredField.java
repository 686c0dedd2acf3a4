package io.padlog.extract.access;

import io.padlog.extract.cfg.AccessPath;

/** What is known of a field's last store; {@code version} is the node of the store or of the meeting. */
record StoredField(int version, AccessPath target, AccessPath value) {
    static final StoredField INITIAL = new StoredField(0, AccessPath.UNNAMED, AccessPath.UNNAMED);

    static StoredField meeting(int node) {
        return new StoredField(node, AccessPath.UNNAMED, AccessPath.UNNAMED);
    }

    boolean isMeeting(int node) {
        return version == node && target instanceof AccessPath.Unnamed && value instanceof AccessPath.Unnamed;
    }
}
