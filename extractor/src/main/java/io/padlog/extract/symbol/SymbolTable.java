package io.padlog.extract.symbol;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of one unit by name: static ones belong to their translation unit, the others to the unit. */
public final class SymbolTable {
    private final List<FunctionSymbol> functions;
    private final Map<String, List<FunctionSymbol>> byName = new HashMap<>();

    /** @param functions numbered by their place, in source order */
    public SymbolTable(List<FunctionSymbol> functions) {
        this.functions = List.copyOf(functions);
        for (FunctionSymbol function : functions) {
            byName.computeIfAbsent(function.name(), name -> new ArrayList<>(1)).add(function);
        }
    }

    public List<FunctionSymbol> functions() {
        return functions;
    }

    /** Whether some function of the unit has the name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The function that {@code name} means in {@code source}: its own, else the unit's (C17 §6.2.2). */
    public Optional<FunctionSymbol> find(TranslationUnit source, String name) {
        FunctionSymbol external = null;
        for (FunctionSymbol candidate : byName.getOrDefault(name, List.of())) {
            if (candidate.source() == source) {
                return Optional.of(candidate);
            }
            if (external == null && (!candidate.isStatic() || candidate.graph().function().inline())) {
                external = candidate;
            }
        }
        return Optional.ofNullable(external);
    }

    /** All functions that {@code name} may mean in {@code source}: in C++ several can have one. */
    public List<FunctionSymbol> overloads(TranslationUnit source, String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(candidate -> candidate.source() == source || !candidate.isStatic()
                        || candidate.graph().function().inline())
                .toList();
    }

    /** The function that {@code value}, or {@code &value}, names in {@code source}, if it names one of the unit. */
    public Optional<FunctionSymbol> named(TranslationUnit source, Value value) {
        Value function = value instanceof Value.AddressOf address ? address.object() : value;
        return function instanceof Value.Variable variable && variable.scope() != Value.Scope.LOCAL
                        && variable.scope() != Value.Scope.PARAMETER
                ? find(source, variable.name())
                : Optional.empty();
    }
}
