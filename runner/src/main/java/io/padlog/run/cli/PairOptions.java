package io.padlog.run.cli;

import io.padlog.run.catalog.OwnLocks;
import io.padlog.run.catalog.QueryResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Locks that the user's own functions take and give back. */
final class PairOptions {
    static final String HEADING = "%nYour own locks:%n";

    @Option(names = "--pair", paramLabel = "ACQUIRE:RELEASE",
            description = "Know a pair of functions, or macros, that take and give back a lock, as in 'MyLock:MyUnlock'. "
                    + "The lock is the first argument, or what ACQUIRE returns, or there is one, as the calls show. "
                    + "In full: 'Try(1)=nonzero:Leave(0),recursive', 'Open(return):Close(0)', 'Begin():End()'.")
    private List<String> pairs = new ArrayList<>();

    @Option(names = "--pairs", paramLabel = "FILE.dl",
            description = "Know the locks of FILE, which has rows of padlog's lock tables, as in "
                    + "'lock_api(\"Try\", \"acquire\", 1, \"nonzero\", \"mine\").' (queries/README.md explains them).")
    private List<Path> tables = new ArrayList<>();

    /** padlog's queries with these locks. */
    QueryResources addedTo(QueryResources resources) {
        return OwnLocks.added(pairs, tables, resources);
    }
}
