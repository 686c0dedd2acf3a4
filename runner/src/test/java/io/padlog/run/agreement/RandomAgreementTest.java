package io.padlog.run.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.check.Checker;
import io.padlog.run.engine.souffle.SouffleEngine;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomAgreementTest {
    private static final int PROGRAMS = 12;
    private static final Optional<SouffleEngine> SOUFFLE =
            SouffleEngine.find(Optional.empty(), System.getenv(), warning -> { });

    static LongStream seeds() {
        return LongStream.range(0, PROGRAMS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothEnginesAgreeOnMadePrograms(long seed) {
        assumeTrue(SOUFFLE.isPresent(), "Soufflé is neither on the search path nor named in PADLOG_SOUFFLE");
        Agreement agreement = new Agreement(SOUFFLE.orElseThrow());
        Sketch sketch = ProgramMaker.make(seed);
        assertThat(agreement.differ(sketch) ? agreement.report(sketch) : "").isEmpty();
    }

    @Test
    void nearlyAllMadeProgramsAreRight() {
        long right = LongStream.range(0, 200).filter(seed -> {
            ProgramSource source = new ProgramSource("made.dl", ProgramMaker.make(seed).text(), (path, from) -> Optional.empty());
            return Checker.check(source).program().isPresent();
        }).count();
        assertThat(right).isGreaterThan(190);
    }

    @Test
    void sameSeedSameProgram() {
        assertThat(ProgramMaker.make(7)).isEqualTo(ProgramMaker.make(7)).isNotEqualTo(ProgramMaker.make(8));
    }

    @Test
    void shrinkingLeavesOnlyWhatMatters() {
        Sketch sketch = new Sketch(
                List.of(".decl a(x: number)"),
                List.of("a(1).", "a(2).", "a(3).", "a(4)."),
                List.of(new Sketch.Rule("a(5)", List.of("a(1)", "a(2)")), new Sketch.Rule("a(6)", List.of("a(1)"))));
        Sketch small = sketch.shrunk(candidate -> candidate.text().contains("a(2)") && candidate.text().contains("a(5)"));
        assertThat(small.text()).isEqualTo(".decl a(x: number)\na(2).\na(5).\n");
    }
}
