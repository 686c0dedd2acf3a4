package io.padlog.run.job;

import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Writes a folder whole or not at all: beside its place first, then moved there. */
final class FolderReplacement {
    private FolderReplacement() {}

    /** What is to be written. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Writes a folder. One that is there already is replaced if it is empty or {@code ours} knows it.
     *
     * @throws PadlogException if something else is there, or it cannot be written
     */
    static void write(Path folder, Predicate<Path> ours, String whatOursIs, Content content) {
        try {
            Path target = folder.toAbsolutePath().normalize();
            if (Files.exists(target) && !isEmptyFolder(target) && !ours.test(target)) {
                throw new PadlogException(
                        ExitStatus.USAGE, folder + ": is there already and is not " + whatOursIs + "; name another folder");
            }
            Path partial = sibling(target);
            Files.createDirectory(partial);
            forgetIfStopped(partial);
            try {
                content.writeTo(partial);
                if (Files.exists(target)) {
                    Path old = sibling(target);
                    Files.move(target, old);
                    Files.move(partial, target);
                    delete(old);
                } else {
                    Files.move(partial, target);
                }
            } finally {
                delete(partial);
            }
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, folder + ": cannot be written: " + IoReason.of(e), e);
        }
    }

    /** Has a file deleted if the JVM is stopped before it is moved: Ctrl-C runs no finally block. */
    static void forgetIfStopped(Path partial) {
        if (partial.getFileSystem() == FileSystems.getDefault()) {
            partial.toFile().deleteOnExit();
        }
    }

    private static Path sibling(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
