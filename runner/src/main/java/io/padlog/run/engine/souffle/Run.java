package io.padlog.run.engine.souffle;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.ExecuteException;
import org.apache.commons.exec.ExecuteResultHandler;
import org.apache.commons.exec.PumpStreamHandler;

/**
 * How a process ended.
 *
 * @param status its exit status; 128 and the signal's number where a signal ended it
 */
record Run(int status, String output, String errors) {
    /** What a process writes beyond this is dropped; no message is that long. */
    private static final int MAX_OUTPUT = 16 << 20;

    /**
     * Starts a process and waits for it. Neither a time-out nor an interrupt nor the end of this virtual machine leaves it
     * running.
     *
     * @throws PadlogException INCOMPLETE when the time is over or the thread is interrupted, ENGINE when it cannot be
     *     started
     */
    static Run of(Path executable, List<String> arguments, Path folder, Optional<Duration> timeout) {
        CommandLine command = new CommandLine(executable.toFile());
        arguments.forEach(argument -> command.addArgument(argument, false));
        ByteArrayOutputStream output = new Limited();
        ByteArrayOutputStream errors = new Limited();
        DefaultExecutor executor = DefaultExecutor.builder()
                .setWorkingDirectory(folder.toFile())
                .setExecuteStreamHandler(new PumpStreamHandler(output, errors))
                .get();
        executor.setExitValues(null);
        End end = new End();
        int status;
        try (ProcessTree tree = new ProcessTree()) {
            executor.setProcessDestroyer(tree);
            executor.execute(command, end);
            status = timeout.isEmpty() ? end.get() : end.get(timeout.get().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new PadlogException(ExitStatus.INCOMPLETE, "Soufflé was stopped after " + timeout.map(Run::shown).orElse("")
                    + "; give it more with --timeout", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PadlogException(ExitStatus.INCOMPLETE, "Soufflé was stopped because the work was cancelled", e);
        } catch (ExecutionException | IOException e) {
            throw new PadlogException(
                    ExitStatus.ENGINE, "cannot start " + executable + ": " + e.getMessage() + "; use --engine embedded", e);
        }
        return new Run(status, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private static String shown(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** The exit status, as soon as there is one and all is read that was written. */
    private static final class End extends CompletableFuture<Integer> implements ExecuteResultHandler {
        @Override
        public void onProcessComplete(int status) {
            complete(status);
        }

        @Override
        public void onProcessFailed(ExecuteException e) {
            completeExceptionally(e);
        }
    }

    /** Keeps the beginning. */
    private static final class Limited extends ByteArrayOutputStream {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            int room = MAX_OUTPUT - size();
            super.write(bytes, from, Math.max(0, Math.min(length, room)));
        }
    }
}
