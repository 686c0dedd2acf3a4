package io.padlog.run.engine.souffle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder, which is gone afterwards even if the virtual machine is ended meanwhile. */
final class Workspace implements AutoCloseable {
    static final String PROGRAM = "program.dl";

    private final Path folder;
    private final Thread hook;

    Workspace() throws IOException {
        folder = Files.createTempDirectory("padlog-souffle-");
        hook = new Thread(() -> delete(folder));
        Runtime.getRuntime().addShutdownHook(hook);
        Files.createDirectory(facts());
        Files.createDirectory(results());
    }

    Path folder() {
        return folder;
    }

    Path program() {
        return folder.resolve(PROGRAM);
    }

    Path facts() {
        return folder.resolve("facts");
    }

    Path results() {
        return folder.resolve("results");
    }

    /** Bytes that can still be written; very many if nobody knows. */
    long usableSpace() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public void close() {
        delete(folder);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The virtual machine is ending, and the hook runs already.
            return;
        }
    }

    private static void delete(Path folder) {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(folder)) {
            paths = found.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            return;
        }
        for (Path path : paths) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Another program holds it open; the operating system cleans its folder for temporary files.
                continue;
            }
        }
    }
}
