package io.padlog.run.engine.embedded;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What an evaluation may use: time, and rows in all relations together. Stops also when its thread is interrupted. */
final class Budget {
    private final long deadline;
    private final String allowed;
    private final long maxRows;
    private final AtomicLong rows = new AtomicLong();

    Budget(Optional<Duration> timeout, long maxRows) {
        // Beyond a century nanoTime arithmetic overflows, and it is no limit anyway.
        long nanos = timeout.filter(t -> t.toDays() < 36_500).map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
        this.deadline = System.nanoTime() + nanos;
        this.allowed = timeout.map(t -> t.toMillis() / 1000.0 + " s").orElse("");
        this.maxRows = maxRows;
    }

    /** @throws PadlogException INCOMPLETE when time is up or the thread was interrupted */
    void checkTime() {
        if (Thread.currentThread().isInterrupted()) {
            throw new PadlogException(ExitStatus.INCOMPLETE, "embedded engine: interrupted before it finished");
        }
        if (System.nanoTime() - deadline > 0) {
            throw new PadlogException(
                    ExitStatus.INCOMPLETE, "embedded engine: not finished after " + allowed + "; allow more time with --timeout");
        }
    }

    /** Counts rows that a relation made room for.
     *  @throws PadlogException INCOMPLETE when there are too many in all */
    void reserveRows(String relation, long more) {
        if (rows.addAndGet(more) > maxRows) {
            throw new PadlogException(
                    ExitStatus.INCOMPLETE,
                    "embedded engine: more than " + maxRows + " rows, most lately in relation '" + relation
                            + "'; allow more with --max-rows, or does a recursive rule count upwards without a bound?");
        }
    }
}
