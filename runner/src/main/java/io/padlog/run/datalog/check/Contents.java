package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Item.Attribute;
import io.padlog.run.datalog.syntax.Item.Definition;
import io.padlog.run.datalog.syntax.Item.TypeName;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What an instance of a component is made of, while it is put together. */
final class Contents {
    final List<Item.TypeDeclaration> types = new ArrayList<>();
    final List<Item.RelationDeclaration> relations = new ArrayList<>();
    final List<FlatClause> clauses = new ArrayList<>();
    final List<Item.Directive> directives = new ArrayList<>();
    final List<Item.Lattice> lattices = new ArrayList<>();

    void addAll(Contents other) {
        types.addAll(other.types);
        relations.addAll(other.relations);
        clauses.addAll(other.clauses);
        directives.addAll(other.directives);
        lattices.addAll(other.lattices);
    }

    boolean declares(String relation) {
        for (Item.RelationDeclaration declaration : relations) {
            if (declaration.name().equals(relation)) {
                return true;
            }
        }
        return false;
    }

    /** The same under the names of an instance; {@code orphans} are renamed in place. */
    Contents named(String instance, List<FlatClause> orphans) {
        Map<String, String> typeNames = new HashMap<>();
        Map<String, String> relationNames = new HashMap<>();
        for (Item.TypeDeclaration type : types) {
            typeNames.put(type.name(), instance + "." + type.name());
            if (type.definition() instanceof Definition.Algebraic algebraic) {
                algebraic.branches().forEach(branch -> typeNames.put(branch.name(), instance + "." + branch.name()));
            }
        }
        for (Item.RelationDeclaration relation : relations) {
            relationNames.put(relation.name(), instance + "." + relation.name());
        }
        UnaryOperator<String> typeName = name -> typeNames.getOrDefault(name, name);
        UnaryOperator<String> relationName = name -> relationNames.getOrDefault(name, name);
        Rewriter rewriter = new Rewriter(relationName, typeName, typeName, variable -> variable, Optional.empty());
        Contents named = new Contents();
        for (Item.TypeDeclaration type : types) {
            named.types.add(renamed(type, typeName, typeName));
        }
        for (Item.RelationDeclaration relation : relations) {
            named.relations.add(renamed(relation, relationName, typeName));
        }
        for (FlatClause clause : clauses) {
            named.clauses.add(renamed(clause, rewriter));
        }
        for (Item.Directive directive : directives) {
            named.directives.add(new Item.Directive(
                    directive.range(), directive.verb(), relationName.apply(directive.relation()), directive.parameters()));
        }
        for (Item.Lattice lattice : lattices) {
            named.lattices.add(renamed(lattice, typeName));
        }
        orphans.replaceAll(clause -> renamed(clause, rewriter));
        return named;
    }

    static Item.RelationDeclaration renamed(
            Item.RelationDeclaration relation, UnaryOperator<String> relationName, UnaryOperator<String> typeName) {
        return new Item.RelationDeclaration(
                relation.range(),
                relationName.apply(relation.name()),
                renamed(relation.attributes(), typeName),
                relation.qualifiers(),
                relation.choiceDomains(),
                relation.deltaOf().map(relationName),
                relation.doc());
    }

    static Item.Lattice renamed(Item.Lattice lattice, UnaryOperator<String> typeName) {
        return new Item.Lattice(lattice.range(), typeName.apply(lattice.name()), lattice.operators());
    }

    /** @param own renames the type itself and its branches
     *  @param used renames those that it mentions */
    static Item.TypeDeclaration renamed(
            Item.TypeDeclaration type, UnaryOperator<String> own, UnaryOperator<String> used) {
        Definition definition = type.definition().fold(new Item.DefinitionCases<Definition>() {
            @Override
            public Definition onSubset(Definition.Subset subset) {
                return new Definition.Subset(renamed(subset.base(), used));
            }

            @Override
            public Definition onEquivalence(Definition.Equivalence equivalence) {
                return new Definition.Equivalence(renamed(equivalence.other(), used));
            }

            @Override
            public Definition onUnion(Definition.Union union) {
                return new Definition.Union(union.members().stream().map(member -> renamed(member, used)).toList());
            }

            @Override
            public Definition onStructure(Definition.Structure structure) {
                return new Definition.Structure(renamed(structure.fields(), used));
            }

            @Override
            public Definition onAlgebraic(Definition.Algebraic algebraic) {
                return new Definition.Algebraic(algebraic.branches().stream()
                        .map(branch -> new Item.Branch(
                                branch.range(), own.apply(branch.name()), renamed(branch.fields(), used)))
                        .toList());
            }
        });
        return new Item.TypeDeclaration(type.range(), own.apply(type.name()), definition, type.doc());
    }

    private static TypeName renamed(TypeName type, UnaryOperator<String> names) {
        return new TypeName(type.range(), names.apply(type.name()));
    }

    private static List<Attribute> renamed(List<Attribute> attributes, UnaryOperator<String> names) {
        List<Attribute> renamed = new ArrayList<>(attributes.size());
        for (Attribute attribute : attributes) {
            renamed.add(new Attribute(attribute.range(), attribute.name(), renamed(attribute.type(), names),
                    attribute.lattice(), attribute.doc()));
        }
        return renamed;
    }

    private static FlatClause renamed(FlatClause clause, Rewriter rewriter) {
        Literal.Atom head = rewriter.onAtom(clause.head());
        return new FlatClause(clause.range(), head, rewriter.literals(clause.body()), clause.plan(), clause.subsumption());
    }
}
