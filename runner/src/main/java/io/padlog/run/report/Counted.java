package io.padlog.run.report;

/** Numbers of things. */
public final class Counted {
    private Counted() {}

    /** {@code 1 line}, {@code 2 lines} */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
