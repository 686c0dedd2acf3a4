package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A file after translation phase 3: its preprocessing tokens as columns, and what the directives need to be fast.
 * Immutable but for a cache of parsed definitions, so that threads share it. Token {@code size} is an end-of-file
 * token that begins a line, so that a loop to the end of a line needs no other bound.
 */
final class LexedFile {
    /** The token is the first of its line. */
    static final byte LINE_START = 1;
    /** White space, a comment or a line end stands before the token. */
    static final byte SPACE = 2;

    final SourceText source;
    final int size;
    final Spelling[] spellings;
    final int[] begins;
    final int[] ends;
    final byte[] flags;
    /** The tokens that are a # at the start of a line, in order. */
    final int[] directives;
    /** Comments that speak to padlog. */
    final List<Note> remarks;
    final List<Fault> faults;

    private final AtomicReferenceArray<MacroDefinition> definitions;
    private final Spelling guard;

    /** Something that the lexer remembers of a place. */
    record Note(int offset, String text) {}

    /** What is wrong at a place; {@code wholeFile} when there is nothing to read at all. */
    record Fault(int offset, boolean wholeFile, String message) {}

    LexedFile(SourceText source, Spelling[] spellings, int[] begins, int[] ends, byte[] flags, int[] directives,
            List<Note> remarks, List<Fault> faults) {
        this.source = source;
        this.size = spellings.length - 1;
        this.spellings = spellings;
        this.begins = begins;
        this.ends = ends;
        this.flags = flags;
        this.directives = directives;
        this.remarks = List.copyOf(remarks);
        this.faults = List.copyOf(faults);
        this.definitions = new AtomicReferenceArray<>(directives.length);
        this.guard = findGuard();
    }

    boolean startsLine(int token) {
        return (flags[token] & LINE_START) != 0;
    }

    TokenKind kind(int token) {
        return spellings[token].kind;
    }

    /** The first token of the next line. */
    int lineEnd(int token) {
        int next = token + 1;
        while ((flags[next] & LINE_START) == 0) {
            next++;
        }
        return next;
    }

    /** Whether the file is empty for whoever has defined its guard. */
    boolean isGuarded() {
        return guard != spellings[size];
    }

    /** The macro whose being defined makes this file empty; asked only if {@link #isGuarded()}. */
    Spelling guard() {
        return guard;
    }

    /** The definition of the {@code directive}th directive, which is a #define; parsed once for all who include the file. */
    MacroDefinition definition(int directive) {
        MacroDefinition known = definitions.get(directive);
        if (known == null) {
            int name = directives[directive] + 2;
            known = new DefinitionParser(this, name, lineEnd(directives[directive])).parse();
            definitions.set(directive, known);
        }
        return known;
    }

    /** The word after the #; empty if there is none on its line. */
    String directiveName(int directive) {
        int name = directives[directive] + 1;
        return startsLine(name) ? "" : spellings[name].text;
    }

    /** Recognises #ifndef X … #endif, and #if !defined X, around the whole file. */
    private Spelling findGuard() {
        Spelling none = spellings[size];
        if (directives.length < 2 || directives[0] != 0) {
            return none;
        }
        Spelling candidate = guardCandidate();
        if (candidate == none) {
            return none;
        }
        int depth = 0;
        for (int i = 0; i < directives.length; i++) {
            String name = directiveName(i);
            if (name.startsWith("if")) {
                depth++;
            } else if (name.equals("endif")) {
                depth--;
            } else if (depth == 1 && name.startsWith("el")) {
                return none;
            }
            if (depth == 0) {
                boolean last = i == directives.length - 1 && lineEnd(directives[i]) == size;
                return last ? candidate : none;
            }
        }
        return none;
    }

    private Spelling guardCandidate() {
        int end = lineEnd(0);
        String name = directiveName(0);
        if (name.equals("ifndef") && end == 3 && spellings[2].isIdentifier()) {
            return spellings[2];
        }
        if (name.equals("if") && end >= 5 && kind(2) == TokenKind.EXCLAMATION && spellings[3].text.equals("defined")) {
            if (end == 5 && spellings[4].isIdentifier()) {
                return spellings[4];
            }
            if (end == 7 && kind(4) == TokenKind.LEFT_PAREN && spellings[5].isIdentifier()) {
                return spellings[5];
            }
        }
        return spellings[size];
    }
}
