package io.padlog.run.datalog.syntax;

import java.util.List;

/** A program with its includes put in their places. The items are in source order. */
public record Program(List<Item> items) {
    public Program {
        items = List.copyOf(items);
    }
}
