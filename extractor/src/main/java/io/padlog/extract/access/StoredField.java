package io.padlog.extract.access;

import io.padlog.extract.cfg.AccessPath;
import java.util.HashSet;
import java.util.Set;

/**
 * What is known of a field's last store.
 *
 * @param version the node of the store or of the meeting; 0 if there was none
 * @param targets the places that were stored to since the entry, on some way; the unnamed one stands for any
 */
record StoredField(int version, AccessPath target, AccessPath value, Set<AccessPath> targets) {
    /** After stores to more places any may have been stored to. */
    private static final int MOST_TARGETS = 4;
    private static final Set<AccessPath> ANY = Set.of(AccessPath.UNNAMED);

    static final StoredField INITIAL = new StoredField(0, AccessPath.UNNAMED, AccessPath.UNNAMED, Set.of());

    // What a record is given goes through method handles, which is slow before the last compiler has been there.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof StoredField field && version == field.version && target.equals(field.target)
                && value.equals(field.value) && targets.equals(field.targets);
    }

    @Override
    public int hashCode() {
        return (version * 31 + target.hashCode()) * 31 + value.hashCode();
    }

    /** The field after {@code value} was stored in {@code target} at a node. */
    StoredField stored(int node, AccessPath target, AccessPath value) {
        return new StoredField(node, target, value, union(targets, Set.of(target)));
    }

    /** The field where several stores meet, after which these places may have been stored to. */
    static StoredField meeting(int node, Set<AccessPath> targets) {
        return new StoredField(node, AccessPath.UNNAMED, AccessPath.UNNAMED, targets);
    }

    boolean isMeeting(int node) {
        return version == node && target instanceof AccessPath.Unnamed && value instanceof AccessPath.Unnamed;
    }

    /** Whether all places that {@code other} says were stored to are known here, too. */
    boolean knowsAllOf(StoredField other) {
        return targets.equals(ANY) || targets.containsAll(other.targets);
    }

    /** Whether something may have been stored in this place: it was, or its name does not tell. */
    boolean mayHaveChanged(AccessPath place) {
        return targets.contains(place) || targets.contains(AccessPath.UNNAMED)
                || hasElement(place) || targets.stream().anyMatch(StoredField::hasElement);
    }

    static Set<AccessPath> union(Set<AccessPath> some, Set<AccessPath> others) {
        if (some.containsAll(others)) {
            return some;
        }
        Set<AccessPath> union = new HashSet<>(some);
        union.addAll(others);
        return union.size() > MOST_TARGETS || union.contains(AccessPath.UNNAMED) ? ANY : Set.copyOf(union);
    }

    /** An element may be any other element. */
    private static boolean hasElement(AccessPath path) {
        if (path instanceof AccessPath.Field field) {
            return hasElement(field.base());
        } else if (path instanceof AccessPath.Dereference dereference) {
            return hasElement(dereference.pointer());
        } else if (path instanceof AccessPath.AddressOf address) {
            return hasElement(address.object());
        }
        return path instanceof AccessPath.Element;
    }
}
