package io.padlog.run.finding;

import java.util.Locale;

/** What is wrong. */
public enum FindingKind {
    HELD_AT_RETURN, TAKEN_TWICE, NOT_HELD, WRONG_RELEASE, WRONG_ORDER, FORBIDDEN_CALL;

    /** As reports write it: {@code held-at-return}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
