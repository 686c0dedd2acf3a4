package io.padlog.run.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    @Test
    void workThatTakesTooLongIsAbandoned() {
        CountDownLatch never = new CountDownLatch(1);
        Deadline deadline = Deadline.in(Optional.of(Duration.ofMillis(50)));
        assertThatThrownBy(() -> deadline.run(() -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "";
                }))
                .hasMessage("stopped by the time-out of 0.05 s (--timeout)")
                .extracting(e -> ((PadlogException) e).status())
                .isEqualTo(ExitStatus.INCOMPLETE);
        assertThatThrownBy(deadline::left).hasMessage("stopped by the time-out of 0.05 s (--timeout)");
        never.countDown();
    }

    @Test
    void workDoneInTimeGivesItsResultOrItsFailure() {
        for (Optional<Duration> limit : List.of(Optional.<Duration>empty(), Optional.of(Duration.ofMinutes(5)))) {
            Deadline deadline = Deadline.in(limit);
            assertThat(deadline.run(() -> "done")).isEqualTo("done");
            assertThat(deadline.left().isPresent()).isEqualTo(limit.isPresent());
            assertThatThrownBy(() -> deadline.run(() -> {
                        throw new PadlogException(ExitStatus.USAGE, "no");
                    }))
                    .isInstanceOf(PadlogException.class)
                    .hasMessage("no");
        }
    }
}
