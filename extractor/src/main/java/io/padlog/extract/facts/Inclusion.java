package io.padlog.extract.facts;

import java.util.Objects;

/**
 * An include directive that was reached.
 *
 * @param file name of the including file
 * @param written the header as written
 * @param found name of the file it means; empty if there is none
 */
public record Inclusion(String file, int line, String written, String found) {
    public Inclusion {
        Objects.requireNonNull(file);
        Objects.requireNonNull(written);
        Objects.requireNonNull(found);
    }
}
