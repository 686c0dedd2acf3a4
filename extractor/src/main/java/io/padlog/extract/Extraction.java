package io.padlog.extract;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.source.Diagnostic;
import java.util.List;
import java.util.Objects;

/**
 * What was made of source folders.
 *
 * @param facts a table for each relation of the schema
 * @param coverage what was read and what was not
 * @param diagnostics by unit and file, in source order
 */
public record Extraction(Facts facts, Coverage coverage, List<Diagnostic> diagnostics) {
    public Extraction {
        Objects.requireNonNull(facts);
        Objects.requireNonNull(coverage);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * A header that was not found.
     *
     * @param name as written in the directives
     * @param files how many files include it
     */
    public record MissingHeader(String name, int files) {
        @Override
        public String toString() {
            return name + " (" + files + ")";
        }
    }

    /**
     * Counts of a run.
     *
     * @param files source files; headers are not counted
     * @param unreadableFiles source files that could not be read at all
     * @param lines of the source files
     * @param functions with a complete control-flow graph
     * @param partlyRead functions with an opaque statement
     * @param lostFunctions that look like a function and could not be read
     * @param missingHeaders headers that were not found, those first that most files include
     * @param undecidedConditions directives that hide lines and hang on a macro that nobody settles
     */
    public record Coverage(
            int units, int files, int unreadableFiles, long lines, int functions, int partlyRead, int lostFunctions,
            List<MissingHeader> missingHeaders, int undecidedConditions) {
        public Coverage {
            missingHeaders = List.copyOf(missingHeaders);
        }
    }
}
