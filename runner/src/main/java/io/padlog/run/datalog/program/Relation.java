package io.padlog.run.datalog.program;

import io.padlog.run.datalog.syntax.Range;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A relation.
 *
 * @param name with the names of the component instances that it lies in: {@code a.b.relation}
 * @param choiceDomains columns, from 0, that determine a row: of rows that agree in them the first one wins
 * @param deltaOf the relation whose new rows this one has, each with the round of the recursion that found it
 * @param inlined no rule outside of its own clauses reads it any more, and it has no rows
 */
public record Relation(
        Range range,
        String name,
        List<Attribute> attributes,
        Representation representation,
        List<List<Integer>> choiceDomains,
        Optional<String> deltaOf,
        boolean inlined,
        String doc) {
    public Relation {
        Objects.requireNonNull(name);
        attributes = List.copyOf(attributes);
        choiceDomains = List.copyOf(choiceDomains);
    }

    /** One whose rows come from its rules. */
    public Relation(
            Range range,
            String name,
            List<Attribute> attributes,
            Representation representation,
            List<List<Integer>> choiceDomains,
            boolean inlined,
            String doc) {
        this(range, name, attributes, representation, choiceDomains, Optional.empty(), inlined, doc);
    }

    public int arity() {
        return attributes.size();
    }

    /** A column; its type's name is a key of {@link CheckedProgram#types}. */
    public record Attribute(String name, String type, Kind kind, String doc) {}

    /** How the rows are wanted to be kept; only EQREL changes what they are. */
    public enum Representation {
        DEFAULT, BTREE, BTREE_DELETE, BRIE,
        /** the smallest equivalence relation over the rows */
        EQREL
    }
}
