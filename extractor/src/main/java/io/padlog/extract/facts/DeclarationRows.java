package io.padlog.extract.facts;

import io.padlog.extract.source.Position;
import io.padlog.extract.symbol.InitializedField;
import io.padlog.extract.symbol.LinkedUnit;
import io.padlog.extract.symbol.RecordTypes;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.TranslationUnit;
import io.padlog.extract.token.TokenBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the types and globals that a unit declares, each once however many sources include it. */
final class DeclarationRows {
    private final LinkedUnit unit;
    private final UnitRows rows;
    private final boolean types;
    private final boolean initializers;
    private final Set<List<Declaration>> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> seen = new HashSet<>();

    DeclarationRows(LinkedUnit unit, UnitRows rows, FactSelection selection) {
        this.unit = unit;
        this.rows = rows;
        this.types = selection.hasAny(FactRelation.RECORD, FactRelation.FIELD, FactRelation.FIELD_ANNOTATION,
                FactRelation.TYPEDEF, FactRelation.ENUMERATOR);
        this.initializers = selection.hasAny(FactRelation.INITIALIZER);
    }

    void write(TranslationUnit source) {
        if (shared.add(source.headers())) {
            write(source, source.headers());
        }
        write(source, source.own());
    }

    private void write(TranslationUnit source, List<Declaration> declarations) {
        for (int i = 0; i < declarations.size(); i++) {
            Declaration declaration = declarations.get(i);
            if (declaration instanceof Declaration.Variable variable) {
                if (isNew(source, variable.name().first())) {
                    global(source, variable);
                }
            } else if (!types) {
                continue;
            } else if (declaration instanceof Declaration.Record record) {
                if (isNew(source, record.span().first())) {
                    record(source.tokens(), record, RecordTypes.nameOf(declarations, i).orElse(""));
                }
            } else if (declaration instanceof Declaration.Enumeration enumeration) {
                if (isNew(source, enumeration.span().first())) {
                    enumeration(enumeration);
                }
            } else if (declaration instanceof Declaration.Typedef typedef
                    && seen.add(List.of(source.tokens().spelled(typedef.span().last()), typedef.identifier()))) {
                rows.add(FactRelation.TYPEDEF, 0, rows.symbol(typedef.identifier()), rows.symbol(typedef.type().text()));
            }
        }
    }

    private boolean isNew(TranslationUnit source, int token) {
        return seen.add(source.tokens().spelled(token));
    }

    private void record(TokenBuffer tokens, Declaration.Record record, String name) {
        Position position = tokens.expanded(record.span().first());
        rows.add(FactRelation.RECORD, 0, rows.symbol(name), rows.symbol(record.union() ? "union" : "struct"),
                rows.symbol(position.file().name()), position.line());
        for (int index = 0; index < record.fields().size(); index++) {
            Declaration.Field field = record.fields().get(index);
            rows.add(FactRelation.FIELD, 0, rows.symbol(name), index, rows.symbol(field.identifier()),
                    rows.symbol(field.type().text()));
            for (Declaration.Annotation annotation : field.annotations()) {
                rows.add(FactRelation.FIELD_ANNOTATION, 0, rows.symbol(name), rows.symbol(field.identifier()),
                        rows.symbol(annotation.identifier()), rows.symbol(String.join(", ", annotation.arguments())));
            }
        }
    }

    private void enumeration(Declaration.Enumeration enumeration) {
        Map<String, Long> known = new HashMap<>();
        Optional<Long> next = Optional.of(0L);
        for (Declaration.Enumerator enumerator : enumeration.enumerators()) {
            Optional<Long> value = enumerator.value().isPresent() ? number(enumerator.value().get(), known) : next;
            rows.add(FactRelation.ENUMERATOR, 0, rows.symbol(enumeration.tag()), rows.symbol(enumerator.identifier()),
                    rows.symbol(value.map(String::valueOf).orElse("")));
            value.ifPresent(number -> known.put(enumerator.identifier(), number));
            next = value.map(number -> number + 1);
        }
    }

    private static Optional<Long> number(Expression expression, Map<String, Long> known) {
        if (expression instanceof Expression.Number number) {
            return number.value();
        }
        if (expression instanceof Expression.Name name) {
            return Optional.ofNullable(known.get(name.name()));
        }
        return expression instanceof Expression.Unary unary && unary.operator() == Expression.UnaryOperator.MINUS
                && unary.operand() instanceof Expression.Number number ? number.value().map(value -> -value) : Optional.empty();
    }

    /** A role-type declaration of a function looks like a variable, and is none. */
    private void global(TranslationUnit source, Declaration.Variable variable) {
        if (variable.initializer().isEmpty() && unit.symbols().find(source, variable.identifier()).isPresent()) {
            return;
        }
        Position position = source.tokens().expanded(variable.name().first());
        String storage = switch (variable.storage()) {
            case STATIC -> "static";
            case EXTERN -> "extern";
            case NONE -> "";
        };
        rows.add(FactRelation.GLOBAL, 0, rows.symbol(variable.identifier()), rows.symbol(variable.type().text()),
                rows.symbol(storage), rows.symbol(position.file().name()), position.line());
        boolean filling = initializers && variable.initializer().isPresent();
        for (InitializedField filled : filling ? unit.types().records(source).initialized(variable) : List.<InitializedField>of()) {
            rows.add(FactRelation.INITIALIZER, 0, rows.symbol(variable.identifier()), rows.symbol(filled.path()),
                    rows.symbol(filled.field()), rows.symbol(source.tokens().source(filled.value().span())));
        }
    }
}
