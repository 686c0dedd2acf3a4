package io.padlog.run.job;

import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryResources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Copies padlog's queries out of the jar, so that {@code souffle -I DIR} runs them unchanged. */
public final class RulesExport {
    private static final String ANCHOR = "schema.dl";

    private final QueryResources resources;

    public RulesExport(QueryResources resources) {
        this.resources = Objects.requireNonNull(resources);
    }

    /**
     * Writes all queries into a folder; an earlier export there is replaced.
     *
     * @return how many files
     * @throws PadlogException if something else is there, or it cannot be written
     */
    public int write(Path folder) {
        FolderReplacement.write(folder, RulesExport::isExport, "an export of padlog's queries", partial -> {
            for (String name : resources.names()) {
                Path file = partial.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, resources.existing(name));
            }
        });
        return resources.names().size();
    }

    private static boolean isExport(Path folder) {
        return Files.isRegularFile(folder.resolve(ANCHOR)) && Files.isDirectory(folder.resolve("rules"))
                && Files.isDirectory(folder.resolve("lib"));
    }
}
