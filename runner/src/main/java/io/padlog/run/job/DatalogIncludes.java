package io.padlog.run.job;

import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.ProgramSource.Included;
import io.padlog.run.datalog.ProgramSource.Includes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds included files as Soufflé does: beside the including one, or where padlog's own are; then in the folders of {@code -I}. */
record DatalogIncludes(List<Path> folders, Includes elsewhere) implements Includes {
    DatalogIncludes {
        folders = List.copyOf(folders);
    }

    @Override
    public Optional<Included> find(String path, String from) {
        return elsewhere.find(path, from).or(() -> folders.stream()
                .flatMap(folder -> in(folder, path).stream())
                .findFirst());
    }

    private static Optional<Included> in(Path folder, String path) {
        Path file;
        try {
            file = folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Included(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, file + ": cannot be read: " + IoReason.of(e), e);
        }
    }
}
