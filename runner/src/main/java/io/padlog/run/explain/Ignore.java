package io.padlog.run.explain;

import io.padlog.run.catalog.NearMiss;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A comment {@code // padlog-ignore RULE[,RULE]: reason}.
 *
 * @param names of rules as it writes them; none if it is not written so
 * @param used those for which it suppresses something
 */
record Ignore(Location at, List<String> names, Set<String> used) {
    Ignore {
        names = List.copyOf(names);
        used = Set.copyOf(used);
    }

    /** The same comment as another unit met it, in a header of both. */
    Ignore and(Ignore other) {
        Set<String> all = new TreeSet<>(used);
        all.addAll(other.used);
        return new Ignore(at, names, all);
    }

    /**
     * What is wrong with it.
     *
     * @param ran ids of the rules that were asked
     * @param known ids of all rules
     */
    List<Note> notes(Collection<String> ran, Collection<String> known) {
        List<Note> notes = new ArrayList<>();
        if (names.isEmpty()) {
            notes.add(new Note("bad_ignore", at, "wants 'padlog-ignore RULE[,RULE]: reason'"));
        }
        for (String name : names) {
            if (known.stream().noneMatch(rule -> means(name, rule))) {
                Set<String> all = new TreeSet<>(known);
                known.forEach(rule -> all.add(rule.substring(rule.lastIndexOf('/') + 1)));
                Optional<String> near = NearMiss.of(name, all);
                notes.add(new Note("unknown_rule", at, "'padlog-ignore " + name + "' names no rule"
                        + near.map(rule -> "; did you mean '" + rule + "'?").orElse("; 'padlog rules' lists them")));
            } else if (!used.contains(name) && known.stream().filter(rule -> means(name, rule)).allMatch(ran::contains)) {
                notes.add(new Note("unused_ignore", at, "'padlog-ignore " + name + "' suppresses nothing; it can go"));
            }
        }
        return notes;
    }

    /** A rule's id without its folder will do. */
    static boolean means(String name, String rule) {
        String id = rule.toLowerCase(Locale.ROOT);
        String asked = name.toLowerCase(Locale.ROOT);
        return id.equals(asked) || id.endsWith("/" + asked);
    }
}
