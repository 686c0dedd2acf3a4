package io.padlog.extract.preprocess;

import java.util.Arrays;

/**
 * Token lists that are being read, the innermost on top: macro bodies being scanned again, and tokens put back. While
 * the list that a macro made is on the stack, that macro is disabled, and its name, when read, is painted for ever
 * (C17 6.10.3.4).
 */
final class ContextStack {
    private final MacroTable macros;
    private Lexeme[][] lists = new Lexeme[16][];
    private int[] positions = new int[16];
    private Spelling[] owners = new Spelling[16];
    private boolean[] fromFile = new boolean[16];
    private int depth;
    private boolean lastFromFile;

    ContextStack(MacroTable macros) {
        this.macros = macros;
    }

    int depth() {
        return depth;
    }

    /** @param owner the macro that made the tokens, or a spelling that is no identifier
     *  @param written whether the tokens stand in the file, and were read too early */
    void push(Lexeme[] tokens, Spelling owner, boolean written) {
        if (depth == lists.length) {
            int larger = depth * 2;
            lists = Arrays.copyOf(lists, larger);
            positions = Arrays.copyOf(positions, larger);
            owners = Arrays.copyOf(owners, larger);
            fromFile = Arrays.copyOf(fromFile, larger);
        }
        lists[depth] = tokens;
        positions[depth] = 0;
        owners[depth] = owner;
        fromFile[depth++] = written;
        if (owner.isIdentifier()) {
            macros.disable(owner, true);
        }
    }

    /** Whether a list above {@code floor} has tokens left; lists that have none are taken off. */
    boolean hasNext(int floor) {
        while (depth > floor) {
            if (positions[depth - 1] < lists[depth - 1].length) {
                return true;
            }
            pop();
        }
        return false;
    }

    private void pop() {
        depth--;
        lists[depth] = new Lexeme[0];
        if (owners[depth].isIdentifier()) {
            macros.disable(owners[depth], false);
        }
    }

    /** The next token; asked only after {@link #hasNext}. */
    Lexeme next() {
        int top = depth - 1;
        Lexeme token = lists[top][positions[top]++];
        lastFromFile = fromFile[top];
        if (token.spelling.isIdentifier() && macros.isDisabled(token.spelling) && !token.isPainted()) {
            return token.painted();
        }
        return token;
    }

    /** Whether the token read last stands in the file itself. */
    boolean lastFromFile() {
        return lastFromFile;
    }
}
