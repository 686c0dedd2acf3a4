package io.padlog.run.cli;

import io.padlog.extract.facts.Facts;
import io.padlog.run.report.SourceListing;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Questions about how the sources were understood, answered instead of the command's own work. */
final class ListingOptions {
    @Option(names = "--list-units", description = "Only list the units: what links into one driver, and where it says so.")
    private boolean units;

    @Option(names = "--list-conditions",
            description = "Only list the macros that select code by #if, with the lines that they hide; -D and -U choose.")
    private boolean conditions;

    boolean wanted() {
        return units || conditions;
    }

    void write(Facts facts, Console console) {
        SourceListing listing = new SourceListing(facts);
        console.result(Optional.empty(), out -> {
            if (units) {
                listing.units(out);
            }
            if (conditions) {
                listing.conditions(out);
            }
        });
    }
}
