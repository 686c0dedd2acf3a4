package io.padlog.extract.source;

/**
 * A run of tokens of one translation unit. The unit's token buffer tells where each of them is written and
 * where it was expanded.
 *
 * @param first index of the first token
 * @param last index of the last token, inclusive; not before {@code first}
 */
public record Span(int first, int last) {
    /** The smallest span that holds both. */
    public Span to(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
}
