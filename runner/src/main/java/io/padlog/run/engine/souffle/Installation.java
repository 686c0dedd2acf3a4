package io.padlog.run.engine.souffle;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where Soufflé is looked for. */
final class Installation {
    /** Names the executable; it wins over the search path. */
    static final String VARIABLE = "PADLOG_SOUFFLE";

    private Installation() {}

    /**
     * @param explicit an executable that the user named
     * @param environment the process's environment variables
     * @return the executable; empty if none is on the search path
     * @throws PadlogException ENGINE if one was named that is not there
     */
    static Optional<Path> find(Optional<Path> explicit, Map<String, String> environment) {
        if (explicit.isPresent()) {
            return Optional.of(named(explicit.get(), "the path given"));
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isEmpty()) {
            return Optional.of(named(Path.of(variable), VARIABLE));
        }
        String[] suffixes = isWindows() ? new String[] {".exe", ""} : new String[] {""};
        for (String folder : searchPath(environment).split(java.io.File.pathSeparator)) {
            for (String suffix : suffixes) {
                Optional<Path> found = executable(folder, "souffle" + suffix);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Path named(Path path, String origin) {
        if (!Files.isRegularFile(path)) {
            throw new PadlogException(ExitStatus.ENGINE, "there is no Soufflé at " + path + ", which " + origin + " names;"
                    + " correct it, or use --engine embedded");
        }
        return path.toAbsolutePath();
    }

    private static Optional<Path> executable(String folder, String name) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(folder, name);
            return Files.isRegularFile(path) && Files.isExecutable(path) ? Optional.of(path.toAbsolutePath()) : Optional.empty();
        } catch (InvalidPathException e) {
            // A search path may contain anything; what cannot be a folder contains no Soufflé.
            return Optional.empty();
        }
    }

    private static String searchPath(Map<String, String> environment) {
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            // Windows writes it "Path".
            if (variable.getKey().equalsIgnoreCase("PATH")) {
                return variable.getValue();
            }
        }
        return "";
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
