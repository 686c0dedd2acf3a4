package io.padlog.extract.parse;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.syntax.Declaration;
import java.util.List;

/** The headers that translation units begin with, parsed once for all of them. Immutable. */
public final class ParsedHeaders {
    private final int tokens;
    private final List<Declaration> declarations;
    private final List<Diagnostic> diagnostics;
    private final Scopes scopes;

    ParsedHeaders(int tokens, List<Declaration> declarations, List<Diagnostic> diagnostics, Scopes scopes) {
        this.tokens = tokens;
        this.declarations = List.copyOf(declarations);
        this.diagnostics = List.copyOf(diagnostics);
        this.scopes = scopes;
    }

    /** How many tokens they are. */
    int tokens() {
        return tokens;
    }

    /** Their declarations, in source order. */
    public List<Declaration> declarations() {
        return declarations;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** What is declared at their end; not to be changed any more. */
    Scopes scopes() {
        return scopes;
    }
}
