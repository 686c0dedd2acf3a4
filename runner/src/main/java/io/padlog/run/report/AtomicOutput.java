package io.padlog.run.report;

import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file whole or not at all: beside its place first, then moved there. */
public final class AtomicOutput {
    private AtomicOutput() {}

    /** What is to be written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes UTF-8 text; a device or pipe is written to directly.
     *
     * @throws PadlogException if it cannot be written; then a file that was there is as it was
     */
    public static void write(Path file, Content content) {
        try {
            Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new PadlogException(ExitStatus.USAGE, file + ": is a folder; name a file");
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                try (Writer out = Files.newBufferedWriter(target, StandardOpenOption.WRITE)) {
                    content.writeTo(out);
                }
                return;
            }
            Path partial = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            forgetIfStopped(partial);
            try {
                try (Writer out = Files.newBufferedWriter(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    content.writeTo(out);
                }
                move(partial, target);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, file + ": cannot be written: " + IoReason.of(e), e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Ctrl-C runs no finally block. */
    private static void forgetIfStopped(Path partial) {
        if (partial.getFileSystem() == FileSystems.getDefault()) {
            partial.toFile().deleteOnExit();
        }
    }
}
