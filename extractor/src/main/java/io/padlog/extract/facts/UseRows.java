package io.padlog.extract.facts;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TypeName;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.util.HashSet;
import java.util.Set;

/** Writes what a function's text uses: locals, constants, macros, casts; each once, where it comes first. */
final class UseRows {
    private final UnitRows rows;

    UseRows(UnitRows rows) {
        this.rows = rows;
    }

    void locals(FunctionSymbol function) {
        for (Declaration.Variable local : function.graph().locals()) {
            rows.add(FactRelation.LOCAL, function.number(), rows.symbol(local.identifier()), rows.symbol(local.type().text()));
        }
    }

    void tokens(FunctionSymbol function) {
        ControlFlowGraph graph = function.graph();
        TokenBuffer tokens = function.source().tokens();
        Set<String> constants = new HashSet<>();
        Set<String> macros = new HashSet<>();
        Set<String> casts = new HashSet<>();
        for (TypeName type : graph.function().casts()) {
            if (casts.add(type.text())) {
                rows.add(FactRelation.CAST, function.number(), rows.symbol(type.text()),
                        tokens.expanded(type.span().first()).line());
            }
        }
        int last = graph.function().body().span().last();
        for (int token = graph.function().body().span().first(); token <= last; token++) {
            String macro = tokens.macro(token);
            if (!macro.isEmpty()) {
                if (macros.add(macro)) {
                    rows.add(FactRelation.MACRO_USE, function.number(), rows.symbol(macro), tokens.expanded(token).line());
                }
                continue;
            }
            // What a macro is made of is its own matter, and mostly the platform's.
            TokenKind kind = tokens.kind(token);
            boolean constant = kind == TokenKind.INTEGER || kind == TokenKind.FLOATING || kind == TokenKind.CHARACTER
                    || kind == TokenKind.STRING;
            if (constant && constants.add(tokens.text(token))) {
                rows.add(FactRelation.CONSTANT, function.number(), rows.symbol(kind == TokenKind.STRING ? "string" : "number"),
                        rows.symbol(tokens.text(token)), tokens.expanded(token).line());
            }
        }
    }
}
