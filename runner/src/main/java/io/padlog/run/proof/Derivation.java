package io.padlog.run.proof;

import io.padlog.run.datalog.syntax.Range;
import java.util.List;

/**
 * One way in which a rule gives a row.
 *
 * @param premises the rows that the rule's atoms took
 * @param absent the negated atoms, as they are shown
 * @param bindings the rule's variables with their values, as they are shown
 */
record Derivation(Range rule, Tuple conclusion, List<Tuple> premises, List<String> absent, List<String> bindings) {
    Derivation {
        premises = List.copyOf(premises);
        absent = List.copyOf(absent);
        bindings = List.copyOf(bindings);
    }
}
