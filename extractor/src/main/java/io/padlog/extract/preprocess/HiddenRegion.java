package io.padlog.extract.preprocess;

import io.padlog.extract.source.Position;
import java.util.List;
import java.util.Objects;

/**
 * Lines that a conditional directive kept from being read.
 *
 * @param position of the #if, #elif or #else above them
 * @param directive that directive's text
 * @param lines how many they are, the directives around them not counted
 * @param undecided whether a macro decided it that no file, prelude or option defines or undefines
 * @param macros the names in the conditions that decided it, in order, each once
 * @param remedy what would have them read, if they hold something that a further reading is worth; empty otherwise
 */
public record HiddenRegion(Position position, String directive, int lines, boolean undecided, List<String> macros,
        List<MacroSetting> remedy) {
    public HiddenRegion {
        Objects.requireNonNull(position);
        Objects.requireNonNull(directive);
        macros = List.copyOf(macros);
        remedy = List.copyOf(remedy);
    }
}
