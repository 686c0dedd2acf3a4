package io.padlog.extract.symbol;

import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.TypeName;
import java.util.Objects;

/**
 * What an initialiser stores in one place of a variable.
 *
 * @param path from the variable: {@code .Ops[2].Read}; empty for the variable itself
 * @param field the last field of the path; empty if there is none or its name is not known
 * @param owner the struct that has the field, as {@link RecordTypes#nameOf(TypeName)} has it; empty if not known
 * @param value what is stored
 */
public record InitializedField(String path, String field, String owner, Expression value) {
    public InitializedField {
        Objects.requireNonNull(path);
        Objects.requireNonNull(field);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(value);
    }
}
