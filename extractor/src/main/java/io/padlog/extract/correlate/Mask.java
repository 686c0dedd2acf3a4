package io.padlog.extract.correlate;

import java.util.Optional;

/**
 * What an edge does to an environment: it can be passed if {@code (env & allow & field) != 0}, and leaves
 * {@code ((env & allow) & keep) | set}.
 */
public record Mask(int field, int allow, int keep, int set) {
    /** Lets everything pass unchanged. */
    public static final Mask IDENTITY = new Mask(-1, -1, -1, 0);

    // What a record is given goes through method handles, which is slow before the last compiler has been there.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Mask mask && field == mask.field && allow == mask.allow && keep == mask.keep
                && set == mask.set;
    }

    @Override
    public int hashCode() {
        return ((field * 31 + allow) * 31 + keep) * 31 + set;
    }

    /** Whether it lets this environment pass. */
    boolean passes(int environment) {
        return (environment & allow & field) != 0;
    }

    /** Whether it lets every environment pass. */
    boolean unguarded() {
        return allow == -1;
    }

    /** This mask, and then nothing is known of the atom in this bit field. */
    Mask forgetting(int bits) {
        return (set & bits) == bits ? this : new Mask(field, allow, keep, set | bits);
    }

    /** What lets pass what one of two masks does, if they leave the same behind and what decides between them is forgotten. */
    Optional<Mask> or(Mask other) {
        if (equals(other)) {
            return Optional.of(this);
        } else if (keep != other.keep || set != other.set || remembers() || other.remembers()) {
            return Optional.empty();
        } else if (unguarded() || other.unguarded()) {
            return Optional.of(unguarded() ? this : other);
        } else if (field != other.field) {
            return Optional.empty();
        }
        int either = allow | other.allow;
        return Optional.of(new Mask(either == -1 ? -1 : field, either, keep, set));
    }

    /** Whether what the guard asked about is known afterwards. */
    private boolean remembers() {
        return !unguarded() && (set & field) != field;
    }

    /** This mask, then an unguarded one. */
    Mask then(Mask next) {
        if (!next.unguarded()) {
            throw new IllegalArgumentException("guarded: " + next);
        }
        return new Mask(field, allow, keep & next.keep, set & next.keep | next.set);
    }
}
