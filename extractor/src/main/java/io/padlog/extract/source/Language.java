package io.padlog.extract.source;

import java.util.Locale;
import java.util.Optional;

/** What a source is written in, by its name. */
public enum Language {
    C, CPP;

    /** The language of a file with this name or path; empty for what is no source. */
    public static Optional<Language> of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".c")) {
            return Optional.of(C);
        }
        boolean cpp = lower.endsWith(".cpp") || lower.endsWith(".cc") || lower.endsWith(".cxx");
        return cpp ? Optional.of(CPP) : Optional.empty();
    }
}
