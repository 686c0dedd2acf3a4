package io.padlog.run.engine.embedded;

/** The row numbers that one thread goes through next. */
final class Stretch {
    private int from;
    private int to;

    void set(int first, int end) {
        from = first;
        to = end;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }
}
