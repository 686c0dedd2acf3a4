package io.padlog.run.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.explain.Explainer.Explanation;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.FindingKind;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Trace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void aDefectInAHeaderOfSeveralUnitsIsOneFindingThatNamesThem() {
        Explanation first = new Explanation(List.of(finding(Confidence.MEDIUM, "wasp")), List.of());
        Explanation second = new Explanation(List.of(finding(Confidence.HIGH, "bee"), finding(Confidence.HIGH, "wasp")), List.of());
        assertThat(Explanation.merge(List.of(), List.of(first, second)).findings()).singleElement().satisfies(one -> {
            assertThat(one.units()).containsExactly("bee", "wasp");
            assertThat(one.confidence()).isEqualTo(Confidence.HIGH);
        });
    }

    private static Finding finding(Confidence confidence, String unit) {
        return new Finding("id", "Rule", FindingKind.HELD_AT_RETURN, confidence, new Location("inc/hive.h", 7, 5), "HiveEnter",
                "hive->Lock", Optional.empty(), "", List.of(), "still held", Trace.NONE, List.of(unit));
    }
}
