package io.padlog.run.finding;

import java.util.Comparator;
import java.util.Objects;

/**
 * A place in a source file.
 *
 * @param file how reports name it, with forward slashes
 * @param line counts from 1
 * @param column counts code points from 1; a tab is one
 */
public record Location(String file, int line, int column) implements Comparable<Location> {
    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column);

    public Location {
        Objects.requireNonNull(file);
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1: " + file + ":" + line + ":" + column);
        }
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
