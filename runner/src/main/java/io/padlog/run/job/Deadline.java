package io.padlog.run.job;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

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
                throw passed(limit);
            }
            return left;
        });
    }

    /**
     * Does something that cannot be interrupted. When the time is up it is abandoned to a thread that does not keep the
     * JVM alive.
     *
     * @throws PadlogException INCOMPLETE if it is not done in time
     */
    <T> T run(Supplier<T> work) {
        Optional<Duration> left = left();
        if (left.isEmpty()) {
            return work.get();
        }
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "until the deadline");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(left.get().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw passed(allowed.orElseThrow());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PadlogException(ExitStatus.INCOMPLETE, "cancelled", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e.getCause());
        }
    }

    private static PadlogException passed(Duration limit) {
        return new PadlogException(ExitStatus.INCOMPLETE, "stopped by the time-out of " + seconds(limit) + " s (--timeout)");
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? Long.toString(duration.toSeconds())
                : Double.toString(duration.toMillis() / 1000.0);
    }
}
