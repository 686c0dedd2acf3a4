package io.padlog.extract.syntax;

import io.padlog.extract.source.Span;
import java.util.Objects;

/**
 * A type as far as drivers' facts need it: without the platform's headers most names are unknown.
 *
 * @param specifiers the words that make the type, without storage class, qualifiers and annotations, joined by blanks:
 *     "unsigned long", "struct device", "PDEVICE_CONTEXT"
 * @param pointers how many {@code *} the declarator adds
 * @param array whether the declarator adds {@code []}
 * @param function whether the declarator makes it a function, or a pointer to one
 * @param reference whether it is a reference of C++
 */
public record TypeName(
        Span span, String specifiers, int pointers, boolean array, boolean function, boolean reference) {
    public TypeName {
        Objects.requireNonNull(specifiers);
    }

    /** A type of C. */
    public TypeName(Span span, String specifiers, int pointers, boolean array, boolean function) {
        this(span, specifiers, pointers, array, function, false);
    }

    /** The type as a reader would write it: "struct device **". */
    public String text() {
        return specifiers + (pointers > 0 ? " " + "*".repeat(pointers) : "") + (array ? " []" : "") + (function ? " ()" : "") + (reference ? " &" : "");
    }
}
