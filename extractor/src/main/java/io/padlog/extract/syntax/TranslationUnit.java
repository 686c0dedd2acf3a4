package io.padlog.extract.syntax;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.token.TokenBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One source file with the headers it includes, parsed.
 *
 * @param file the source file
 * @param tokens what the spans of the declarations count
 * @param headers the declarations that come first, from headers that other units begin with, too: there it is the same
 *     object
 * @param own those after them, in source order
 * @param diagnostics what the parser lost, in source order
 */
public record TranslationUnit(
        SourceFile file, TokenBuffer tokens, List<Declaration> headers, List<Declaration> own,
        List<Diagnostic> diagnostics) {
    public TranslationUnit {
        Objects.requireNonNull(file);
        Objects.requireNonNull(tokens);
        headers = List.copyOf(headers);
        own = List.copyOf(own);
        diagnostics = List.copyOf(diagnostics);
    }

    /** All declarations, in source order. */
    public List<Declaration> declarations() {
        List<Declaration> all = new ArrayList<>(headers.size() + own.size());
        all.addAll(headers);
        all.addAll(own);
        return all;
    }
}
