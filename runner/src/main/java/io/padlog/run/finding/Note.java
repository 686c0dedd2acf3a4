package io.padlog.run.finding;

import java.util.Objects;

/**
 * Something that is told to whoever keeps the sources, and is no defect of them.
 *
 * @param id what it is about: {@code unused_ignore}
 * @param message one line without the place
 */
public record Note(String id, Location at, String message) {
    public Note {
        Objects.requireNonNull(id);
        Objects.requireNonNull(at);
        Objects.requireNonNull(message);
    }
}
