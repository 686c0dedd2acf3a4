package io.padlog.extract.facts;

import io.padlog.extract.syntax.TranslationUnit;
import java.util.List;
import java.util.Objects;

/**
 * A translation unit, and what was read for it.
 *
 * @param lines of the source file itself
 */
public record ReadSource(
        TranslationUnit translationUnit, List<Inclusion> inclusions, List<Directive> directives, int lines) {
    public ReadSource {
        Objects.requireNonNull(translationUnit);
        inclusions = List.copyOf(inclusions);
        directives = List.copyOf(directives);
    }
}
