package io.padlog.extract.symbol;

import io.padlog.extract.source.Position;

/**
 * A function is stored in a field.
 *
 * @param element the index as written where the field is an array, else empty
 */
public record FieldReference(FunctionSymbol function, String field, String element, Position position) {}
