package io.padlog.run.engine;

import io.padlog.extract.facts.Facts;
import io.padlog.run.datalog.ProgramSource;
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
 */
public record EngineRequest(
        ProgramSource program, Facts facts, List<String> wanted, int threads, Optional<Duration> timeout) {
    public EngineRequest {
        Objects.requireNonNull(program);
        Objects.requireNonNull(facts);
        wanted = List.copyOf(wanted);
    }
}
