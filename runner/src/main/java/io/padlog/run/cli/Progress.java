package io.padlog.run.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Says on a terminal what long work is at; what takes less than a moment says nothing. */
final class Progress implements AutoCloseable {
    private static final long FIRST_MILLIS = 700;
    private static final long EVERY_MILLIS = 250;
    private static final String CLEAR = "\r\u001B[K";

    private final PrintStream err;
    private final long start = System.nanoTime();
    private final Thread thread;
    private volatile String phase = "";
    private boolean written;

    /** @param wanted whether to say anything */
    Progress(PrintStream err, boolean wanted) {
        this.err = err;
        this.thread = new Thread(this::tell, "progress");
        thread.setDaemon(true);
        if (wanted) {
            thread.start();
        }
    }

    /** What is being done from now on. */
    void phase(String now) {
        phase = now;
    }

    private void tell() {
        try {
            Thread.sleep(FIRST_MILLIS);
            while (true) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
                err.print(CLEAR + "padlog: " + phase + ", " + seconds + " s");
                err.flush();
                written = true;
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (written) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
