package io.padlog.run.datalog.syntax;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a program or a component is a list of. A {@code doc} is the text of the {@code ///} lines before it, or "". */
public sealed interface Item {
    Range range();

    <R> R fold(Cases<R> cases);

    /** One answer for each member of the family. */
    interface Cases<R> {
        R onType(TypeDeclaration type);
        R onRelation(RelationDeclaration relation);
        R onClause(Clause clause);
        R onSubsumption(Subsumption subsumption);
        R onDirective(Directive directive);
        R onPragma(Pragma pragma);
        R onFunctor(FunctorDeclaration functor);
        R onComponent(Component component);
        R onInstantiation(Instantiation instantiation);
        R onOverride(Override override);
        R onLattice(Lattice lattice);
    }

    /** {@code .type Name …} */
    record TypeDeclaration(Range range, String name, Definition definition, String doc) implements Item {
        public TypeDeclaration {
            Objects.requireNonNull(name);
            Objects.requireNonNull(definition);
        }
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onType(this); }
    }

    /** What a type is declared to be. */
    sealed interface Definition {
        <R> R fold(DefinitionCases<R> cases);

        /** {@code .type A <: base} */
        record Subset(TypeName base) implements Definition {
            @java.lang.Override public <R> R fold(DefinitionCases<R> cases) { return cases.onSubset(this); }
        }

        /** {@code .type A = other} */
        record Equivalence(TypeName other) implements Definition {
            @java.lang.Override public <R> R fold(DefinitionCases<R> cases) { return cases.onEquivalence(this); }
        }

        /** {@code .type A = B | C} */
        record Union(List<TypeName> members) implements Definition {
            public Union { members = List.copyOf(members); }
            @java.lang.Override public <R> R fold(DefinitionCases<R> cases) { return cases.onUnion(this); }
        }

        /** {@code .type A = [x: B, y: C]} */
        record Structure(List<Attribute> fields) implements Definition {
            public Structure { fields = List.copyOf(fields); }
            @java.lang.Override public <R> R fold(DefinitionCases<R> cases) { return cases.onStructure(this); }
        }

        /** {@code .type A = B {x: T} | C {}} */
        record Algebraic(List<Branch> branches) implements Definition {
            public Algebraic { branches = List.copyOf(branches); }
            @java.lang.Override public <R> R fold(DefinitionCases<R> cases) { return cases.onAlgebraic(this); }
        }
    }

    /** One answer for each kind of definition. */
    interface DefinitionCases<R> {
        R onSubset(Definition.Subset subset);
        R onEquivalence(Definition.Equivalence equivalence);
        R onUnion(Definition.Union union);
        R onStructure(Definition.Structure structure);
        R onAlgebraic(Definition.Algebraic algebraic);
    }

    /** A branch of an algebraic type. */
    record Branch(Range range, String name, List<Attribute> fields) {
        public Branch { fields = List.copyOf(fields); }
    }

    /** A type as it is mentioned. */
    record TypeName(Range range, String name) {}

    /** {@code name: type}; {@code lattice} says that {@code <>} follows. */
    record Attribute(Range range, String name, TypeName type, boolean lattice, String doc) {}

    /** {@code .decl name(attributes) qualifiers choice-domain …}; a declaration of several names makes an item each. */
    record RelationDeclaration(
            Range range,
            String name,
            List<Attribute> attributes,
            Set<Qualifier> qualifiers,
            List<ChoiceDomain> choiceDomains,
            Optional<String> deltaOf,
            String doc)
            implements Item {
        public RelationDeclaration {
            Objects.requireNonNull(name);
            attributes = List.copyOf(attributes);
            qualifiers = Set.copyOf(qualifiers);
            choiceDomains = List.copyOf(choiceDomains);
        }
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onRelation(this); }
    }

    /** What may stand after a relation's attributes. */
    enum Qualifier {
        OVERRIDABLE, INLINE, NO_INLINE, MAGIC, NO_MAGIC, BRIE, BTREE, BTREE_DELETE, EQREL, OUTPUT, INPUT, PRINTSIZE
    }

    /** Attributes that determine a row: the first row for their values wins. */
    record ChoiceDomain(Range range, List<String> attributes) {
        public ChoiceDomain { attributes = List.copyOf(attributes); }
    }

    /** {@code heads :- body. plan}; a fact has an empty body, a body is read as a conjunction. */
    record Clause(Range range, List<Literal.Atom> heads, List<Literal> body, Optional<Plan> plan) implements Item {
        public Clause {
            heads = List.copyOf(heads);
            body = List.copyOf(body);
        }
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onClause(this); }
    }

    /** {@code less <= greater :- body. plan}: a row {@code less} is dropped where {@code greater} is there too. */
    record Subsumption(Range range, Literal.Atom less, Literal.Atom greater, List<Literal> body, Optional<Plan> plan)
            implements Item {
        public Subsumption { body = List.copyOf(body); }
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onSubsumption(this); }
    }

    /** {@code .plan version: (order), …}: the body's atoms, counted from 1, in the order in which to join them. */
    record Plan(Range range, List<PlanOrder> orders) {
        public Plan { orders = List.copyOf(orders); }
    }

    /** The order for one version of a recursive rule. */
    record PlanOrder(int version, List<Integer> order) {
        public PlanOrder { order = List.copyOf(order); }
    }

    /** {@code .input relation(key=value, …)} and its kin; a directive for several relations makes an item each. */
    record Directive(Range range, Verb verb, String relation, List<Parameter> parameters) implements Item {
        public Directive { parameters = List.copyOf(parameters); }
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onDirective(this); }

        /** The value of the last parameter of this name. */
        public Optional<String> parameter(String key) {
            Optional<String> value = Optional.empty();
            for (Parameter parameter : parameters) {
                if (parameter.key().equals(key)) {
                    value = Optional.of(parameter.value());
                }
            }
            return value;
        }
    }

    /** What a directive does with its relation. */
    enum Verb { INPUT, OUTPUT, PRINTSIZE, LIMITSIZE }

    /** {@code key=value} */
    record Parameter(String key, String value) {}

    /** {@code .pragma "key" "value"} */
    record Pragma(Range range, String key, String value) implements Item {
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onPragma(this); }
    }

    /** {@code .functor name(parameters): result stateful}; a parameter without a name is called "". */
    record FunctorDeclaration(Range range, String name, List<Attribute> parameters, TypeName result, boolean stateful)
            implements Item {
        public FunctorDeclaration { parameters = List.copyOf(parameters); }
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onFunctor(this); }
    }

    /** {@code .comp type : bases { items }} */
    record Component(Range range, ComponentType type, List<ComponentType> bases, List<Item> items) implements Item {
        public Component {
            bases = List.copyOf(bases);
            items = List.copyOf(items);
        }
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onComponent(this); }
    }

    /** {@code Name<parameters>} */
    record ComponentType(Range range, String name, List<String> parameters) {
        public ComponentType { parameters = List.copyOf(parameters); }
    }

    /** {@code .init name = component} */
    record Instantiation(Range range, String name, ComponentType component) implements Item {
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onInstantiation(this); }
    }

    /** {@code .override relation}, inside a component: the clauses of its bases are not inherited. */
    record Override(Range range, String relation) implements Item {
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onOverride(this); }
    }

    /** {@code .lattice Type<> { Lub -> …, … }} */
    record Lattice(Range range, String name, List<LatticeOperator> operators) implements Item {
        public Lattice { operators = List.copyOf(operators); }
        @java.lang.Override public <R> R fold(Cases<R> cases) { return cases.onLattice(this); }
    }

    /** {@code name -> value} */
    record LatticeOperator(String name, Argument value) {}
}
