package io.padlog.run.finding;

import java.util.Locale;

/** What is wrong. */
public enum FindingKind {
    HELD_AT_RETURN, TAKEN_TWICE, NOT_HELD, WRONG_RELEASE, WRONG_ORDER, FORBIDDEN_CALL,
    /** by a rule of the user's own, in its own words */
    REPORTED;

    /** As reports write it: {@code held-at-return}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
