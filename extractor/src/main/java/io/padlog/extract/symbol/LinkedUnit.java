package io.padlog.extract.symbol;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.List;
import java.util.Optional;

/**
 * The functions of a unit, joined.
 *
 * @param references where functions are stored in fields, in source order
 * @param calls the calls of each function, by its number, in node order
 */
public record LinkedUnit(SymbolTable symbols, List<FieldReference> references, List<List<CallSite>> calls) {
    public LinkedUnit {
        references = List.copyOf(references);
        calls = List.copyOf(calls);
    }

    public List<FunctionSymbol> functions() {
        return symbols.functions();
    }

    public List<CallSite> calls(FunctionSymbol function) {
        return calls.get(function.number());
    }

    /** The function that {@code value} names in {@code from}, if it names one of the unit. */
    public Optional<FunctionSymbol> named(TranslationUnit from, Value value) {
        return symbols.named(from, value);
    }
}
