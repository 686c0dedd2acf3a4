package io.padlog.run.catalog;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rules that there are. They are found by file name, {@code rules/<model>/<Id>.dl}; no list names them. */
public final class Catalog {
    private static final String FOLDER = "rules";
    private static final String ENDING = ".dl";

    private final List<Rule> rules;

    private Catalog(List<Rule> rules) {
        this.rules = rules.stream().sorted(Comparator.comparing(Rule::id, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** The rules among padlog's queries. */
    public static Catalog of(QueryResources resources) {
        List<Rule> rules = new ArrayList<>();
        for (String name : resources.names(FOLDER, ENDING)) {
            String inside = name.substring(FOLDER.length() + 1, name.length() - ENDING.length());
            String docs = resources.text("docs/" + inside + ".md").orElse("");
            rules.add(rule(QueryIncludes.OWN + name, resources.existing(name), docs));
        }
        return new Catalog(rules);
    }

    /**
     * The same with rules of the user's own.
     *
     * @param folders each holds at least one
     * @throws PadlogException if one cannot be read, or an id is there already
     */
    public Catalog with(List<Path> folders) {
        List<Rule> all = new ArrayList<>(rules);
        for (Path folder : folders) {
            for (RuleFolder.Source source : RuleFolder.read(folder)) {
                Rule own = rule(source.file(), source.program(), source.docs());
                if (all.stream().anyMatch(rule -> rule.id().equalsIgnoreCase(own.id()))) {
                    throw new PadlogException(ExitStatus.USAGE, source.file() + ":1:1: there is a rule '" + own.id() + "' already");
                }
                all.add(own);
            }
        }
        return new Catalog(all);
    }

    /** All rules by id. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rule of this id, in any case. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equalsIgnoreCase(id)).findFirst();
    }

    /**
     * The rules that are called by their id or by a pack of theirs.
     *
     * @param names empty for all rules
     * @throws PadlogException if a name calls none
     */
    public List<Rule> selected(List<String> names) {
        if (names.isEmpty()) {
            return rules;
        }
        Set<Rule> selected = new LinkedHashSet<>();
        for (String name : names) {
            List<Rule> named = rules.stream().filter(rule -> rule.isNamed(name)).toList();
            if (named.isEmpty()) {
                throw unknown(name);
            }
            selected.addAll(named);
        }
        return List.copyOf(selected);
    }

    /** The complaint about a rule that there is not. */
    public PadlogException unknown(String name) {
        Set<String> known = new TreeSet<>();
        rules.forEach(rule -> {
            known.add(rule.id());
            known.addAll(rule.packs());
        });
        String hint = NearMiss.of(name, known).map(near -> "did you mean '" + near + "'?").orElse("'padlog rules' lists them");
        return new PadlogException(ExitStatus.USAGE, "unknown rule '" + name + "'; " + hint);
    }

    private static Rule rule(String file, String program, String docs) {
        RuleHeader header = RuleHeader.parse(file, program);
        Set<String> packs = new TreeSet<>();
        for (String pack : header.get("packs").split("[,\\s]+")) {
            packs.add(pack.toLowerCase(Locale.ROOT));
        }
        String model = header.get("model");
        packs.add(model.toLowerCase(Locale.ROOT));
        packs.remove("");
        return new Rule(
                header.get("id"), model, header.get("title"), header.get("severity"), header.get("finds"),
                header.get("false alarms"), header.get("misses"), header.get("sdv"), List.copyOf(packs), file, program, docs);
    }
}
