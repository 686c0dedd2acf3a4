package io.padlog.extract;

import java.util.Comparator;
import java.util.concurrent.Executor;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Threads that work on units in their order: what is left to do of one comes before anything of the next, so that few are
 * half done, and in memory, at a time.
 */
final class UnitThreads implements AutoCloseable {
    /** The parser bounds nesting, and what comes after it recurses as deep as that. */
    private static final long STACK_BYTES = 32L << 20;
    /** Before all units. */
    private static final int FIRST = -1;

    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicLong tasks = new AtomicLong();
    private final ThreadPoolExecutor pool;

    /** A task of the {@code unit}th unit; of one unit, what came first is done first. */
    private record Task(int unit, long number, Runnable work) implements Runnable, Comparable<Task> {
        private static final Comparator<Task> ORDER = Comparator.comparingInt(Task::unit).thenComparingLong(Task::number);

        @Override public void run() {
            work.run();
        }

        @Override public int compareTo(Task other) {
            return ORDER.compare(this, other);
        }
    }

    UnitThreads(int count) {
        pool = new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), work -> {
            Thread thread = new Thread(null, work, "extract-" + threads.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs tasks of the unit with this number. */
    Executor of(int unit) {
        return work -> pool.execute(new Task(unit, tasks.getAndIncrement(), work));
    }

    /** Runs tasks that make an end of units that were read. */
    Executor first() {
        return of(FIRST);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
