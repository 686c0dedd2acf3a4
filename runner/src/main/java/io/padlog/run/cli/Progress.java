package io.padlog.run.cli;

import io.padlog.extract.ExtractListener;
import io.padlog.run.job.PhaseListener;
import io.padlog.run.report.Counted;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Says on a terminal what long work is at, how fast it is and how long it will take; of short work it says nothing. */
final class Progress implements ExtractListener, PhaseListener, AutoCloseable {
    private static final long FIRST_MILLIS = 700;
    private static final long EVERY_MILLIS = 250;
    private static final String CLEAR = "\r\u001B[K";

    private final PrintStream err;
    private final int width;
    private final long start = System.nanoTime();
    private final Thread thread;
    private final AtomicInteger read = new AtomicInteger();
    private volatile int files;
    private volatile String phase = "reading sources";
    private boolean written;

    /**
     * @param wanted whether to say anything
     * @param width of the terminal in letters; 0 if unknown
     */
    Progress(PrintStream err, boolean wanted, int width) {
        this.err = err;
        this.width = width;
        this.thread = new Thread(this::tell, "progress");
        thread.setDaemon(true);
        if (wanted) {
            thread.start();
        }
    }

    /** On the terminal that standard error is, unless nothing is to be said. */
    static Progress of(Console console, Terminal terminal, Verbosity verbosity) {
        return new Progress(console.err(), terminal.err() && !verbosity.quiet(), terminal.width());
    }

    @Override
    public void phase(String now) {
        phase = now;
    }

    @Override
    public void found(int count) {
        files = count;
    }

    @Override
    public void read() {
        read.incrementAndGet();
    }

    private void tell() {
        try {
            Thread.sleep(FIRST_MILLIS);
            while (true) {
                err.print(CLEAR + line(phase, read.get(), files, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), width));
                err.flush();
                written = true;
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /**
     * What a line of progress says.
     *
     * @param files 0 until it is known how many there are
     * @param width letters that fit; 0 for no limit
     */
    static String line(String phase, int read, int files, long millis, int width) {
        String text = "padlog: " + phase + ", ";
        if (files > 0) {
            double perSecond = read * 1000.0 / Math.max(1, millis);
            text += read + " of " + Counted.of(files, "file") + ", "
                    + String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s, " : "%.0f/s, ", perSecond);
            text += read > 0 && read < files
                    ? "about " + time(Math.max(1, Math.round((files - read) / perSecond))) + " left" : time(millis / 1000);
        } else {
            text += time(millis / 1000);
        }
        // A line that wraps cannot be cleared.
        return width > 1 && text.length() >= width ? text.substring(0, width - 1) : text;
    }

    private static String time(long seconds) {
        return seconds < 100 ? seconds + " s" : String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
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
