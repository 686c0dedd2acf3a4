package io.padlog.run.cli;

import io.padlog.extract.facts.Facts;
import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Schema;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.job.Export;
import io.padlog.run.job.FactFolder;
import io.padlog.run.report.CsvRelation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code padlog export}: facts for other tools. */
@Command(
        name = "export",
        description = "Write facts as CSV with a header, for spreadsheets and databases.",
        footerHeading = "%nExample:%n",
        footer = "  padlog export --facts facts -o csv call function",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.BUG})
final class ExportCommand implements Callable<Integer> {
    private final Console console;
    private final QueryResources resources;

    @Parameters(paramLabel = "RELATION", description = "The relations to write. Default: all.")
    private List<String> relations = new ArrayList<>();

    @Option(names = {"-F", "--facts"}, paramLabel = "DIR", required = true,
            description = "Facts that 'padlog extract' has made.")
    private Path facts;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR",
            description = "Write a file NAME.csv for each relation into DIR. Default: one relation to standard output.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--format", paramLabel = "NAME", description = "csv, the only one so far.")
    private Format format = Format.CSV;

    ExportCommand(Console console, QueryResources resources) {
        this.console = console;
        this.resources = resources;
    }

    /** The formats of {@code --format}. */
    enum Format { CSV }

    @Override
    public Integer call() {
        Schema schema = Schema.of(resources);
        relations.forEach(schema::existing);
        if (folder.isEmpty() && relations.size() != 1) {
            throw new PadlogException(
                    ExitStatus.USAGE, "several relations do not fit standard output; name one, or a folder with -o DIR");
        }
        Facts read = new FactFolder(schema).read(
                facts, Set.copyOf(relations), Runtime.getRuntime().availableProcessors());
        EngineResult rows = new Export(schema).relations(read, relations);
        for (EngineResult.Relation relation : rows.relations().values()) {
            Optional<Path> file = folder.map(ExportCommand::created).map(dir -> dir.resolve(relation.name() + ".csv"));
            console.result(file, out -> {
                switch (format) {
                    case CSV -> new CsvRelation().write(relation, rows.symbols(), out);
                }
            });
        }
        return ExitStatus.CLEAN.code();
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, folder + ": cannot be written: " + IoReason.of(e), e);
        }
    }
}
