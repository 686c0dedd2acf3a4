package io.padlog.run.mutation;

import io.padlog.run.finding.Confidence;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what was noticed, and prints what was not noticed with at least medium confidence. */
final class Tally {
    private final Map<Kind, Counts> kinds = new EnumMap<>(Kind.class);
    private final Map<Kind, Counts> written = new EnumMap<>(Kind.class);
    private final Map<String, Counts> families = new TreeMap<>();

    /** Of how many broken calls findings tell. */
    private static final class Counts {
        private int all;
        private int high;
        private int medium;
        private int low;
        private int unchanged;

        void add(Optional<Confidence> confidence) {
            all++;
            high += confidence.filter(best -> best.atLeast(Confidence.HIGH)).isPresent() ? 1 : 0;
            medium += confidence.filter(best -> best.atLeast(Confidence.MEDIUM)).isPresent() ? 1 : 0;
            low += confidence.isPresent() ? 1 : 0;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%5d  high %5d (%5.1f %%)  medium %5d (%5.1f %%)  low %5d (%5.1f %%)%s", all, high,
                    percent(high), medium, percent(medium), low, percent(low),
                    unchanged == 0 ? "" : "  not tried " + unchanged);
        }

        private double percent(int part) {
            return all == 0 ? 0 : 100.0 * part / all;
        }
    }

    void add(Site site, Optional<Confidence> confidence, String line) {
        kinds.computeIfAbsent(site.kind(), kind -> new Counts()).add(confidence);
        if (site.macro().isEmpty()) {
            written.computeIfAbsent(site.kind(), kind -> new Counts()).add(confidence);
        }
        families.computeIfAbsent(family(site), family -> new Counts()).add(confidence);
        if (!confidence.filter(best -> best.atLeast(Confidence.MEDIUM)).isPresent()) {
            System.out.println("survivor " + site.kind().id() + " " + confidence.map(Confidence::id).orElse("none") + " "
                    + site.place() + " " + site.function() + " [" + site.family() + " " + site.lock()
                    + (site.kind() == Kind.SWAP ? " -> " + site.exchanges().get(0) : "") + "] " + line);
        }
    }

    /** The source there is no call that can be broken: most often it stands in a macro's definition. */
    void unchanged(Site site) {
        kinds.computeIfAbsent(site.kind(), kind -> new Counts()).unchanged++;
    }

    private static String family(Site site) {
        return site.kind().id() + " " + site.family();
    }

    void print() {
        families.forEach((family, counts) -> System.out.printf(Locale.ROOT, "%-36s %s%n", family, counts));
        written.forEach((kind, counts) -> System.out.printf(Locale.ROOT, "%-36s %s%n", kind.id() + ", not in a macro", counts));
        kinds.forEach((kind, counts) -> System.out.printf(Locale.ROOT, "%-36s %s%n", kind.id(), counts));
    }
}
