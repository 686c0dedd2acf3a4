package io.padlog.run.explain;

import io.padlog.extract.facts.Table;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places where a source says that a finding is known: {@code // padlog-ignore RULE[,RULE]: reason}, or a pragma that
 * suppresses a compiler's warning of the kind, on the finding's line or above it with nothing but others of these between.
 */
final class Suppressions {
    private static final Pattern IGNORE =
            Pattern.compile("padlog-ignore\\s+([\\w/]+(?:\\s*,\\s*[\\w/]+)*)\\s*(?::\\s*(.*))?", Pattern.DOTALL);
    private static final Pattern PRAGMA =
            Pattern.compile("(?:warning|prefast)\\s*\\(.*?suppress\\s*:\\s*(\\d[\\d\\s,]*)(?:.*?\"([^\"]*)\")?.*", Pattern.DOTALL);

    private final List<Place> places = new ArrayList<>();

    /** One that suppresses: by rules as they are called, or by the numbers of warnings. */
    private static final class Place {
        private final Location at;
        private final int last;
        private final List<String> names;
        private final List<Integer> warnings;
        private final String reason;
        private final Set<String> used = new TreeSet<>();

        Place(Location at, int last, List<String> names, List<Integer> warnings, String reason) {
            this.at = at;
            this.last = last;
            this.names = names;
            this.warnings = warnings;
            this.reason = reason;
        }

        boolean covers(Finding finding) {
            Location place = finding.at();
            if (!place.file().equals(at.file()) || place.line() < at.line() || place.line() > last) {
                return false;
            }
            List<String> meant = names.stream().filter(name -> Ignore.means(name, finding.rule())).toList();
            used.addAll(meant);
            return !meant.isEmpty()
                    || warnings.stream().anyMatch(number -> CompilerWarnings.isAbout(number, finding.kind()));
        }
    }

    Suppressions(FactView facts) {
        Table directives = facts.table("directive");
        // Headers of several units are met several times.
        TreeMap<Location, String> texts = new TreeMap<>();
        for (int row = 0; row < directives.rows(); row++) {
            Location at = new Location(facts.symbol(directives.get(row, 1)), directives.get(row, 2), 1);
            texts.merge(at, facts.symbol(directives.get(row, 3)).strip(), (one, other) -> one.equals(other) ? one : one + "\n" + other);
        }
        texts.forEach((at, text) -> text.lines().forEach(line -> place(at, line, last(at, texts)).ifPresent(places::add)));
    }

    /** The line below, or the first that has nothing of this kind. */
    private static int last(Location at, TreeMap<Location, String> texts) {
        int line = at.line() + 1;
        while (texts.containsKey(new Location(at.file(), line, 1))) {
            line++;
        }
        return line;
    }

    private static Optional<Place> place(Location at, String text, int last) {
        Matcher pragma = PRAGMA.matcher(text);
        if (pragma.matches()) {
            List<Integer> numbers = Pattern.compile("\\d{1,9}").matcher(pragma.group(1)).results()
                    .map(number -> Integer.parseInt(number.group()))
                    .toList();
            return Optional.of(new Place(at, last, List.of(), numbers, Optional.ofNullable(pragma.group(2)).orElse("")));
        }
        if (!text.startsWith("padlog-ignore")) {
            return Optional.empty();
        }
        Matcher ignore = IGNORE.matcher(text);
        return Optional.of(ignore.matches()
                ? new Place(at, last, List.of(ignore.group(1).split("\\s*,\\s*")), List.of(),
                        Optional.ofNullable(ignore.group(2)).orElse("").strip())
                : new Place(at, last, List.of(), List.of(), ""));
    }

    /** Why the finding is not to be reported, if the source says so. */
    Optional<Suppression> of(Finding finding) {
        return places.stream()
                .filter(place -> place.covers(finding))
                .findFirst()
                .map(place -> new Suppression(place.at, place.reason));
    }

    /** The comments, with what they were good for so far. */
    List<Ignore> ignores() {
        return places.stream()
                .filter(place -> place.warnings.isEmpty())
                .map(place -> new Ignore(place.at, place.names, place.used))
                .toList();
    }
}
