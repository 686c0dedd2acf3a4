package io.padlog.extract;

import io.padlog.extract.preprocess.HiddenRegion;
import io.padlog.extract.preprocess.MacroSetting;
import io.padlog.extract.source.Position;
import io.padlog.extract.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the sources of a unit again where a conditional hides whole functions or calls that matter, with other values of
 * the macros that decide it. A macro has one value in all that one reading reads; what does not go together comes in
 * another one. Sources that hide nothing are not read again, but linked to those that are.
 */
final class FurtherReadings {
    /** One more would rarely show anything: the arms of a conditional that are left then are rare. */
    private static final int MOST = 6;

    private final Function<List<MacroSetting>, SourceReading> reading;
    private final List<SourceFile> sources;
    private final List<SourceReading.Read> first;
    private final ChangedFunctions changed;
    private final Set<Position> tried = new HashSet<>();

    /** Sources of a unit, as they are with some macros set; those that this does not change are left out, if nobody is
     *  to miss them. */
    record Reading(List<MacroSetting> settings, List<SourceReading.Read> sources) {}

    /** An arm that no reading has shown so far; {@code again} if it stayed hidden together with the settings of others. */
    private record Pending(int source, Position position, Map<String, MacroSetting> settings, boolean again) {}

    /**
     * @param reading reads with macros set
     * @param first what was read of each source with nothing set
     * @param changed tells what is new in a reading
     */
    FurtherReadings(Function<List<MacroSetting>, SourceReading> reading, List<SourceFile> sources, List<SourceReading.Read> first,
            ChangedFunctions changed) {
        this.reading = reading;
        this.sources = sources;
        this.first = first;
        this.changed = changed;
    }

    /** The readings beside the first, which is not among them. */
    List<Reading> all() {
        List<Reading> readings = new ArrayList<>();
        int made = 0;
        List<Pending> pending = new ArrayList<>();
        for (int source = 0; source < first.size(); source++) {
            addPending(source, first.get(source), Map.of(), pending);
        }
        while (!pending.isEmpty() && made < MOST) {
            Map<String, MacroSetting> settings = new LinkedHashMap<>();
            Set<Integer> affected = new HashSet<>();
            List<Pending> now = new ArrayList<>();
            List<Pending> later = new ArrayList<>();
            for (Pending arm : pending) {
                boolean fits = now.isEmpty() || now.get(0).again()
                        ? settings.isEmpty() || settings.equals(arm.settings()) : goTogether(settings, arm.settings());
                if (fits) {
                    now.add(arm);
                    settings.putAll(arm.settings());
                    affected.add(arm.source());
                } else {
                    later.add(arm);
                }
            }
            List<MacroSetting> set = List.copyOf(settings.values());
            SourceReading again = reading.apply(set);
            List<SourceReading.Read> read = new ArrayList<>(first);
            for (int source = 0; source < first.size(); source++) {
                if (affected.contains(source)) {
                    read.set(source, again.read(sources.get(source)));
                    addPending(source, read.get(source), settings, later);
                }
            }
            List<SourceReading.Read> told = changed.of(first, read);
            if (!told.isEmpty()) {
                readings.add(new Reading(set, told));
            }
            made++;
            pending = new ArrayList<>();
            for (Pending arm : now) {
                if (!arm.again() && hides(read.get(arm.source()), arm.position())) {
                    pending.add(new Pending(arm.source(), arm.position(), arm.settings(), true));
                }
            }
            pending.addAll(later);
        }
        return readings;
    }

    /** Whether an arm, by the directive above it, was passed over, alone or with what is around it. */
    private static boolean hides(SourceReading.Read read, Position arm) {
        return read.hidden().stream().anyMatch(region -> region.position().file().equals(arm.file())
                && arm.line() >= region.position().line() && arm.line() <= region.position().line() + region.lines());
    }

    private static boolean goTogether(Map<String, MacroSetting> one, Map<String, MacroSetting> other) {
        return other.values().stream().allMatch(setting ->
                setting.equals(one.getOrDefault(setting.macro(), setting)));
    }

    private void addPending(
            int source, SourceReading.Read read, Map<String, MacroSetting> settings, List<Pending> pending) {
        for (HiddenRegion region : read.hidden()) {
            // What the first reading shows is nothing to look for, even if the settings of a further one hide it.
            if (!region.remedy().isEmpty() && hides(first.get(source), region.position()) && tried.add(region.position())) {
                Map<String, MacroSetting> wanted = new LinkedHashMap<>(settings);
                region.remedy().forEach(setting -> wanted.put(setting.macro(), setting));
                pending.add(new Pending(source, region.position(), wanted, false));
            }
        }
    }
}
