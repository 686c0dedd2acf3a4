package io.padlog.extract.preprocess;

import java.util.ArrayList;
import java.util.List;

/** The arguments of one macro call, as written; expanded when first asked for (C17 6.10.3.1). */
final class Arguments {
    private static final Lexeme[] NONE = {};

    private final List<Lexeme[]> written = new ArrayList<>();
    private final List<Lexeme[]> expanded = new ArrayList<>();

    void add(List<Lexeme> tokens) {
        written.add(tokens.toArray(NONE));
        expanded.add(NONE);
    }

    int count() {
        return written.size();
    }

    /** An argument that the call leaves out is empty. */
    Lexeme[] written(int param) {
        return param < written.size() ? written.get(param) : NONE;
    }

    Lexeme[] expanded(int param, Expander expander) {
        Lexeme[] raw = written(param);
        if (raw.length == 0) {
            return raw;
        }
        Lexeme[] known = expanded.get(param);
        if (known.length == 0) {
            known = expander.expandAll(raw);
            expanded.set(param, known);
        }
        return known;
    }
}
