package io.padlog.run.cli;

/** The {@code padlog} command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
