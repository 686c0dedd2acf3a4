package io.padlog.run;

/** How the command ends. A finding wins over incompleteness. */
public enum ExitStatus {
    /** ran and found nothing */
    CLEAN(0),
    /** found something at or above {@code --fail-on} */
    FOUND(1),
    /** wrong usage, unreadable input, an error in a .dl file, an output that cannot be written */
    USAGE(2),
    /** stopped by a time-out or limit, or incomplete and {@code --strict} */
    INCOMPLETE(3),
    /** the chosen engine is missing or failed */
    ENGINE(4),
    /** a bug in padlog */
    BUG(70);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
