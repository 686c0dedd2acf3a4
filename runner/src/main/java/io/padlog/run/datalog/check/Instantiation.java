package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Program;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the contents of component instances beside the rest of the program. A component inherits the contents of its bases,
 * but for the clauses of relations that it overrides; names are looked up where the component is declared, from the inside
 * out.
 */
final class Instantiation {
    private static final int MAX_DEPTH = 100;

    private final Report report;
    private final Parts program;
    private final Map<Item.Component, Parts> parts = new IdentityHashMap<>();
    private final Map<Item.Component, Item.Component> enclosing = new IdentityHashMap<>();

    private Instantiation(Program program, Report report) {
        this.report = report;
        this.program = Parts.of(program.items(), report);
        for (Item.Component component : this.program.components) {
            index(component);
        }
    }

    static FlatProgram flatten(Program program, Report report) {
        Instantiation instantiation = new Instantiation(program, report);
        new ComponentChecks(instantiation, report).check();
        Contents all = new Contents();
        Parts own = instantiation.program;
        all.types.addAll(own.types);
        all.relations.addAll(own.relations);
        all.clauses.addAll(own.clauses);
        all.directives.addAll(own.directives);
        all.lattices.addAll(own.lattices);
        // Cycles of components have been found, so that instantiating them would only repeat the same errors.
        for (Item.Instantiation cur : report.errors() == 0 ? own.instantiations : List.<Item.Instantiation>of()) {
            List<FlatClause> orphans = new ArrayList<>();
            all.addAll(instantiation.instance(cur, Optional.empty(), orphans, Set.of(), Map.of(), MAX_DEPTH));
            all.clauses.addAll(orphans);
        }
        all.relations.replaceAll(relation -> own.notInlined.contains(relation.name()) ? notInlined(relation) : relation);
        all.relations.replaceAll(relation -> relation.deltaOf().isPresent() ? delta(relation, all.relations) : relation);
        return new FlatProgram(all.types, all.relations, all.clauses, all.directives, own.functors, all.lattices);
    }

    /** A {@code debug_delta} relation has the columns of its origin, and one for the round. */
    private static Item.RelationDeclaration delta(
            Item.RelationDeclaration relation, List<Item.RelationDeclaration> relations) {
        List<Item.Attribute> attributes = new ArrayList<>();
        relations.stream()
                .filter(other -> other.name().equals(relation.deltaOf().orElseThrow()))
                .findFirst()
                .ifPresent(origin -> attributes.addAll(origin.attributes()));
        Item.TypeName number = new Item.TypeName(relation.range(), "unsigned");
        attributes.add(new Item.Attribute(relation.range(), "<iteration>", number, false, ""));
        return new Item.RelationDeclaration(relation.range(), relation.name(), attributes, relation.qualifiers(),
                relation.choiceDomains(), relation.deltaOf(), relation.doc());
    }

    private static Item.RelationDeclaration notInlined(Item.RelationDeclaration relation) {
        Set<Item.Qualifier> qualifiers = EnumSet.of(Item.Qualifier.NO_INLINE);
        qualifiers.addAll(relation.qualifiers());
        return new Item.RelationDeclaration(relation.range(), relation.name(), relation.attributes(), qualifiers,
                relation.choiceDomains(), relation.deltaOf(), relation.doc());
    }

    Parts program() {
        return program;
    }

    Parts parts(Item.Component component) {
        return parts.get(component);
    }

    private void index(Item.Component component) {
        Parts own = Parts.of(component.items(), report);
        parts.put(component, own);
        for (Item.Component nested : own.components) {
            enclosing.put(nested, component);
            index(nested);
        }
    }

    Optional<Item.Component> enclosing(Item.Component component) {
        return Optional.ofNullable(enclosing.get(component));
    }

    /** The component of this name that {@code scope} sees. */
    Optional<Item.Component> find(Optional<Item.Component> scope, String name, Map<String, String> binding) {
        return find(scope, name, binding, new HashSet<>());
    }

    private Optional<Item.Component> find(
            Optional<Item.Component> scope, String name, Map<String, String> binding, Set<String> searched) {
        String wanted = binding.getOrDefault(name, name);
        for (Optional<Item.Component> at = scope; at.isPresent(); at = enclosing(at.get())) {
            Item.Component component = at.get();
            Optional<Item.Component> nested = named(parts(component).components, wanted);
            if (nested.isPresent()) {
                return nested;
            }
            for (Item.ComponentType base : component.bases()) {
                // Bases may form a cycle, which is told elsewhere.
                if (!searched.add(component.type().range() + " " + base.name() + " " + name)) {
                    continue;
                }
                Optional<Item.Component> found = find(enclosing(component), base.name(), binding, searched);
                if (found.isPresent() && found.get() != component) {
                    Optional<Item.Component> inherited = find(found, name, binding, searched);
                    if (inherited.isPresent()) {
                        return inherited;
                    }
                }
            }
        }
        return named(program.components, wanted);
    }

    private static Optional<Item.Component> named(List<Item.Component> components, String name) {
        for (Item.Component component : components) {
            if (component.type().name().equals(name)) {
                return Optional.of(component);
            }
        }
        return Optional.empty();
    }

    private Contents instance(
            Item.Instantiation init,
            Optional<Item.Component> scope,
            List<FlatClause> orphans,
            Set<String> overridden,
            Map<String, String> binding,
            int depth) {
        Contents contents = new Contents();
        if (depth == 0) {
            report.error(init.range(), "components are instantiated more than " + MAX_DEPTH + " deep");
            return contents;
        }
        Optional<Item.Component> found = find(scope, init.component().name(), binding);
        if (found.isEmpty()) {
            report.error(init.component().range(), "unknown component '" + init.component().name() + "'");
            return contents;
        }
        Item.Component component = found.get();
        Map<String, String> active = bind(component, init.component(), binding);
        for (Item.Instantiation nested : parts(component).instantiations) {
            contents.addAll(instance(nested, found, orphans, overridden, active, depth - 1));
        }
        collect(component, active, contents, orphans, overridden, depth);
        return contents.named(init.name(), orphans);
    }

    private static Map<String, String> bind(
            Item.Component component, Item.ComponentType actual, Map<String, String> binding) {
        List<String> formal = component.type().parameters();
        if (formal.size() != actual.parameters().size()) {
            return binding;
        }
        Map<String, String> result = new HashMap<>();
        for (int index = 0; index < formal.size(); index++) {
            String value = actual.parameters().get(index);
            result.put(formal.get(index), binding.getOrDefault(value, value));
        }
        return result;
    }

    private void collect(
            Item.Component component,
            Map<String, String> binding,
            Contents contents,
            List<FlatClause> orphans,
            Set<String> overridden,
            int depth) {
        Parts own = parts(component);
        Set<String> above = new HashSet<>(overridden);
        above.addAll(own.overridden);
        for (Item.ComponentType base : component.bases()) {
            Optional<Item.Component> found = find(enclosing(component), base.name(), binding);
            if (found.isEmpty()) {
                report.error(base.range(), "unknown component '" + binding.getOrDefault(base.name(), base.name()) + "'");
                continue;
            }
            if (depth == 0) {
                report.error(base.range(), "components inherit each other more than " + MAX_DEPTH + " deep");
                return;
            }
            Map<String, String> active = bind(found.get(), base, binding);
            for (Item.Instantiation nested : parts(found.get()).instantiations) {
                contents.addAll(instance(nested, found, orphans, Set.of(), active, depth - 1));
            }
            collect(found.get(), active, contents, orphans, above, depth - 1);
        }
        for (Item.TypeDeclaration type : own.types) {
            contents.types.add(Contents.renamed(
                    type, name -> binding.getOrDefault(name, name), name -> binding.getOrDefault(name, name)));
        }
        for (Item.RelationDeclaration relation : own.relations) {
            contents.relations.add(Contents.renamed(
                    relation, name -> name, name -> binding.getOrDefault(name, name)));
        }
        for (Item.Lattice lattice : own.lattices) {
            contents.lattices.add(Contents.renamed(lattice, name -> binding.getOrDefault(name, name)));
        }
        contents.directives.addAll(own.directives);
        for (FlatClause clause : own.clauses) {
            String head = clause.head().relation();
            int dot = head.indexOf('.');
            if (!overridden.contains(dot < 0 ? head : head.substring(0, dot))) {
                (contents.declares(head) ? contents.clauses : orphans).add(clause);
            }
        }
        for (int index = orphans.size() - 1; index >= 0; index--) {
            if (contents.declares(orphans.get(index).head().relation())) {
                contents.clauses.add(orphans.remove(index));
            }
        }
    }
}
