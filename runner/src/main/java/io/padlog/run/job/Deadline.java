package io.padlog.run.job;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.time.Duration;
import java.util.Optional;

/** When a job must be done. */
public final class Deadline {
    private final Optional<Duration> allowed;
    private final long begin = System.nanoTime();

    private Deadline(Optional<Duration> allowed) {
        this.allowed = allowed;
    }

    /** Counts from now; empty for no limit. */
    public static Deadline in(Optional<Duration> allowed) {
        return new Deadline(allowed);
    }

    /**
     * The time that is left.
     *
     * @return empty if there is no limit
     * @throws PadlogException INCOMPLETE if no time is left
     */
    public Optional<Duration> left() {
        return allowed.map(limit -> {
            Duration left = limit.minusNanos(System.nanoTime() - begin);
            if (left.isNegative() || left.isZero()) {
                throw new PadlogException(
                        ExitStatus.INCOMPLETE, "stopped by the time-out of " + seconds(limit) + " s (--timeout)");
            }
            return left;
        });
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? Long.toString(duration.toSeconds())
                : Double.toString(duration.toMillis() / 1000.0);
    }
}
