package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The items of a program or a component by what they are, each in source order. */
final class Parts implements Item.Cases<Parts> {
    final List<Item.TypeDeclaration> types = new ArrayList<>();
    final List<Item.RelationDeclaration> relations = new ArrayList<>();
    final List<FlatClause> clauses = new ArrayList<>();
    final List<Item.Directive> directives = new ArrayList<>();
    final List<Item.FunctorDeclaration> functors = new ArrayList<>();
    final List<Item.Component> components = new ArrayList<>();
    final List<Item.Instantiation> instantiations = new ArrayList<>();
    final List<Item.Override> overrides = new ArrayList<>();
    final Set<String> overridden = new HashSet<>();
    final Set<String> notInlined = new HashSet<>();
    final List<Item.Lattice> lattices = new ArrayList<>();
    private final Disjunctions disjunctions;

    Parts(Report report) {
        this.disjunctions = new Disjunctions(report);
    }

    static Parts of(List<Item> items, Report report) {
        Parts parts = new Parts(report);
        for (Item item : items) {
            item.fold(parts);
        }
        return parts;
    }

    @Override
    public Parts onType(Item.TypeDeclaration type) {
        types.add(type);
        return this;
    }

    @Override
    public Parts onRelation(Item.RelationDeclaration relation) {
        relations.add(relation);
        return this;
    }

    @Override
    public Parts onClause(Item.Clause clause) {
        disjunctions.split(clause, clauses);
        return this;
    }

    @Override
    public Parts onSubsumption(Item.Subsumption subsumption) {
        disjunctions.split(subsumption, clauses);
        return this;
    }

    @Override
    public Parts onDirective(Item.Directive directive) {
        directives.add(directive);
        return this;
    }

    @Override
    public Parts onPragma(Item.Pragma pragma) {
        // Most pragmas are options for Soufflé's own compiler, and change nothing of what a program means.
        if (pragma.key().equals("inline-exclude")) {
            notInlined.addAll(List.of(pragma.value().split(",")));
        }
        return this;
    }

    @Override
    public Parts onFunctor(Item.FunctorDeclaration functor) {
        functors.add(functor);
        return this;
    }

    @Override
    public Parts onComponent(Item.Component component) {
        components.add(component);
        return this;
    }

    @Override
    public Parts onInstantiation(Item.Instantiation instantiation) {
        instantiations.add(instantiation);
        return this;
    }

    @Override
    public Parts onOverride(Item.Override override) {
        overrides.add(override);
        overridden.add(override.relation());
        return this;
    }

    @Override
    public Parts onLattice(Item.Lattice lattice) {
        lattices.add(lattice);
        return this;
    }
}
