package io.padlog.extract.symbol;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.Objects;

/**
 * A function that a unit defines.
 *
 * @param number its place among the unit's functions, from 0
 * @param source the translation unit that defines it
 * @param graph its body
 */
public record FunctionSymbol(int number, TranslationUnit source, ControlFlowGraph graph) {
    public FunctionSymbol {
        Objects.requireNonNull(source);
        Objects.requireNonNull(graph);
    }

    public String name() {
        return graph.function().identifier();
    }

    public boolean isStatic() {
        return graph.function().storage() == Declaration.Storage.STATIC;
    }

    /** Symbols are the same if they are the same definition. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionSymbol symbol && symbol.graph == graph;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
