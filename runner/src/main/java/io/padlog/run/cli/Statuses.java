package io.padlog.run.cli;

/** Exit statuses as help texts list them; annotations want constants. */
final class Statuses {
    static final String HEADING = "%nExit status:%n";
    static final String CLEAN = "0:ran and found nothing";
    static final String DONE = "0:done";
    static final String FOUND = "1:found something at or above --fail-on";
    static final String USAGE = "2:wrong usage, unreadable input, an error in a .dl file, or an output that cannot be written";
    static final String INCOMPLETE = "3:stopped by a time-out or limit, or incomplete and --strict";
    static final String STOPPED = "3:stopped by a time-out or limit";
    static final String ENGINE = "4:the chosen engine is missing or failed";
    static final String BUG = "70:a bug in padlog";

    private Statuses() {}
}
