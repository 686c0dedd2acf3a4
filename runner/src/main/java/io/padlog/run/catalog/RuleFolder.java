package io.padlog.run.catalog;

import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rules of the user's own: the files of a folder, and of those in it, that begin with a rule's header. */
final class RuleFolder {
    private static final String ENDING = ".dl";
    private static final String HEADER = "// id:";

    private RuleFolder() {}

    /** A file: its name with forward slashes, its text, and the documentation that lies beside it. */
    record Source(String file, String program, String docs) {}

    /** @throws PadlogException if the folder has no rule or cannot be read */
    static List<Source> read(Path folder) {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).sorted().toList()) {
                String program = Files.readString(file, StandardCharsets.UTF_8);
                // The others are what the rules include.
                if (program.startsWith(HEADER)) {
                    String name = file.getFileName().toString();
                    Path docs = file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".md");
                    sources.add(new Source(file.toAbsolutePath().normalize().toString().replace('\\', '/'), program,
                            Files.isRegularFile(docs) ? Files.readString(docs, StandardCharsets.UTF_8) : ""));
                }
            }
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, folder + ": cannot be read: " + IoReason.of(e), e);
        }
        if (sources.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, folder + ": holds no rule; a file " + ENDING + " that begins with '" + HEADER
                    + " …' is one");
        }
        return sources;
    }
}
