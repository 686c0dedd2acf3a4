package io.padlog.run.job;

/** Is told what a job is at, for people who wait. */
@FunctionalInterface
public interface PhaseListener {
    /** What is being done from now on. */
    void phase(String now);
}
