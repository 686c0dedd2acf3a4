package io.padlog.extract.preprocess;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.token.TokenBuffer;
import java.util.List;
import java.util.Objects;

/**
 * A translation unit after translation phase 4. Lists are in the order in which the preprocessor met things.
 *
 * @param shared the tokens of the headers that it begins with, and an end-of-file token: the same object for all sources of
 *     a session that begin with the same headers
 * @param includes each #include that was reached, also of a file already read
 * @param hidden groups of lines that conditionals left out
 * @param remarks comments to padlog, of the file and its headers
 * @param pragmas #pragma lines, _Pragma and __pragma operators
 */
public record PreprocessedFile(TokenBuffer tokens, TokenBuffer shared, List<Diagnostic> diagnostics, List<IncludedFile> includes,
        List<HiddenRegion> hidden, List<Remark> remarks, List<Remark> pragmas) {
    public PreprocessedFile {
        Objects.requireNonNull(tokens);
        Objects.requireNonNull(shared);
        diagnostics = List.copyOf(diagnostics);
        includes = List.copyOf(includes);
        hidden = List.copyOf(hidden);
        remarks = List.copyOf(remarks);
        pragmas = List.copyOf(pragmas);
    }
}
