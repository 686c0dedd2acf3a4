package io.padlog.run.engine.souffle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs that Soufflé has compiled, kept by their content, since C++ takes its time. */
final class CompiledPrograms {
    /** No program's name may be longer on Windows and Linux alike; this many digits never collide. */
    private static final int DIGITS = 40;

    private final Path folder;

    CompiledPrograms(Path folder) {
        this.folder = folder;
    }

    /** The user's cache, as the system's custom has it. */
    static Path folder(Map<String, String> environment) {
        String local = environment.getOrDefault("XDG_CACHE_HOME", environment.getOrDefault("LOCALAPPDATA", ""));
        Path caches = local.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(local);
        return caches.resolve("padlog").resolve("souffle");
    }

    /** Where a program's executable is, or would be.
     *  @param version of Soufflé, whose compiler and libraries change */
    Path executable(String program, String version) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(version.getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(program.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Compiles a program into its place. Several processes may do so at once; each finds a whole file or none.
     *
     * @param options for Soufflé
     * @param source the program, in a folder that the compiler may use
     * @return how Soufflé ended
     */
    Run compile(Path souffle, List<String> options, Path source, Path executable, Optional<Duration> timeout)
            throws IOException {
        Path made = source.resolveSibling("compiled");
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-o", made.toString(), source.toString()));
        Run run = Run.of(souffle, arguments, source.getParent(), timeout);
        if (run.status() == 0) {
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, "partial", "");
            try {
                Files.copy(made, partial, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                move(partial, executable);
            } finally {
                Files.deleteIfExists(partial);
            }
        }
        return run;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
