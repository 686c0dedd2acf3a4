package io.padlog.extract.preprocess;

import io.padlog.extract.source.Position;
import java.util.Objects;

/**
 * Lines that a conditional directive kept from being read.
 *
 * @param position of the #if, #elif or #else above them
 * @param directive that directive's text
 * @param lines how many they are, the directives around them not counted
 * @param undecided whether a macro decided it that no file, prelude or option defines or undefines
 */
public record HiddenRegion(Position position, String directive, int lines, boolean undecided) {
    public HiddenRegion {
        Objects.requireNonNull(position);
        Objects.requireNonNull(directive);
    }
}
