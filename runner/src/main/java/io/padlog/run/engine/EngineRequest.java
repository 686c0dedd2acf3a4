package io.padlog.run.engine;

import io.padlog.extract.facts.Facts;
import io.padlog.run.datalog.ProgramSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to evaluate.
 *
 * @param program the program's text and where its includes are found
 * @param facts rows for the program's {@code .input} relations; one that has no table here is empty
 * @param wanted names of the relations to return; empty for those that the program marks {@code .output}
 * @param threads at least 1
 * @param timeout how long it may take
 * @param factFolder where an engine that {@link DatalogEngine#readsFactFiles} finds {@code RELATION.facts}, tab-separated,
 *     for relations that have no table
 */
public record EngineRequest(
        ProgramSource program, Facts facts, List<String> wanted, int threads, Optional<Duration> timeout,
        Optional<Path> factFolder) {
    public EngineRequest {
        Objects.requireNonNull(program);
        Objects.requireNonNull(facts);
        Objects.requireNonNull(factFolder);
        wanted = List.copyOf(wanted);
    }

    /** All facts in tables. */
    public EngineRequest(ProgramSource program, Facts facts, List<String> wanted, int threads, Optional<Duration> timeout) {
        this(program, facts, wanted, threads, timeout, Optional.empty());
    }
}
