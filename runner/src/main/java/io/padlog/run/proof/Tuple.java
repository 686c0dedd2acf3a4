package io.padlog.run.proof;

import java.util.List;

/** A row of a relation. */
record Tuple(String relation, List<Integer> cells) {
    Tuple {
        cells = List.copyOf(cells);
    }
}
