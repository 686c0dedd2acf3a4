package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Item;
import java.util.List;

/** A program without components: their instances' items stand beside the others, under their full names. */
record FlatProgram(
        List<Item.TypeDeclaration> types,
        List<Item.RelationDeclaration> relations,
        List<FlatClause> clauses,
        List<Item.Directive> directives,
        List<Item.FunctorDeclaration> functors,
        List<Item.Lattice> lattices) {
    FlatProgram {
        types = List.copyOf(types);
        relations = List.copyOf(relations);
        clauses = List.copyOf(clauses);
        directives = List.copyOf(directives);
        functors = List.copyOf(functors);
        lattices = List.copyOf(lattices);
    }
}
