package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Rule;
import io.padlog.run.job.RulesExport;
import io.padlog.run.report.RuleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code padlog rules}: what can be checked. */
@Command(
        name = "rules",
        description = "List the rules, or show what one of them finds and misses.",
        footerHeading = "%nExample:%n",
        footer = "  padlog rules WdfSpinlockRelease",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.BUG})
final class RulesCommand implements Callable<Integer> {
    private final Console console;
    private final QueryResources installed;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The rule to show. Default: list all.")
    private Optional<String> id = Optional.empty();

    @Option(names = "--export", paramLabel = "DIR",
            description = "Write the schema, library and rules to DIR, where 'souffle -I DIR' runs them unchanged.")
    private Optional<Path> export = Optional.empty();

    @Option(names = "--rules", paramLabel = "DIR", description = "Know the rules of DIR, too, which are your own.")
    private List<Path> folders = new ArrayList<>();

    @ArgGroup(validate = false, heading = PairOptions.HEADING, order = 1)
    private PairOptions pairs = new PairOptions();

    @Option(names = "--config", paramLabel = "FILE",
            description = "Take options from FILE, none if it is 'none'. Default: padlog.toml here or in a folder above.")
    private Path config = Path.of("");

    RulesCommand(Console console, QueryResources installed) {
        this.console = console;
        this.installed = installed;
    }

    @Override
    public Integer call() {
        QueryResources resources = pairs.addedTo(installed);
        if (export.isPresent()) {
            int files = new RulesExport(resources).write(export.get());
            console.note(files + " files written to " + export.get());
            return ExitStatus.CLEAN.code();
        }
        Catalog catalog = Catalog.of(resources).with(folders);
        if (id.isPresent()) {
            Rule rule = catalog.rule(id.get()).orElseThrow(() -> catalog.unknown(id.get()));
            console.result(Optional.empty(), out -> RuleText.page(rule, out));
        } else {
            console.result(Optional.empty(), out -> RuleText.list(catalog.rules(), out));
        }
        return ExitStatus.CLEAN.code();
    }
}
