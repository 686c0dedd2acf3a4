package io.padlog.extract.symbol;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.Optional;

/** The structs that the fields in a unit's functions belong to. */
public final class UnitOwners {
    private Optional<Known> known = Optional.empty();

    /** What was looked at last: a unit's functions stand in the order of its translation units. */
    private record Known(TranslationUnit source, FieldOwners owners) {}

    /** The name of the struct that has the field, as {@link RecordTypes} has it; empty if not known. */
    public String owner(FunctionSymbol function, Value.Field field) {
        if (known.isEmpty() || known.get().source() != function.source()) {
            known = Optional.of(new Known(function.source(), new FieldOwners(function.source())));
        }
        return known.get().owners().owner(function.graph(), field);
    }
}
