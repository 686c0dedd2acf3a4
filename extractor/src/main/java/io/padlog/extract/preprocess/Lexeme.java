package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;

/**
 * A preprocessing token on its way through macro expansion. Locations are those of {@link LocationTable}.
 *
 * <p>Beside its own place it knows what its author wrote for it at the level at which the current macro was called: for
 * a token of a macro's body the whole call, for a token of an argument that token, or the inner call it came out of.
 */
final class Lexeme {
    /** The name of a macro that must never be expanded again (C17 6.10.3.4). */
    static final byte PAINTED = 4;

    final Spelling spelling;
    /** Where its characters are. */
    final int spelled;
    /** Where what was written for it begins and ends. */
    final int begin;
    final int end;
    /** {@link LexedFile#SPACE} and {@link #PAINTED}. */
    final byte flags;

    Lexeme(Spelling spelling, int spelled, int begin, int end, int flags) {
        this.spelling = spelling;
        this.spelled = spelled;
        this.begin = begin;
        this.end = end;
        this.flags = (byte) flags;
    }

    TokenKind kind() {
        return spelling.kind;
    }

    boolean is(TokenKind kind) {
        return spelling.kind == kind;
    }

    boolean hasSpace() {
        return (flags & LexedFile.SPACE) != 0;
    }

    boolean isPainted() {
        return (flags & PAINTED) != 0;
    }

    Lexeme painted() {
        return new Lexeme(spelling, spelled, begin, end, flags | PAINTED);
    }

    Lexeme spaced(boolean space) {
        return space == hasSpace() ? this : new Lexeme(spelling, spelled, begin, end, flags ^ LexedFile.SPACE);
    }
}
