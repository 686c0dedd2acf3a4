package io.padlog.run.finding;

import java.util.List;

/** A path through the program that shows a finding, from its beginning to its end; empty when none was rebuilt. */
public record Trace(List<Step> steps) {
    public static final Trace NONE = new Trace(List.of());

    public Trace {
        steps = List.copyOf(steps);
    }
}
