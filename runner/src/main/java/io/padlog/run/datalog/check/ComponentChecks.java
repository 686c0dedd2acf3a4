package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Item.Qualifier;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What components may refer to and override. */
final class ComponentChecks {
    private final Instantiation scopes;
    private final Report report;

    ComponentChecks(Instantiation scopes, Report report) {
        this.scopes = scopes;
        this.report = report;
    }

    void check() {
        Parts program = scopes.program();
        for (Item.Component component : program.components) {
            check(component, Map.of());
        }
        for (Item.Instantiation init : program.instantiations) {
            reference(Optional.empty(), init.component(), Map.of());
        }
        for (Item.Override override : program.overrides) {
            report.error(override.range(), ".override stands inside a component only");
        }
        clashes(program);
    }

    private void check(Item.Component component, Map<String, String> outer) {
        Parts own = scopes.parts(component);
        Map<String, String> binding = new HashMap<>();
        // What a parameter will be is not known yet, so that references to it are not looked up.
        component.type().parameters().forEach(parameter -> binding.put(parameter, ""));
        Optional<Item.Component> enclosing = scopes.enclosing(component);
        for (Item.ComponentType base : component.bases()) {
            reference(enclosing, base, binding);
        }
        Set<Item.Component> parents = new LinkedHashSet<>();
        parents(component, enclosing, outer, parents);
        if (parents.contains(component)) {
            report.error(component.type().range(), "component '" + component.type().name() + "' inherits itself");
        }
        overrides(component, own, parents);
        for (Item.Component nested : own.components) {
            check(nested, binding);
        }
        for (Item.Instantiation init : own.instantiations) {
            reference(Optional.of(component), init.component(), binding);
        }
    }

    private void parents(
            Item.Component component, Optional<Item.Component> scope, Map<String, String> binding, Set<Item.Component> found) {
        for (Item.ComponentType base : component.bases()) {
            Optional<Item.Component> parent = scopes.find(scope, base.name(), binding);
            if (parent.isPresent() && found.add(parent.get())) {
                parents(parent.get(), scope, binding, found);
            }
        }
    }

    private void overrides(Item.Component component, Parts own, Set<Item.Component> parents) {
        for (Item.Override override : own.overrides) {
            String where = "'" + override.relation() + "' in component '" + component.type().name() + "'";
            for (Item.RelationDeclaration relation : own.relations) {
                if (relation.name().equals(override.relation())) {
                    report.error(component.range(), "override of a relation that is not inherited: " + where);
                }
            }
            for (Item.Component parent : parents) {
                for (Item.RelationDeclaration relation : scopes.parts(parent).relations) {
                    if (relation.name().equals(override.relation()) && !relation.qualifiers().contains(Qualifier.OVERRIDABLE)) {
                        report.error(component.range(), "override of a relation that is not declared 'overridable': " + where);
                    }
                }
            }
        }
    }

    private void reference(Optional<Item.Component> scope, Item.ComponentType type, Map<String, String> binding) {
        if (binding.containsKey(type.name())) {
            return;
        }
        Optional<Item.Component> component = scopes.find(scope, type.name(), binding);
        if (component.isEmpty()) {
            Set<String> known = scopes.program().components.stream().map(cur -> cur.type().name()).collect(Collectors.toSet());
            report.error(type.range(), "unknown component '" + type.name() + "'" + Names.suggestion(type.name(), known));
        } else if (component.get().type().parameters().size() != type.parameters().size()) {
            report.error(type.range(), "component '" + type.name() + "' has " + component.get().type().parameters().size()
                    + " type parameters, not " + type.parameters().size());
        }
    }

    private void clashes(Parts program) {
        Map<String, Object> names = new HashMap<>();
        program.types.forEach(type -> names.put(type.name(), type));
        program.relations.forEach(relation -> names.put(relation.name(), relation));
        for (Item.Component component : program.components) {
            if (names.putIfAbsent(component.type().name(), component) != null) {
                report.error(component.type().range(), "the name '" + component.type().name() + "' is taken already");
            }
        }
        for (Item.Instantiation init : program.instantiations) {
            if (names.putIfAbsent(init.name(), init) != null) {
                report.error(init.range(), "the name '" + init.name() + "' is taken already");
            }
        }
    }
}
