package io.padlog.run.datalog.check;

import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation.Attribute;
import io.padlog.run.datalog.syntax.Item.Directive;
import io.padlog.run.datalog.syntax.Item.RelationDeclaration;
import io.padlog.run.datalog.syntax.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program's relations and directives, those of component instances included, without a look at its clauses: enough to
 * feed an engine that checks programs itself.
 *
 * @param relations their columns, by full name, in order of declaration
 */
public record Outline(Map<String, List<Attribute>> relations, List<Directive> directives) {
    /** What is wrong with the declarations is not told here; a column of an unknown type is a symbol. */
    public static Outline of(Program program) {
        FlatProgram flat = Instantiation.flatten(program, new Report());
        Declarations declarations = Declarations.of(flat);
        TypeSystem types = declarations.types();
        Map<String, List<Attribute>> relations = new LinkedHashMap<>();
        for (RelationDeclaration relation : flat.relations()) {
            List<Attribute> columns = new ArrayList<>();
            for (var attribute : declarations.attributes(relation.name()).orElse(List.of())) {
                String type = attribute.type().name();
                Kind kind = types.find(type).map(found -> found.kind).orElse(Kind.SYMBOL);
                columns.add(new Attribute(attribute.name(), type, kind, attribute.doc()));
            }
            relations.putIfAbsent(relation.name(), columns);
        }
        return new Outline(relations, flat.directives());
    }
}
