package io.padlog.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.engine.souffle.SouffleEngine;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both engines give the same answer to the same request. Skipped, visibly, where Soufflé is missing. */
class EngineAgreementTest {
    private static final Optional<SouffleEngine> SOUFFLE =
            SouffleEngine.find(Optional.empty(), System.getenv(), warning -> { });

    private static Stream<DatalogCase> cases() throws IOException {
        return DatalogCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothEnginesAgree(DatalogCase program) {
        assumeTrue(SOUFFLE.isPresent(), "Soufflé is neither on the search path nor named in PADLOG_SOUFFLE");
        String embedded = DatalogCase.print(new EmbeddedEngine().run(program.request()));
        assertThat(embedded).isEqualTo(DatalogCase.print(SOUFFLE.orElseThrow().run(program.request())));
    }
}
