package io.padlog.extract.symbol;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The functions of a unit, joined.
 *
 * @param references where functions are stored in fields, in source order
 * @param calls the calls of each function, by its number, in node order
 * @param endless the functions from which control never comes back
 * @param types of the translation units
 */
public record LinkedUnit(
        SymbolTable symbols, List<FieldReference> references, List<List<CallSite>> calls, Set<FunctionSymbol> endless,
        UnitTypes types) {
    public LinkedUnit {
        references = List.copyOf(references);
        calls = List.copyOf(calls);
        endless = Set.copyOf(endless);
        Objects.requireNonNull(types);
    }

    public List<FunctionSymbol> functions() {
        return symbols.functions();
    }

    public List<CallSite> calls(FunctionSymbol function) {
        return calls.get(function.number());
    }

    /** Whether control may come back from a call. */
    public boolean comesBack(CallSite call) {
        return call.targets().isEmpty() || !endless.containsAll(call.targets());
    }

    /** The function that {@code value} names in {@code from}, if it names one of the unit. */
    public Optional<FunctionSymbol> named(TranslationUnit from, Value value) {
        return symbols.named(from, value);
    }
}
