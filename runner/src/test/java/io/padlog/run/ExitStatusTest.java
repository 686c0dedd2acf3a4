package io.padlog.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitStatusTest {
    @Test
    void aBugIsToldFromAFinding() {
        assertThat(ExitStatus.BUG.code()).isEqualTo(70).isNotEqualTo(ExitStatus.FOUND.code());
    }
}
