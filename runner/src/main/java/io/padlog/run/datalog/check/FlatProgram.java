package io.padlog.run.datalog.check;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.syntax.Item;
import java.util.List;

/**
 * A program without components: their instances' items stand beside the others, under their full names.
 *
 * @param unsupported what only Soufflé can evaluate
 */
record FlatProgram(
        List<Item.TypeDeclaration> types,
        List<Item.RelationDeclaration> relations,
        List<FlatClause> clauses,
        List<Item.Directive> directives,
        List<Item.FunctorDeclaration> functors,
        List<Problem> unsupported) {
    FlatProgram {
        types = List.copyOf(types);
        relations = List.copyOf(relations);
        clauses = List.copyOf(clauses);
        directives = List.copyOf(directives);
        functors = List.copyOf(functors);
        unsupported = List.copyOf(unsupported);
    }
}
