package io.padlog.run.datalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a warning is of, under Soufflé's names. */
public enum Warning {
    DEPRECATED_TYPE_DECL,
    DEPRECATED_QUALIFIER,
    DOLLAR_SIGN,
    NO_RULES_NOR_FACTS,
    VAR_APPEARS_ONCE,
    LATTICE_MISSING_OPERATOR,
    /** Soufflé alone tells this one and the next two */
    NO_SUBSUMPTIVE_RULE,
    USELESS_DOC_COMMENT,
    USELESS_ANNOTATION;

    /** As an option has it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Warning> of(String id) {
        return Arrays.stream(values()).filter(warning -> warning.id().equals(id)).findFirst();
    }
}
