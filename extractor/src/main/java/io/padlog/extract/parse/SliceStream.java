package io.padlog.extract.parse;

import io.padlog.extract.source.Span;
import io.padlog.extract.token.TokenKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The tokens of one external declaration for ANTLR. The same stream and the same token objects serve every declaration
 * of a unit: a token is its index here, and ANTLR's trees are gone before the next declaration is loaded.
 */
final class SliceStream implements TokenStream {
    private final UnitTokens unit;
    private int[] type = new int[256];
    private int[] origin = new int[256];
    private SliceToken[] tokens = new SliceToken[0];
    private int size;
    private int position;

    SliceStream(UnitTokens unit) {
        this.unit = unit;
    }

    /** Loads what the classifier left of [from, to), with the semicolons and closing braces that are missing. */
    void load(int from, int to, int missingBraces) {
        int capacity = 2 * (to - from) + missingBraces + 1;
        if (type.length < capacity) {
            type = new int[capacity + capacity / 2];
            origin = new int[type.length];
        }
        size = 0;
        for (int i = from; i < to; i++) {
            if (unit.unterminated[i] && i > from) {
                add(CParser.SEMICOLON, i - 1);
            }
            if (unit.type[i] != UnitTokens.SKIP) {
                add(unit.type[i], i);
            }
        }
        for (int i = 0; i < missingBraces; i++) {
            add(CParser.RIGHT_BRACE, Math.max(from, to - 1));
        }
        add(CParser.EOF, Math.max(from, to - 1));
        if (tokens.length < size) {
            int old = tokens.length;
            tokens = Arrays.copyOf(tokens, type.length);
            for (int i = old; i < tokens.length; i++) {
                tokens[i] = new SliceToken(i);
            }
        }
        position = 0;
    }

    private void add(int tokenType, int index) {
        type[size] = tokenType;
        origin[size++] = index;
    }

    /** Turns an else without if into a token that its block refuses and goes on behind. @return false if it is none */
    boolean makeStray(int index) {
        if (type[index] != CParser.ELSE && type[index] != CParser.ELSE_IF) {
            return false;
        }
        type[index] = CParser.UNKNOWN;
        return true;
    }

    int type(int index) {
        return type[index];
    }

    /** The unit's token. */
    int origin(int index) {
        return origin[index];
    }

    /** The labels that an {@code asm goto} may jump to: the names behind its last colon. */
    List<String> assemblyLabels(int index) {
        List<String> labels = new ArrayList<>();
        boolean jumps = false;
        int colons = 0;
        for (int i = first(index); i <= last(index); i++) {
            TokenKind kind = unit.buffer.kind(i);
            switch (kind) {
                case COLON, DOUBLE_COLON -> {
                    colons += kind == TokenKind.COLON ? 1 : 2;
                    labels.clear();
                }
                case IDENTIFIER -> {
                    jumps |= colons == 0 && unit.buffer.text(i).equals("goto");
                    labels.add(unit.buffer.text(i));
                }
                default -> { }
            }
        }
        return jumps && colons >= 4 ? labels : List.of();
    }

    TokenKind kind(int index) {
        return unit.buffer.kind(first(index));
    }

    String text(int index) {
        return unit.text(origin[index]);
    }

    /** The spelling with the arguments of templates. */
    String written(int index) {
        return unit.written(origin[index]);
    }

    /** The first token of the buffer that a token of the slice stands for. */
    int first(int index) {
        return unit.first[origin[index]];
    }

    int last(int index) {
        return unit.last[origin[index]];
    }

    Span span(int index) {
        return new Span(first(index), last(index));
    }

    @Override public int LA(int k) {
        int index = position + (k > 0 ? k - 1 : k);
        return index >= size ? CParser.EOF : type[index];
    }

    @Override public Token LT(int k) {
        int index = position + (k > 0 ? k - 1 : k);
        return tokens[Math.max(0, Math.min(index, size - 1))];
    }

    @Override public Token get(int index) {
        return tokens[index];
    }

    @Override public void consume() {
        position++;
    }

    @Override public int index() {
        return position;
    }

    @Override public void seek(int index) {
        position = Math.min(index, size - 1);
    }

    @Override public int size() {
        return size;
    }

    @Override public int mark() {
        return 0;
    }

    @Override public void release(int marker) { }

    @Override public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }

    @Override public TokenSource getTokenSource() {
        throw new UnsupportedOperationException("tokens come from a buffer");
    }

    @Override public String getText() {
        return "";
    }

    @Override public String getText(Interval interval) {
        return "";
    }

    @Override public String getText(RuleContext context) {
        return "";
    }

    @Override public String getText(Token start, Token stop) {
        return "";
    }

    private final class SliceToken implements Token {
        private final int index;

        SliceToken(int index) {
            this.index = index;
        }

        @Override public String getText() {
            return text(index);
        }

        @Override public int getType() {
            return type[index];
        }

        @Override public int getTokenIndex() {
            return index;
        }

        @Override public int getLine() {
            return 0;
        }

        @Override public int getCharPositionInLine() {
            return -1;
        }

        @Override public int getChannel() {
            return DEFAULT_CHANNEL;
        }

        @Override public int getStartIndex() {
            return index;
        }

        @Override public int getStopIndex() {
            return index;
        }

        @Override public TokenSource getTokenSource() {
            return SliceStream.this.getTokenSource();
        }

        @Override public CharStream getInputStream() {
            throw new UnsupportedOperationException("tokens come from a buffer");
        }
    }
}
