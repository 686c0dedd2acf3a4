package io.padlog.extract.preprocess;

import io.padlog.extract.source.Diagnostic;
import java.util.List;

/**
 * The state of the preprocessor behind the headers that a source begins with. Immutable, so that all sources that begin
 * with the same headers go on from it.
 *
 * @param columns the headers' tokens
 * @param ended the same with an end-of-file token
 * @param stages what is to be told of the prelude, then of each header
 * @param opened how many files were opened
 * @param tokensRead how many tokens were read from files
 */
record HeaderPrefix(MacroTable.Saved macros, LocationTable locations, Directives.Saved directives, Expander.Saved expander,
        TokenColumns columns, TokenColumns ended, List<Stage> stages, int opened, long tokensRead) {
    /** What was met while one file, with all that it includes, was read. */
    record Stage(List<Diagnostic> diagnostics, List<IncludedFile> includes, List<HiddenRegion> hidden,
            List<Remark> remarks, List<Remark> pragmas) {}
}
