package io.padlog.run.engine.embedded;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads of one evaluation. They are started when there is first something to share. */
final class Workers implements AutoCloseable {
    /** As the launcher gives the main thread: each literal and operator of a rule takes a frame. */
    private static final long STACK_BYTES = 4L << 20;

    private final int count;
    private Optional<ExecutorService> pool = Optional.empty();

    /** @param count with the one that calls {@link #run} */
    Workers(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    /** Runs one task for each thread, and returns when all have ended.
     *  @throws RuntimeException what the first of them threw; the others are interrupted then */
    void run(List<Runnable> tasks) {
        List<Future<?>> others = new ArrayList<>();
        for (Runnable task : tasks.subList(1, tasks.size())) {
            others.add(pool().submit(task));
        }
        try {
            tasks.get(0).run();
            for (Future<?> other : others) {
                other.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PadlogException(ExitStatus.INCOMPLETE, "embedded engine: interrupted before it finished", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private ExecutorService pool() {
        if (pool.isEmpty()) {
            pool = Optional.of(Executors.newFixedThreadPool(count - 1, work -> {
                Thread thread = new Thread(null, work, "datalog", STACK_BYTES);
                thread.setDaemon(true);
                return thread;
            }));
        }
        return pool.get();
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        pool.ifPresent(ExecutorService::shutdownNow);
    }
}
