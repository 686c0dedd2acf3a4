package io.padlog.run.datalog.check;

import io.padlog.run.datalog.check.LogicalType.Form;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.CheckedProgram.UserFunctor;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Relation.Representation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Subsumption;
import io.padlog.run.datalog.program.Type;
import io.padlog.run.datalog.strata.Dependency;
import io.padlog.run.datalog.strata.Strata;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Item.Attribute;
import io.padlog.run.datalog.syntax.Item.Qualifier;
import io.padlog.run.datalog.syntax.Item.RelationDeclaration;
import io.padlog.run.datalog.syntax.Item.TypeDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A program without errors to what engines evaluate. */
final class Lowering {
    private final FlatProgram flat;
    private final TypeSystem types;

    private Lowering(FlatProgram flat, Declarations declarations) {
        this.flat = flat;
        this.types = declarations.types();
    }

    static CheckedProgram lower(
            FlatProgram flat, Declarations declarations, List<TypedClause> clauses, Report report) {
        Lowering lowering = new Lowering(flat, declarations);
        List<Rule> rules = new ArrayList<>();
        List<Subsumption> subsumptions = new ArrayList<>();
        for (TypedClause clause : clauses) {
            ClauseLowering one = new ClauseLowering(clause, declarations);
            if (clause.clause().subsumption()) {
                subsumptions.add(one.subsumption());
            } else {
                rules.add(one.rule());
            }
        }
        Map<String, Relation> relations = lowering.relations();
        Inlining inlining = new Inlining(relations, rules, report);
        List<Rule> expanded = inlining.rules();
        List<Subsumption> expandedSubsumptions = inlining.subsumptions(subsumptions);
        Set<Dependency> dependencies = new LinkedHashSet<>();
        expanded.forEach(rule -> Reads.of(rule.head().relation(), rule.range(), rule.body(), rule.head(), dependencies));
        expandedSubsumptions.forEach(cur -> Reads.of(cur.less().relation(), cur.range(), cur.body(), cur.less(), dependencies));
        dependencies.addAll(Dependencies.ofDeltas(flat.relations()));
        return new CheckedProgram(
                lowering.types(),
                relations,
                expanded,
                expandedSubsumptions,
                flat.directives(),
                lowering.functors(),
                new Strata(relations.keySet(), dependencies).strata());
    }

    private Map<String, Type> types() {
        Map<String, Type> result = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (TypeDeclaration type : flat.types()) {
            names.add(type.name());
        }
        names.addAll(TypeSystem.PRIMITIVES);
        for (String name : names) {
            result.put(name, type(name, types.find(name).orElseThrow()));
        }
        return result;
    }

    private Type type(String name, LogicalType type) {
        LogicalType root = type.root();
        if (root.form == Form.RECORD) {
            return new Type(name, Kind.RECORD, fields(root.name), List.of());
        }
        if (root.form == Form.ALGEBRAIC) {
            List<Type.Branch> branches = new ArrayList<>();
            for (String branch : root.branches.keySet()) {
                branches.add(new Type.Branch(branch, branchFields(root.name, branch)));
            }
            return new Type(name, Kind.ADT, List.of(), branches);
        }
        return new Type(name, type.kind, List.of(), List.of());
    }

    private List<Type.Field> fields(String record) {
        for (TypeDeclaration type : flat.types()) {
            if (type.name().equals(record) && type.definition() instanceof Item.Definition.Structure structure) {
                return fields(structure.fields());
            }
        }
        throw new IllegalStateException("no record type " + record);
    }

    private List<Type.Field> branchFields(String name, String branch) {
        for (TypeDeclaration type : flat.types()) {
            if (type.name().equals(name) && type.definition() instanceof Item.Definition.Algebraic algebraic) {
                for (Item.Branch cur : algebraic.branches()) {
                    if (cur.name().equals(branch)) {
                        return fields(cur.fields());
                    }
                }
            }
        }
        throw new IllegalStateException("no branch " + branch + " of " + name);
    }

    private List<Type.Field> fields(List<Attribute> attributes) {
        List<Type.Field> fields = new ArrayList<>();
        for (Attribute attribute : attributes) {
            fields.add(new Type.Field(attribute.name(), attribute.type().name(), kind(attribute)));
        }
        return fields;
    }

    private Kind kind(Attribute attribute) {
        return types.find(attribute.type().name()).orElseThrow().kind;
    }

    private Map<String, Relation> relations() {
        Map<String, Relation> relations = new LinkedHashMap<>();
        for (RelationDeclaration declaration : flat.relations()) {
            List<Relation.Attribute> attributes = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (Attribute attribute : declaration.attributes()) {
                attributes.add(new Relation.Attribute(
                        attribute.name(), attribute.type().name(), kind(attribute), attribute.doc()));
                names.add(attribute.name());
            }
            List<List<Integer>> domains = new ArrayList<>();
            for (Item.ChoiceDomain domain : declaration.choiceDomains()) {
                domains.add(domain.attributes().stream().map(names::indexOf).toList());
            }
            relations.put(declaration.name(), new Relation(
                    declaration.range(),
                    declaration.name(),
                    attributes,
                    representation(declaration.qualifiers()),
                    domains,
                    declaration.deltaOf(),
                    InlineChecks.isInlined(declaration),
                    declaration.doc()));
        }
        return relations;
    }

    private static Representation representation(Set<Qualifier> qualifiers) {
        if (qualifiers.contains(Qualifier.EQREL)) {
            return Representation.EQREL;
        }
        if (qualifiers.contains(Qualifier.BRIE)) {
            return Representation.BRIE;
        }
        if (qualifiers.contains(Qualifier.BTREE_DELETE)) {
            return Representation.BTREE_DELETE;
        }
        return qualifiers.contains(Qualifier.BTREE) ? Representation.BTREE : Representation.DEFAULT;
    }

    private Map<String, UserFunctor> functors() {
        Map<String, UserFunctor> functors = new LinkedHashMap<>();
        for (Item.FunctorDeclaration functor : flat.functors()) {
            List<Kind> parameters = functor.parameters().stream().map(this::kind).toList();
            Kind result = types.find(functor.result().name()).orElseThrow().kind;
            functors.put(functor.name(), new UserFunctor(functor.name(), parameters, result, functor.stateful()));
        }
        return functors;
    }
}
