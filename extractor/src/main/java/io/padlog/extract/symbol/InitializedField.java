package io.padlog.extract.symbol;

import io.padlog.extract.syntax.Expression;
import java.util.Objects;

/**
 * What an initialiser stores in one place of a variable.
 *
 * @param path from the variable: {@code .Ops[2].Read}; empty for the variable itself
 * @param field the last field of the path; empty if there is none or its name is not known
 * @param value what is stored
 */
public record InitializedField(String path, String field, Expression value) {
    public InitializedField {
        Objects.requireNonNull(path);
        Objects.requireNonNull(field);
        Objects.requireNonNull(value);
    }
}
