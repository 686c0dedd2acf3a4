package io.padlog.run.finding;

import java.util.Locale;
import java.util.Objects;

/**
 * One thing that happens on a path.
 *
 * @param function the function that {@code at} lies in
 * @param text what happens, in the source's own words: {@code NT_SUCCESS(status) is FALSE},
 *     {@code WdfSpinLockAcquire(ext->Lock)}, {@code calls Drain}
 * @param depth how many calls deep, 0 in the function that the finding is about
 * @param lock the state of the finding's lock after the step
 */
public record Step(Kind kind, Location at, String function, String text, int depth, LockState lock) {
    public Step {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(at);
        Objects.requireNonNull(function);
        Objects.requireNonNull(text);
        Objects.requireNonNull(lock);
        if (depth < 0) {
            throw new IllegalArgumentException("depth: " + depth);
        }
    }

    /** What kind of thing happens. */
    public enum Kind {
        /** the function begins */
        ENTRY,
        ACQUIRE,
        RELEASE,
        /** a condition decides */
        BRANCH,
        /** a switch goes to one of its cases */
        SWITCH,
        CALL,
        /** a call has returned to its caller */
        RETURN_FROM,
        /** something is assigned that a later condition reads */
        ASSIGN,
        GOTO,
        /** a structured exception is raised, or leaves its {@code __try} */
        EXCEPTION,
        /** the function that the finding is about returns */
        RETURN;

        /** As reports write it: {@code return-from}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the lock is held. */
    public enum LockState {
        HELD, FREE;

        /** As reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
