package io.padlog.extract.facts;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which facts are written; what is left out costs nothing.
 *
 * @param relations others stay empty
 * @param bystanders whether functions that act on no resource, by themselves or through what they call, are written whole;
 *     if not, of those there is what they are, where they begin and whom they call
 */
public record FactSelection(Set<FactRelation> relations, boolean bystanders) {
    /** All that is known. */
    public static final FactSelection ALL = new FactSelection(EnumSet.allOf(FactRelation.class), true);

    /** What padlog's own rules and the explanation of their findings look at. */
    public static final FactSelection RULES = new FactSelection(rules(), false);

    public FactSelection {
        relations = Set.copyOf(relations);
    }

    private static Set<FactRelation> rules() {
        return EnumSet.complementOf(EnumSet.of(
                FactRelation.INCLUDE, FactRelation.CONFIGURATION, FactRelation.CONDITION, FactRelation.RECORD,
                FactRelation.FIELD, FactRelation.TYPEDEF, FactRelation.ENUMERATOR,
                FactRelation.INITIALIZER, FactRelation.CONSTANT, FactRelation.MACRO_USE, FactRelation.CAST,
                FactRelation.FIELD_ANNOTATION));
    }

    boolean hasAny(FactRelation... some) {
        for (FactRelation relation : some) {
            if (relations.contains(relation)) {
                return true;
            }
        }
        return false;
    }
}
