package io.padlog.run.engine.embedded;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * The threads of one evaluation, which go through strata, and through the rows of one scan where a thread has nothing
 * better to do. With one thread all is done by the one that calls.
 */
final class Workers implements AutoCloseable {
    /** As the launcher gives the main thread: each literal and operator of a rule takes a frame. */
    private static final long STACK_BYTES = 4L << 20;

    private final int count;
    private final Optional<ExecutorService> pool;

    Workers(int count) {
        this.count = count;
        this.pool = count == 1 ? Optional.empty() : Optional.of(Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(null, work, "datalog", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        }));
    }

    int count() {
        return count;
    }

    /** One of several tasks that share what there is to do. */
    private static final class Share {
        private final AtomicBoolean taken = new AtomicBoolean();
        private final Future<?> ended;

        Share(ExecutorService pool, Runnable task) {
            this.ended = pool.submit(() -> {
                if (taken.compareAndSet(false, true)) {
                    task.run();
                }
            });
        }
    }

    /**
     * Runs tasks that take their work from each other, and returns when there is none left: one for which no thread was free
     * until then is not run at all.
     *
     * @throws RuntimeException what the first of them threw
     */
    void share(List<Runnable> tasks) {
        List<Share> others = new ArrayList<>();
        for (Runnable task : tasks.subList(1, tasks.size())) {
            others.add(new Share(pool.orElseThrow(), task));
        }
        tasks.get(0).run();
        for (Share other : others) {
            if (!other.taken.compareAndSet(false, true)) {
                await(other.ended);
            }
        }
    }

    /** Runs what a schedule has; with one thread in the order of the numbers.
     *  @throws RuntimeException what the first of them threw */
    void run(Schedule schedule, IntConsumer work) {
        if (pool.isEmpty()) {
            while (!schedule.isDone()) {
                int next = schedule.take().orElseThrow();
                work.accept(next);
                schedule.end(next);
            }
            return;
        }
        new Turns(schedule, work, pool.get()).run();
    }

    /** Threads that take strata until there are none. */
    private final class Turns {
        private final Schedule schedule;
        private final IntConsumer work;
        private final ExecutorService threads;
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private int busy;

        Turns(Schedule schedule, IntConsumer work, ExecutorService threads) {
            this.schedule = schedule;
            this.work = work;
            this.threads = threads;
        }

        void run() {
            if (schedule.isDone()) {
                return;
            }
            invite();
            await(done);
        }

        /** Lets as many threads take strata as there are strata to take. */
        private synchronized void invite() {
            for (int choices = schedule.choices(); choices > 0 && busy < count; choices--) {
                busy++;
                threads.execute(this::takeAll);
            }
        }

        private void takeAll() {
            try {
                for (Optional<Integer> next = schedule.take(); next.isPresent(); next = schedule.take()) {
                    work.accept(next.get());
                    schedule.end(next.get());
                    if (schedule.isDone()) {
                        done.complete(null);
                    } else if (schedule.choices() > 1) {
                        invite();
                    }
                }
            } catch (Throwable problem) {
                done.completeExceptionally(problem);
            }
            leave();
        }

        private synchronized void leave() {
            busy--;
            // Another may have ended a stratum after this one last looked.
            if (!done.isDone()) {
                invite();
            }
        }
    }

    private static void await(Future<?> task) {
        try {
            task.get();
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

    /** Interrupts what still runs, and waits for it: it must not touch symbols any more that others go on to use. */
    @Override
    public void close() {
        if (pool.isEmpty()) {
            return;
        }
        pool.get().shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = pool.get().awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
