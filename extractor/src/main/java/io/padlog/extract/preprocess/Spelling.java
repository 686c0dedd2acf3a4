package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;

/** How a preprocessing token is written; one object for each spelling, so that identity is equality. */
final class Spelling {
    final String text;
    final TokenKind kind;
    /** Numbers identifiers from 1, so that macros can be looked up in an array; 0 for all else. */
    final int id;

    Spelling(String text, TokenKind kind, int id) {
        this.text = text;
        this.kind = kind;
        this.id = id;
    }

    boolean isIdentifier() {
        return id != 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
