package io.padlog.extract.syntax;

import io.padlog.extract.source.Span;
import java.util.List;

/** What a variable starts with (C17 §6.7.9). */
public sealed interface Initializer {
    Span span();

    /** {@code = value} */
    record Single(Expression value) implements Initializer {
        @Override public Span span() { return value.span(); }
    }

    /** {@code = { .field = value, [index] = value, value }} */
    record Braced(Span span, List<Item> items) implements Initializer {
        public Braced { items = List.copyOf(items); }
    }

    /** C++'s {@code name(arguments)}; one with braces is {@link Braced}. */
    record Constructed(Span span, List<Expression> arguments) implements Initializer {
        public Constructed { arguments = List.copyOf(arguments); }
    }

    /** {@code .field[index] = value}; no designators where the item stands in order. */
    record Item(List<Designator> designators, Initializer value) {
        public Item { designators = List.copyOf(designators); }
    }

    /** {@code .field} or {@code [index]} (or the first of GNU's {@code [first ... last]}). */
    sealed interface Designator {
        /** {@code .name} */
        record Field(String name) implements Designator {}

        /** {@code [index]} */
        record Index(Expression index) implements Designator {}
    }
}
