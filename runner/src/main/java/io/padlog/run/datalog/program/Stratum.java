package io.padlog.run.datalog.program;

import java.util.List;

/**
 * Relations that depend on each other, and on earlier strata.
 *
 * @param relations their names, in order of declaration
 * @param recursive whether a relation of it depends on itself
 */
public record Stratum(List<String> relations, boolean recursive) {
    public Stratum {
        relations = List.copyOf(relations);
    }
}
