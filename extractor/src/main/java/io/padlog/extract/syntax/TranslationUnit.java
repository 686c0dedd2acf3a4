package io.padlog.extract.syntax;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.token.TokenBuffer;
import java.util.List;
import java.util.Objects;

/**
 * One source file with the headers it includes, parsed.
 *
 * @param file the source file
 * @param tokens what the spans of the declarations count
 * @param shared how many of the declarations come first and from headers that other units begin with, too: these are the
 *     same objects there
 * @param declarations in source order
 * @param diagnostics what the parser lost, in source order
 */
public record TranslationUnit(
        SourceFile file, TokenBuffer tokens, int shared, List<Declaration> declarations, List<Diagnostic> diagnostics) {
    public TranslationUnit {
        Objects.requireNonNull(file);
        Objects.requireNonNull(tokens);
        declarations = List.copyOf(declarations);
        diagnostics = List.copyOf(diagnostics);
    }

    /** The declarations that are not shared. */
    public List<Declaration> own() {
        return declarations.subList(shared, declarations.size());
    }
}
