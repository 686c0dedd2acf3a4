package io.padlog.extract;

import io.padlog.extract.source.Position;
import io.padlog.extract.source.Span;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A call that a macro makes, to be taken out of what the preprocessor made of a source: the rest of the macro stays.
 *
 * @param file the source in which the macro is used
 * @param callee the function that is called
 * @param instead the number that stands for the result of the call
 */
public record CutCall(String file, int line, int column, String callee, String instead) {
    /** @return empty if the macro that is used there makes no such call */
    Optional<TokenBuffer> from(TokenBuffer tokens) {
        return IntStream.range(0, tokens.size() - 1)
                .filter(token -> isCallee(tokens, token))
                .mapToObj(token -> without(tokens, token))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isCallee(TokenBuffer tokens, int token) {
        if (!tokens.text(token).equals(callee) || !tokens.text(token + 1).equals("(")) {
            return false;
        }
        Position at = tokens.expanded(token);
        return at.line() == line && at.column() == column && at.file().name().equals(file);
    }

    private Optional<TokenBuffer> without(TokenBuffer tokens, int from) {
        int depth = 0;
        for (int token = from + 1; token < tokens.size(); token++) {
            depth += tokens.text(token).equals("(") ? 1 : tokens.text(token).equals(")") ? -1 : 0;
            if (depth == 0) {
                return Optional.of(new Cut(tokens, from, token - from, same(tokens, instead)));
            }
        }
        return Optional.empty();
    }

    /** A buffer has each spelling as one object. */
    private static String same(TokenBuffer tokens, String text) {
        return IntStream.range(0, tokens.size()).mapToObj(tokens::text).filter(text::equals).findFirst().orElse(text);
    }

    /** @param cut so many tokens from {@code from} on are left out, and the next is a number in their place */
    private record Cut(TokenBuffer whole, int from, int cut, String instead) implements TokenBuffer {
        private int inWhole(int token) {
            return token <= from ? token : token + cut;
        }

        private Span inWhole(Span span) {
            return new Span(inWhole(span.first()), span.last() == from ? from + cut : inWhole(span.last()));
        }

        @Override
        public int size() {
            return whole.size() - cut;
        }

        @Override
        public TokenKind kind(int token) {
            return token == from ? TokenKind.INTEGER : whole.kind(inWhole(token));
        }

        @Override
        public String text(int token) {
            return token == from ? instead : whole.text(inWhole(token));
        }

        @Override
        public Position expanded(int token) {
            return whole.expanded(inWhole(token));
        }

        @Override
        public Position expandedEnd(int token) {
            return whole.expandedEnd(inWhole(token));
        }

        @Override
        public Position spelled(int token) {
            return whole.spelled(inWhole(token));
        }

        @Override
        public String macro(int token) {
            return whole.macro(inWhole(token));
        }

        @Override
        public String source(Span span) {
            return whole.source(inWhole(span));
        }

        @Override
        public String condition(Span span) {
            return whole.condition(inWhole(span));
        }
    }
}
