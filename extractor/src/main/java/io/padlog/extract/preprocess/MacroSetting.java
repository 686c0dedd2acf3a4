package io.padlog.extract.preprocess;

import java.util.Objects;
import java.util.Optional;

/**
 * What a further reading takes a macro for, whatever the sources say.
 *
 * @param value its replacement; empty if it is undefined
 */
public record MacroSetting(String macro, Optional<String> value) {
    public MacroSetting {
        Objects.requireNonNull(macro);
        Objects.requireNonNull(value);
    }

    /** As reports show it: {@code DBG=1}, {@code -DBG}. */
    @Override
    public String toString() {
        return value.map(text -> macro + "=" + text).orElse("-" + macro);
    }
}
