package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Item.Attribute;
import io.padlog.run.datalog.syntax.Item.FunctorDeclaration;
import io.padlog.run.datalog.syntax.Item.RelationDeclaration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a program declares, by name; of several declarations of one name the first. */
record Declarations(
        TypeSystem types, Map<String, RelationDeclaration> relations, Map<String, FunctorDeclaration> functors) {

    static Declarations of(FlatProgram program) {
        TypeSystem types = new TypeSystem();
        types.declare(program.types());
        Map<String, RelationDeclaration> relations = new LinkedHashMap<>();
        program.relations().forEach(relation -> relations.putIfAbsent(relation.name(), relation));
        Map<String, FunctorDeclaration> functors = new HashMap<>();
        program.functors().forEach(functor -> functors.putIfAbsent(functor.name(), functor));
        return new Declarations(types, relations, functors);
    }

    Optional<RelationDeclaration> relation(String name) {
        return Optional.ofNullable(relations.get(name));
    }

    Optional<List<Attribute>> attributes(String relation) {
        return relation(relation).map(RelationDeclaration::attributes);
    }

    Optional<FunctorDeclaration> functor(String name) {
        return Optional.ofNullable(functors.get(name));
    }
}
