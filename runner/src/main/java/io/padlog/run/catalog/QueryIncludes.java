package io.padlog.run.catalog;

import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.ProgramSource.Included;
import io.padlog.run.datalog.ProgramSource.Includes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds included files beside the including one, then among padlog's queries, where {@code lib/calls.dl},
 * {@code ../lib/calls.dl} and {@code ../../lib/calls.dl} are the same file from whatever folder they are named.
 * The names of padlog's own files begin with {@value #OWN}.
 */
public final class QueryIncludes implements Includes {
    /** what the names of padlog's own files begin with */
    public static final String OWN = "padlog:";

    private final QueryResources resources;
    private final FileSystem files;

    /** @param files where the paths of the user's programs lead */
    public QueryIncludes(QueryResources resources, FileSystem files) {
        this.resources = resources;
        this.files = files;
    }

    @Override
    public Optional<Included> find(String path, String from) {
        if (path.startsWith(OWN)) {
            return own(path.substring(OWN.length()));
        }
        if (from.startsWith(OWN)) {
            String including = from.substring(OWN.length());
            String folder = including.substring(0, including.lastIndexOf('/') + 1);
            // What padlog writes itself may name a rule of the user's.
            return own(folder + path).or(() -> own(path)).or(() -> users(path, from));
        }
        return users(path, from).or(() -> own(path));
    }

    @Override
    public boolean areAsBuilt() {
        return resources.areAsBuilt();
    }

    private Optional<Included> own(String path) {
        String name = normalised(path);
        return resources.text(name).map(text -> new Included(OWN + name, text));
    }

    private Optional<Included> users(String path, String from) {
        Path file;
        try {
            file = files.getPath(from).resolveSibling(path).normalize();
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

    /** Without {@code .} and {@code ..}; those that would lead out of the root are dropped. */
    private static String normalised(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
