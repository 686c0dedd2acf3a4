package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Schema;
import io.padlog.run.report.SchemaText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code padlog schema}: what a query can ask about. */
@Command(
        name = "schema",
        description = "List the fact relations, or show the columns of one.",
        footerHeading = "%nExample:%n",
        footer = "  padlog schema call",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.BUG})
final class SchemaCommand implements Callable<Integer> {
    private final Console console;
    private final QueryResources resources;

    @Parameters(paramLabel = "RELATION", arity = "0..1", description = "The relation to show. Default: list all.")
    private Optional<String> relation = Optional.empty();

    SchemaCommand(Console console, QueryResources resources) {
        this.console = console;
        this.resources = resources;
    }

    @Override
    public Integer call() {
        Schema schema = Schema.of(resources);
        if (relation.isPresent()) {
            Schema.Relation chosen = schema.existing(relation.get());
            console.result(Optional.empty(), out -> SchemaText.page(chosen, out));
        } else {
            console.result(Optional.empty(), out -> SchemaText.list(schema, out));
        }
        return ExitStatus.CLEAN.code();
    }
}
