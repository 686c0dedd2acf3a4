package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;
import java.util.Optional;

/** A header's name as a directive has it. */
record HeaderName(String name, boolean angled) {
    /** The name in its quotes or brackets after #include; empty if something else stands there, which macros may change. */
    static Optional<HeaderName> written(LexedFile lexed, int operand, int lineEnd) {
        if (operand >= lineEnd) {
            return Optional.empty();
        }
        if (lexed.kind(operand) == TokenKind.STRING) {
            return Optional.of(quoted(lexed.spellings[operand].text));
        }
        if (lexed.kind(operand) == TokenKind.LESS) {
            String text = lexed.source.text();
            int begin = lexed.ends[operand];
            int close = text.indexOf('>', begin);
            if (close >= 0 && close <= lexed.begins[lineEnd] && text.substring(begin, close).indexOf('\n') < 0) {
                return Optional.of(new HeaderName(text.substring(begin, close).strip(), true));
            }
        }
        return Optional.empty();
    }

    /** The name that macros made; it is empty if they made none. */
    static HeaderName expanded(Lexeme[] tokens) {
        if (tokens.length > 0 && tokens[0].is(TokenKind.STRING)) {
            return quoted(tokens[0].spelling.text);
        }
        StringBuilder name = new StringBuilder();
        if (tokens.length > 0 && tokens[0].is(TokenKind.LESS)) {
            for (int i = 1; i < tokens.length; i++) {
                if (tokens[i].is(TokenKind.GREATER)) {
                    return new HeaderName(name.toString(), true);
                }
                name.append(i > 1 && tokens[i].hasSpace() ? " " : "").append(tokens[i].spelling);
            }
        }
        return new HeaderName("", false);
    }

    private static HeaderName quoted(String literal) {
        int open = literal.indexOf('"');
        return new HeaderName(literal.substring(open + 1, literal.length() - 1), false);
    }
}
