package io.padlog.extract.token;

import io.padlog.extract.source.Position;
import io.padlog.extract.source.Span;

/**
 * The tokens of one translation unit after preprocessing, numbered from 0; the last is {@link TokenKind#END_OF_FILE}.
 * Columns of ints and interned strings rather than objects, because there are millions.
 */
public interface TokenBuffer {
    int size();

    TokenKind kind(int token);

    /** The token's spelling, interned by the buffer's maker: equal spellings of one buffer are the same object. */
    String text(int token);

    /** Where a reader of the including file sees the token: its own place, or the outermost macro use it came out of. */
    Position expanded(int token);

    /** Where the end of that place is, exclusive. */
    Position expandedEnd(int token);

    /** Where the token's characters are written: its own place, also inside a macro's definition or argument. */
    Position spelled(int token);

    /** The outermost macro that the token came out of, by name; empty when it is written in the file itself. */
    String macro(int token);

    /**
     * The source text of a span as its author wrote it, with macros unexpanded, comments gone and white space folded to
     * one blank; at most 200 characters, longer ones end in "…".
     */
    String source(Span span);

    /**
     * The same, but what a macro made where that is only a part of it and not what its caller wrote: a condition inside of
     * a macro is told by itself and the macro's name.
     */
    String condition(Span span);
}
