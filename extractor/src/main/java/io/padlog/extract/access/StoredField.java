package io.padlog.extract.access;

import io.padlog.extract.cfg.AccessPath;

/** What is known of a field's last store; {@code version} is the node of the store or of the meeting. */
record StoredField(int version, AccessPath target, AccessPath value) {
    static final StoredField INITIAL = new StoredField(0, AccessPath.UNNAMED, AccessPath.UNNAMED);

    // What a record is given goes through method handles, which is slow before the last compiler has been there.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof StoredField field && version == field.version && target.equals(field.target)
                && value.equals(field.value);
    }

    @Override
    public int hashCode() {
        return (version * 31 + target.hashCode()) * 31 + value.hashCode();
    }

    static StoredField meeting(int node) {
        return new StoredField(node, AccessPath.UNNAMED, AccessPath.UNNAMED);
    }

    boolean isMeeting(int node) {
        return version == node && target instanceof AccessPath.Unnamed && value instanceof AccessPath.Unnamed;
    }
}
