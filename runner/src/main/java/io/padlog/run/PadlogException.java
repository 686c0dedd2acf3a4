package io.padlog.run;

import java.util.Objects;

/** The user's or the machine's fault, told plainly: place, what is wrong, what to do. Caught once, in {@code cli}. */
public final class PadlogException extends RuntimeException {
    private final ExitStatus status;

    /** @param message one or more lines for the user, without a final line end */
    public PadlogException(ExitStatus status, String message) {
        super(Objects.requireNonNull(message));
        this.status = Objects.requireNonNull(status);
    }

    public PadlogException(ExitStatus status, String message, Throwable cause) {
        super(Objects.requireNonNull(message), cause);
        this.status = Objects.requireNonNull(status);
    }

    public ExitStatus status() {
        return status;
    }
}
