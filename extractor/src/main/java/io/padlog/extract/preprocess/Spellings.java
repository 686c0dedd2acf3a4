package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** All spellings met by one preprocessor. Shared by its threads; lexers keep their own table in front of it. */
final class Spellings {
    final Spelling defined;
    final Spelling hasInclude;
    final Spelling endOfFile = new Spelling("", TokenKind.END_OF_FILE, 0);

    private final Map<String, Spelling> known = new ConcurrentHashMap<>();
    private final AtomicInteger identifiers = new AtomicInteger();
    private final Spelling[] punctuators = new Spelling[TokenKind.values().length];
    private final Set<String> kept;

    /** @param kept names of functions whose calls are kept where they are macros */
    Spellings(Set<String> kept) {
        this.kept = kept;
        for (TokenKind kind : TokenKind.values()) {
            if (!kind.spelling().isEmpty()) {
                punctuators[kind.ordinal()] = of(kind.spelling(), kind);
            }
        }
        defined = identifier("defined");
        hasInclude = identifier("__has_include");
    }

    Spelling identifier(String text) {
        return of(text, TokenKind.IDENTIFIER);
    }

    /** The one spelling of this text. The text alone decides the kind, so callers agree on it. */
    Spelling of(String text, TokenKind kind) {
        Spelling found = known.get(text);
        if (found != null) {
            return found;
        }
        return known.computeIfAbsent(text, key -> new Spelling(
                key, kind, kind == TokenKind.IDENTIFIER ? identifiers.incrementAndGet() : 0, kept.contains(key)));
    }

    /** A spelling that some lexer has already found to be one token. */
    Optional<Spelling> find(String text) {
        return Optional.ofNullable(known.get(text));
    }

    /** The usual spelling of a punctuator. */
    Spelling punctuator(TokenKind kind) {
        return punctuators[kind.ordinal()];
    }
}
