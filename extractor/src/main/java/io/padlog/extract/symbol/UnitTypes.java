package io.padlog.extract.symbol;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types of a unit's translation units, each gathered when it is first asked for; those of headers that several begin
 * with are gathered once.
 */
public final class UnitTypes {
    private final Map<List<Declaration>, FieldOwners> headers = new IdentityHashMap<>();
    private final Map<TranslationUnit, FieldOwners> sources = new IdentityHashMap<>();

    /** The name of the struct that has the field, as {@link RecordTypes} has it; empty if not known. */
    public String owner(FunctionSymbol function, Value.Field field) {
        return owners(function.source()).owner(function.graph(), field);
    }

    /** The structs and unions of a translation unit. */
    public RecordTypes records(TranslationUnit source) {
        return owners(source).records();
    }

    /** Those of the headers alone that a translation unit shares with others. */
    public RecordTypes headerRecords(TranslationUnit source) {
        return headers(source).records();
    }

    private FieldOwners owners(TranslationUnit source) {
        FieldOwners known = sources.get(source);
        if (known == null) {
            known = new FieldOwners(Optional.of(headers(source)), source.own());
            sources.put(source, known);
        }
        return known;
    }

    private FieldOwners headers(TranslationUnit source) {
        return headers.computeIfAbsent(source.headers(), shared -> new FieldOwners(Optional.empty(), shared));
    }
}
