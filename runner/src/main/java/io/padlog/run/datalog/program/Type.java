package io.padlog.run.datalog.program;

import java.util.List;
import java.util.Objects;

/**
 * A type that columns have. Subset and equivalence types are resolved: only the kind matters to an engine.
 *
 * @param name as declared, or number, unsigned, float, symbol
 * @param fields of a record, else empty
 * @param branches of an algebraic type in order of their names, else empty; their tags are their places, from 0
 */
public record Type(String name, Kind kind, List<Field> fields, List<Branch> branches) {
    public Type {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        fields = List.copyOf(fields);
        branches = List.copyOf(branches);
    }

    /** A field; its type's name is a key of {@link CheckedProgram#types}. */
    public record Field(String name, String type, Kind kind) {}

    /** A branch of an algebraic type. */
    public record Branch(String name, List<Field> fields) {
        public Branch {
            fields = List.copyOf(fields);
        }
    }
}
