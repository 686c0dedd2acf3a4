package io.padlog.run.mutation;

import java.util.Locale;

/** What is done to a call. */
enum Kind {
    /** a release is deleted */
    RELEASE,
    /** a release names another lock */
    SWAP,
    /** an acquire is deleted */
    ACQUIRE;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
