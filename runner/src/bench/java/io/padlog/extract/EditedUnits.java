package io.padlog.extract;

import io.padlog.extract.facts.UnitFacts;
import io.padlog.extract.facts.UnitRows;
import io.padlog.extract.preprocess.PreprocessedFile;
import io.padlog.extract.preprocess.Preprocessor;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.unit.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** The units of a tree, read one at a time, and again after one of their sources was edited: only that one is read anew. */
public final class EditedUnits {
    private final ExtractOptions options;
    private final Preprocessor preprocessor;
    private final UnitFacts.Platform platform;
    private final List<Unit> units;

    /** @param root a folder whose headers do not change */
    public EditedUnits(Path root, ExtractOptions options) {
        this.options = options;
        this.preprocessor = new Preprocessor(root, List.of(root), options.defines(), options.undefines(), resources());
        this.platform = new UnitFacts.Platform(
                options.platform().resources(), options.platform().common(), options.platform().accessors());
        this.units = Units.find(List.of(root), options.excludes(), options.threads()).units();
    }

    private Set<String> resources() {
        return options.platform().resources().keySet();
    }

    public List<Unit> units() {
        return units;
    }

    public Read read(Unit unit) {
        return new Read(unit);
    }

    /** A unit that was read. */
    public final class Read {
        private final Unit unit;
        private final SourceReading reading;
        private final List<SourceReading.Read> sources;

        private Read(Unit unit) {
            this.unit = unit;
            this.reading = new SourceReading(preprocessor, options.platform(), unit, List.of());
            this.sources = unit.sources().stream().map(reading::read).toList();
        }

        /** Facts of the unit as it was read. */
        public Extraction facts() {
            return facts(sources, UnaryOperator.identity());
        }

        /** Facts of the unit as it is now.
         *  @param edited the only source that has changed since the unit was read */
        public Extraction factsWith(SourceFile edited) {
            List<SourceReading.Read> now = new ArrayList<>(sources);
            now.set(unit.sources().indexOf(edited), reading.read(edited));
            return facts(now, UnaryOperator.identity());
        }

        /** Facts of the unit as it was read, but for one call that a macro makes in one of its sources.
         *  @return empty if there is no such call */
        public Optional<Extraction> factsWithout(SourceFile source, CutCall cut) {
            AtomicBoolean found = new AtomicBoolean();
            UnaryOperator<PreprocessedFile> change = file -> {
                Optional<TokenBuffer> without = cut.from(file.tokens());
                without.ifPresent(tokens -> found.set(true));
                return without.map(tokens -> new PreprocessedFile(tokens, file.shared(), file.diagnostics(), file.includes(),
                        file.hidden(), file.remarks(), file.pragmas())).orElse(file);
            };
            List<SourceReading.Read> now = new ArrayList<>(sources);
            now.set(unit.sources().indexOf(source),
                    new SourceReading(preprocessor, options.platform(), unit, List.of(), change).read(source));
            Extraction facts = facts(now, change);
            return found.get() ? Optional.of(facts) : Optional.empty();
        }

        private Extraction facts(List<SourceReading.Read> first, UnaryOperator<PreprocessedFile> change) {
            List<UnitReading> readings = new ArrayList<>();
            readings.add(UnitReading.of(unit, first, List.of(), platform, options.selection()));
            FurtherReadings further = new FurtherReadings(
                    settings -> new SourceReading(preprocessor, options.platform(), unit, settings, change), unit.sources(), first,
                    new ChangedFunctions(resources()));
            for (FurtherReadings.Reading again : further.all()) {
                readings.add(UnitReading.of(unit, again.sources(), again.settings(), platform, options.selection()));
            }
            return new Extraction(UnitRows.merge(readings.stream().map(UnitReading::rows).toList()),
                    UnitReading.coverage(readings), List.of());
        }
    }
}
