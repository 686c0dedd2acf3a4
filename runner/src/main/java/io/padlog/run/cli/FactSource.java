package io.padlog.run.cli;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.facts.Facts;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Schema;
import io.padlog.run.job.Deadline;
import io.padlog.run.job.Extract;
import io.padlog.run.job.FactFolder;
import io.padlog.run.job.SourceRoots;
import io.padlog.run.job.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Where facts come from: a folder of them, or sources. */
final class FactSource {
    @Option(names = {"-F", "--facts"}, paramLabel = "DIR", description = "Facts that 'padlog extract' has made.")
    private Optional<Path> folder = Optional.empty();

    /** The folder, if an engine may read it as it is. */
    Optional<Path> files(List<Path> sources, QueryResources resources) {
        if (folder.isPresent() && sources.isEmpty()) {
            new FactFolder(Schema.of(resources)).check(folder.get());
            return folder;
        }
        return Optional.empty();
    }

    /**
     * Reads the facts, or makes them.
     *
     * @param sources folders and files named on the command line
     * @throws PadlogException if both or none are given
     */
    Facts read(List<Path> sources, ExtractOptions options, Deadline deadline, Wiring wiring, QueryResources resources) {
        if (folder.isPresent() == !sources.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, folder.isPresent()
                    ? "--facts and sources together; give one of them"
                    : "no facts; name the folder of a driver, or give --facts DIR");
        }
        if (folder.isPresent()) {
            return new FactFolder(Schema.of(resources)).read(folder.get(), Set.of(), options.threads());
        }
        return new Extract(wiring.reader()).run(new SourceRoots(sources), options, deadline).facts();
    }
}
