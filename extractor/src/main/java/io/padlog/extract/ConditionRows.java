package io.padlog.extract;

import io.padlog.extract.facts.FactRelation;
import io.padlog.extract.facts.UnitRows;
import io.padlog.extract.preprocess.HiddenRegion;
import io.padlog.extract.preprocess.MacroSetting;
import java.util.Collection;
import java.util.List;

/** Writes what conditional directives hide of a unit, and with which macros it was read. */
final class ConditionRows {
    private ConditionRows() {}

    static void write(UnitRows rows, List<MacroSetting> settings, Collection<HiddenRegion> hidden) {
        for (MacroSetting setting : settings) {
            rows.add(FactRelation.CONFIGURATION, 0, rows.symbol(setting.macro()), rows.symbol(setting.value().orElse("-")));
        }
        for (HiddenRegion region : hidden) {
            List<String> macros = region.macros().isEmpty() ? List.of("") : region.macros();
            for (String macro : macros) {
                rows.add(FactRelation.CONDITION, 0, rows.symbol(region.position().file().name()), region.position().line(),
                        rows.symbol(region.directive()), rows.symbol(macro), region.lines(),
                        rows.symbol(region.undecided() ? "undecided" : "decided"));
            }
        }
    }
}
