package io.padlog.extract.facts;

import java.util.Objects;

/**
 * A comment that speaks to padlog.
 *
 * @param text without the marks of the comment
 */
public record Directive(String file, int line, String text) {
    public Directive {
        Objects.requireNonNull(file);
        Objects.requireNonNull(text);
    }
}
