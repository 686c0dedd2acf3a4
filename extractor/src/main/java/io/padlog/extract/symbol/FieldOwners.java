package io.padlog.extract.symbol;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TypeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The structs that fields belong to, as far as the declarations of a translation unit tell: a platform has many tables of
 * functions, and the same names in them.
 */
final class FieldOwners {
    private final Optional<FieldOwners> before;
    private final RecordTypes records;
    private final Map<String, TypeName> variables = new HashMap<>();
    private final Map<String, TypeName> results = new HashMap<>();

    /** @param before those of declarations that stand before these; of two with one name the first counts */
    FieldOwners(Optional<FieldOwners> before, List<Declaration> declarations) {
        this.before = before;
        this.records = new RecordTypes(before.map(FieldOwners::records), declarations);
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Variable variable) {
                variables.putIfAbsent(variable.identifier(), variable.type());
            } else if (declaration instanceof Declaration.Function function) {
                results.putIfAbsent(function.identifier(), function.returns());
            } else if (declaration instanceof Declaration.Prototype prototype) {
                results.putIfAbsent(prototype.identifier(), prototype.returns());
            }
        }
    }

    RecordTypes records() {
        return records;
    }

    private Optional<TypeName> variable(String name) {
        Optional<TypeName> first = before.isPresent() ? before.get().variable(name) : Optional.empty();
        return first.isPresent() ? first : Optional.ofNullable(variables.get(name));
    }

    private Optional<TypeName> result(String function) {
        Optional<TypeName> first = before.isPresent() ? before.get().result(function) : Optional.empty();
        return first.isPresent() ? first : Optional.ofNullable(results.get(function));
    }

    /** The name of the struct that has the field, as {@link RecordTypes#nameOf(TypeName)} has it; empty if not known. */
    String owner(ControlFlowGraph graph, Value.Field field) {
        return type(graph, field.base()).filter(type -> !records.lacks(type, field.name())).map(records::nameOf).orElse("");
    }

    private Optional<TypeName> type(ControlFlowGraph graph, Value value) {
        if (value instanceof Value.Variable variable) {
            return switch (variable.scope()) {
                case PARAMETER -> graph.function().parameters().stream()
                        .skip(variable.index()).findFirst().map(Declaration.Parameter::type);
                case LOCAL -> Optional.of(graph.locals().get(variable.index()).type());
                case GLOBAL -> variable(variable.name());
                case FUNCTION, ENUMERATOR, UNDECLARED -> Optional.empty();
            };
        } else if (value instanceof Value.Field field) {
            return type(graph, field.base()).flatMap(type -> records.fieldOf(type, field.name()));
        } else if (value instanceof Value.Dereference dereference) {
            return type(graph, dereference.pointer()).flatMap(records::target);
        } else if (value instanceof Value.Element element) {
            return type(graph, element.base()).flatMap(records::target);
        } else if (value instanceof Value.AddressOf address) {
            return type(graph, address.object()).map(type ->
                    new TypeName(type.span(), type.specifiers(), type.pointers() + 1, type.array(), type.function()));
        } else if (value instanceof Value.Temporary result && graph.nodes().get(result.node()) instanceof Node.Call call
                && call.function() instanceof Value.Variable callee) {
            return result(callee.name());
        }
        return Optional.empty();
    }
}
