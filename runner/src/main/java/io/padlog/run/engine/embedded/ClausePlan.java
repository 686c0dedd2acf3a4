package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.syntax.Range;
import java.util.List;

/**
 * How one rule is evaluated, or one delta version of it. Data: an interpreter or a compiler makes it run.
 *
 * @param range the rule
 * @param registers how many the operations use
 * @param everyAnswer whether it matters how often the same answer is found
 * @param operations nested in this order; the last one is a Project or a Remove
 */
record ClausePlan(Range range, int registers, boolean everyAnswer, List<Operation> operations) {
    ClausePlan {
        operations = List.copyOf(operations);
    }
}
