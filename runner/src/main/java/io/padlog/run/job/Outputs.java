package io.padlog.run.job;

import io.padlog.run.datalog.syntax.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which relations of a query are its answer. */
final class Outputs {
    private Outputs() {}

    /**
     * The relations marked as outputs; if nothing is, those that the query itself declares or defines.
     *
     * @param items all of the program
     * @param own knows the names of the texts that are the query's own, not the library's
     * @param defined relations that the query defines without declaring them
     */
    static List<String> of(List<Item> items, Predicate<String> own, List<String> defined) {
        Set<String> marked = new LinkedHashSet<>();
        Set<String> declared = new LinkedHashSet<>();
        boolean printsSizes = false;
        for (Item item : items) {
            if (!own.test(item.range().file())) {
                continue;
            }
            if (item instanceof Item.Directive directive) {
                switch (directive.verb()) {
                    case OUTPUT -> marked.add(directive.relation());
                    case PRINTSIZE -> printsSizes = true;
                    case INPUT, LIMITSIZE -> { }
                }
            } else if (item instanceof Item.RelationDeclaration relation) {
                declared.add(relation.name());
                if (relation.qualifiers().contains(Item.Qualifier.OUTPUT)) {
                    marked.add(relation.name());
                }
                printsSizes |= relation.qualifiers().contains(Item.Qualifier.PRINTSIZE);
            }
        }
        if (!marked.isEmpty() || printsSizes) {
            return List.copyOf(marked);
        }
        List<String> all = new ArrayList<>(declared);
        all.addAll(defined);
        return all;
    }
}
