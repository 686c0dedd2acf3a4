package io.padlog.run.datalog.check;

import io.padlog.run.datalog.Warning;
import io.padlog.run.datalog.check.LogicalType.Form;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Item.Attribute;
import io.padlog.run.datalog.syntax.Item.Definition;
import io.padlog.run.datalog.syntax.Item.Qualifier;
import io.padlog.run.datalog.syntax.Item.RelationDeclaration;
import io.padlog.run.datalog.syntax.Item.TypeDeclaration;
import io.padlog.run.datalog.syntax.Item.TypeName;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with declarations of types, relations and functors, and with directives. */
final class DeclarationChecks {
    private final FlatProgram program;
    private final Declarations declarations;
    private final TypeSystem types;
    private final Report report;

    DeclarationChecks(FlatProgram program, Declarations declarations, Report report) {
        this.program = program;
        this.declarations = declarations;
        this.types = declarations.types();
        this.report = report;
    }

    void check() {
        names();
        program.types().forEach(this::type);
        Set<String> subsumed = new HashSet<>();
        Set<String> defined = new HashSet<>();
        for (FlatClause clause : program.clauses()) {
            if (clause.subsumption()) {
                subsumed.add(clause.head().relation());
            } else {
                defined.add(clause.head().relation());
            }
        }
        for (Item.Directive directive : program.directives()) {
            if (directive.verb() == Item.Verb.INPUT) {
                defined.add(directive.relation());
            }
        }
        for (RelationDeclaration relation : program.relations()) {
            relation(relation, subsumed.contains(relation.name()));
            if (relation.deltaOf().isPresent()) {
                delta(relation, relation.deltaOf().get(), defined);
            } else if (!defined.contains(relation.name())) {
                report.warn(Warning.NO_RULES_NOR_FACTS, relation.range(), "relation '" + relation.name() + "' has no rules, facts or input");
            }
        }
        program.functors().forEach(this::functor);
        program.lattices().forEach(this::lattice);
        directives();
    }

    private void delta(RelationDeclaration relation, String origin, Set<String> defined) {
        if (defined.contains(relation.name())) {
            report.error(relation.range(), "'" + relation.name() + "' shows the deltas of '" + origin
                    + "', so it may not have rules, facts or input");
        }
        if (declarations.relation(origin).isEmpty()) {
            report.error(relation.range(), "unknown relation '" + origin + "'"
                    + Names.suggestion(origin, declarations.relations().keySet()));
        }
    }

    private void lattice(Item.Lattice lattice) {
        isDeclared(new TypeName(lattice.range(), lattice.name()));
        Map<String, Argument> operators = new HashMap<>();
        lattice.operators().forEach(operator -> operators.put(operator.name(), operator.value()));
        for (String name : List.of("Lub", "Glb")) {
            if (operators.containsKey(name) && !(operators.get(name) instanceof Argument.UserCall)) {
                report.error(lattice.range(), "lattice '" + lattice.name() + "': " + name + " must be a user-defined functor");
            }
        }
        if (!operators.containsKey("Lub")) {
            report.error(lattice.range(), "lattice '" + lattice.name() + "' does not define Lub");
        }
        for (String name : List.of("Glb", "Bottom")) {
            if (!operators.containsKey(name)) {
                report.warn(Warning.LATTICE_MISSING_OPERATOR, lattice.range(), "lattice '" + lattice.name() + "' does not define " + name);
            }
        }
    }

    private void names() {
        Map<String, Range> taken = new HashMap<>();
        Map<String, Range> branches = new HashMap<>();
        for (TypeDeclaration type : program.types()) {
            if (TypeSystem.PRIMITIVES.contains(type.name())) {
                report.error(type.range(), "'" + type.name() + "' is a predefined type");
            } else {
                declare(taken, "type", type.name(), type.range());
            }
            if (type.definition() instanceof Definition.Algebraic algebraic) {
                algebraic.branches().forEach(branch -> declare(branches, "branch", branch.name(), branch.range()));
            }
        }
        program.relations().forEach(relation -> declare(taken, "relation", relation.name(), relation.range()));
        Map<String, Range> functors = new HashMap<>();
        program.functors().forEach(functor -> declare(functors, "functor", functor.name(), functor.range()));
    }

    private void declare(Map<String, Range> taken, String what, String name, Range range) {
        Range before = taken.putIfAbsent(name, range);
        if (before != null) {
            report.error(range, what + " '" + name + "' is declared already, at " + before);
        }
    }

    private void type(TypeDeclaration type) {
        type.definition().fold(new Item.DefinitionCases<Boolean>() {
            @Override
            public Boolean onSubset(Definition.Subset subset) {
                return derived(type, List.of(subset.base())) && subset(type, subset.base());
            }

            @Override
            public Boolean onEquivalence(Definition.Equivalence equivalence) {
                return derived(type, List.of(equivalence.other()));
            }

            @Override
            public Boolean onUnion(Definition.Union union) {
                return derived(type, union.members()) && union(type, union);
            }

            @Override
            public Boolean onStructure(Definition.Structure structure) {
                return attributes(structure.fields(), "field");
            }

            @Override
            public Boolean onAlgebraic(Definition.Algebraic algebraic) {
                algebraic.branches().forEach(branch -> attributes(branch.fields(), "field"));
                return true;
            }
        });
    }

    private boolean derived(TypeDeclaration type, List<TypeName> from) {
        boolean known = true;
        for (TypeName name : from) {
            known &= isDeclared(name);
        }
        if (known && types.find(type.name()).isEmpty()) {
            report.error(type.range(), "type '" + type.name() + "' is defined by itself");
            return false;
        }
        return known;
    }

    private boolean isDeclared(TypeName name) {
        boolean declared = types.find(name.name()).isPresent()
                || program.types().stream().anyMatch(type -> type.name().equals(name.name()));
        if (!declared) {
            report.error(name.range(), "unknown type '" + name.name() + "'" + Names.suggestion(name.name(), types.names()));
        }
        return declared;
    }

    private boolean subset(TypeDeclaration type, TypeName base) {
        Optional<LogicalType> found = types.find(base.name());
        if (found.isPresent() && (found.get().form == Form.UNION || found.get().form == Form.RECORD)) {
            String form = found.get().form == Form.UNION ? "a union" : "a record type";
            report.error(base.range(), "'" + type.name() + "' cannot be a subset of '" + base.name() + "', which is " + form);
            return false;
        }
        return true;
    }

    private boolean union(TypeDeclaration type, Definition.Union union) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (TypeName member : union.members()) {
            Optional<LogicalType> found = types.find(member.name());
            if (found.isPresent()) {
                kinds.add(found.get().kind);
                if (found.get().form == Form.RECORD || found.get().form == Form.ALGEBRAIC) {
                    report.error(member.range(), "union '" + type.name() + "' may not contain '" + member.name()
                            + "', which is not made of a predefined type");
                }
            }
        }
        if (kinds.size() > 1) {
            report.error(type.range(), "union '" + type.name() + "' mixes kinds of types");
        }
        return kinds.size() <= 1;
    }

    private boolean attributes(List<Attribute> attributes, String what) {
        Set<String> names = new HashSet<>();
        for (Attribute attribute : attributes) {
            isDeclared(attribute.type());
            if (!attribute.name().isEmpty() && !names.add(attribute.name())) {
                report.error(attribute.range(), what + " '" + attribute.name() + "' is declared twice");
            }
        }
        return true;
    }

    private void latticeAttributes(List<Attribute> attributes) {
        List<Attribute> met = new ArrayList<>();
        int before = report.reported();
        for (Attribute attribute : attributes) {
            String type = attribute.type().name();
            if (attribute.lattice()) {
                met.add(attribute);
                if (program.lattices().stream().noneMatch(lattice -> lattice.name().equals(type))) {
                    report.error(attribute.range(), "type '" + type + "' has no .lattice");
                }
            } else if (!met.isEmpty()) {
                report.error(met.get(0).range(), "lattice attributes stand after all others, so not before '" + attribute.name() + "'");
            }
        }
        if (!met.isEmpty() && report.reported() == before) {
            report.error(met.get(0).range(), "the operators of a lattice are functors in C++, which the embedded engine"
                    + " cannot call; use --engine souffle");
        }
    }

    private void relation(RelationDeclaration relation, boolean subsumed) {
        attributes(relation.attributes(), "attribute");
        latticeAttributes(relation.attributes());
        Set<Qualifier> qualifiers = relation.qualifiers();
        if (qualifiers.contains(Qualifier.EQREL)) {
            equivalence(relation);
        }
        if (subsumed && (qualifiers.contains(Qualifier.BRIE) || qualifiers.contains(Qualifier.BTREE)
                || qualifiers.contains(Qualifier.EQREL))) {
            report.error(relation.range(), "relation '" + relation.name() + "' has a subsumption, so it must be 'btree_delete'");
        }
        if (relation.attributes().isEmpty() && (subsumed || qualifiers.contains(Qualifier.BTREE_DELETE))) {
            report.error(relation.range(), "relation '" + relation.name() + "' has no attributes, so nothing can be subsumed");
        }
        List<String> names = new ArrayList<>();
        relation.attributes().forEach(attribute -> names.add(attribute.name()));
        for (Item.ChoiceDomain domain : relation.choiceDomains()) {
            for (String name : domain.attributes()) {
                if (!names.contains(name)) {
                    report.error(domain.range(), "relation '" + relation.name() + "' has no attribute '" + name + "'"
                            + Names.suggestion(name, names));
                }
            }
        }
    }

    private void equivalence(RelationDeclaration relation) {
        if (relation.attributes().size() != 2) {
            report.error(relation.range(), "equivalence relation '" + relation.name() + "' must have two attributes");
        } else if (!relation.attributes().get(0).type().name().equals(relation.attributes().get(1).type().name())) {
            report.error(relation.range(), "the attributes of equivalence relation '" + relation.name() + "' differ in type");
        }
    }

    private void functor(Item.FunctorDeclaration functor) {
        attributes(functor.parameters(), "parameter");
        List<TypeName> used = new ArrayList<>();
        functor.parameters().forEach(parameter -> used.add(parameter.type()));
        used.add(functor.result());
        isDeclared(functor.result());
        for (TypeName type : used) {
            Optional<LogicalType> found = types.find(type.name());
            if (!functor.stateful() && found.isPresent() && (found.get().kind == Kind.RECORD || found.get().kind == Kind.ADT)) {
                report.error(type.range(), "only a stateful functor may use the type '" + type.name() + "'");
            }
        }
    }

    private void directives() {
        Set<String> once = new HashSet<>();
        for (Item.Directive directive : program.directives()) {
            if (declarations.relation(directive.relation()).isEmpty()) {
                report.error(directive.range(), "unknown relation '" + directive.relation() + "'"
                        + Names.suggestion(directive.relation(), declarations.relations().keySet()));
            }
            boolean repeatable = directive.verb() == Item.Verb.INPUT || directive.verb() == Item.Verb.OUTPUT;
            if (!repeatable && !once.add(directive.verb() + " " + directive.relation())) {
                report.error(directive.range(), "." + directive.verb().name().toLowerCase(Locale.ROOT) + " of '"
                        + directive.relation() + "' is given already");
            }
        }
    }
}
