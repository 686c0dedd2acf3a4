package io.padlog.run.engine.souffle;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.exec.ProcessDestroyer;

/** A process with those that it has started, as a compiler: all end with this virtual machine, or when they are ended. */
final class ProcessTree implements ProcessDestroyer, AutoCloseable {
    private static final long END_SECONDS = 5;

    private final Thread hook = new Thread(this::destroy);
    private Optional<Process> root = Optional.empty();
    private boolean ended;

    ProcessTree() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public synchronized boolean add(Process process) {
        root = Optional.of(process);
        if (ended) {
            destroy();
        }
        return true;
    }

    /** It is known for as long as its processes may be alive. */
    @Override
    public boolean remove(Process process) {
        return true;
    }

    @Override
    public synchronized int size() {
        return root.isPresent() ? 1 : 0;
    }

    private synchronized void destroy() {
        ended = true;
        root.ifPresent(process -> {
            // First who starts the others, or it goes on with the next one.
            List<ProcessHandle> started = process.descendants().toList();
            process.destroyForcibly();
            started.forEach(ProcessHandle::destroyForcibly);
        });
    }

    /** Ends what still runs, and waits until it writes no more. */
    @Override
    public void close() {
        destroy();
        try {
            if (root.isPresent()) {
                root.get().waitFor(END_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The virtual machine is ending, and the hook runs already.
            return;
        }
    }
}
