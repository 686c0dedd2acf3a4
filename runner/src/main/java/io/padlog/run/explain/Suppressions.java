package io.padlog.run.explain;

import io.padlog.extract.facts.Table;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places where a source says that a finding is known: {@code // padlog-ignore RULE[,RULE]: reason} on the finding's
 * line or on the one before.
 */
final class Suppressions {
    private static final Pattern IGNORE = Pattern.compile("padlog-ignore\\s+([\\w/]+(?:\\s*,\\s*[\\w/]+)*)\\s*(?::\\s*(.*))?");

    private final List<Place> places = new ArrayList<>();

    private record Place(String file, int line, List<String> rules, String reason) {
        boolean covers(Location at, String rule) {
            boolean near = at.line() == line || at.line() == line + 1;
            return near && at.file().equals(file) && rules.stream().anyMatch(name -> names(name, rule));
        }

        /** A rule's id without its folder will do. */
        private static boolean names(String name, String rule) {
            String id = rule.toLowerCase(Locale.ROOT);
            String asked = name.toLowerCase(Locale.ROOT);
            return id.equals(asked) || id.endsWith("/" + asked);
        }
    }

    Suppressions(FactView facts) {
        Table directives = facts.table("directive");
        for (int row = 0; row < directives.rows(); row++) {
            Matcher ignore = IGNORE.matcher(facts.symbol(directives.get(row, 3)).strip());
            if (ignore.matches()) {
                String reason = Optional.ofNullable(ignore.group(2)).orElse("").strip();
                places.add(new Place(facts.symbol(directives.get(row, 1)), directives.get(row, 2),
                        List.of(ignore.group(1).split("\\s*,\\s*")), reason));
            }
        }
    }

    /** Why the finding is not to be reported, if the source says so. */
    Optional<Suppression> of(Finding finding) {
        return places.stream()
                .filter(place -> place.covers(finding.at(), finding.rule()))
                .findFirst()
                .map(place -> new Suppression(new Location(place.file(), place.line(), 1), place.reason()));
    }
}
