package io.padlog.run.job;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files and folders that were named on the command line. */
public record SourceRoots(List<Path> paths) {
    /** @throws PadlogException if there is none, or one that does not exist or cannot be read */
    public SourceRoots {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, "no sources; name the folder of a driver");
        }
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new PadlogException(ExitStatus.USAGE, path + ": no such file or folder; name the folder of a driver");
            }
            if (!Files.isReadable(path)) {
                throw new PadlogException(ExitStatus.USAGE, path + ": permission denied");
            }
        }
    }

    /** What file names in reports are relative to: the folder named, a named file's folder, or the nearest common one. */
    public Path base() {
        Path common = folder(paths.get(0));
        for (Path path : paths.subList(1, paths.size())) {
            Path folder = folder(path);
            while (common.getNameCount() > 0 && !folder.startsWith(common)) {
                common = common.getParent();
            }
        }
        return common;
    }

    private static Path folder(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return Files.isDirectory(absolute) || parent == null ? absolute : parent;
    }

    @Override
    public String toString() {
        return String.join(", ", paths.stream().map(Path::toString).toList());
    }
}
