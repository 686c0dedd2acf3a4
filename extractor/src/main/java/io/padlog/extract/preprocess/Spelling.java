package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;

/** How a preprocessing token is written; one object for each spelling, so that identity is equality. */
final class Spelling {
    final String text;
    final TokenKind kind;
    /** Numbers identifiers from 1, so that macros can be looked up in an array; 0 for all else. */
    final int id;
    private final boolean kept;

    Spelling(String text, TokenKind kind, int id) {
        this(text, kind, id, false);
    }

    Spelling(String text, TokenKind kind, int id, boolean kept) {
        this.text = text;
        this.kind = kind;
        this.id = id;
        this.kept = kept;
    }

    /** Whether it is the name of a function that is known by it, so that its call is kept where it is a macro. */
    boolean isKept() {
        return kept;
    }

    boolean isIdentifier() {
        return id != 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
