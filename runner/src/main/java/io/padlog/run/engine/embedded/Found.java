package io.padlog.run.engine.embedded;

/** Whether one answer was found where one is enough. For one thread. */
final class Found {
    /** Of scans that go on to the end. */
    static final Found NEVER = new Found();

    private boolean found;

    boolean isSet() {
        return found;
    }

    void set(boolean isFound) {
        found = isFound;
    }
}
