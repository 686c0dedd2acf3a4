package io.padlog.extract.correlate;

/**
 * What an edge does to an environment: it can be passed if {@code (env & allow & field) != 0}, and leaves
 * {@code ((env & allow) & keep) | set}.
 */
public record Mask(int field, int allow, int keep, int set) {
    /** Lets everything pass unchanged. */
    public static final Mask IDENTITY = new Mask(-1, -1, -1, 0);

    /** Whether it lets every environment pass. */
    boolean unguarded() {
        return allow == -1;
    }

    /** This mask, then an unguarded one. */
    Mask then(Mask next) {
        if (!next.unguarded()) {
            throw new IllegalArgumentException("guarded: " + next);
        }
        return new Mask(field, allow, keep & next.keep, set & next.keep | next.set);
    }
}
