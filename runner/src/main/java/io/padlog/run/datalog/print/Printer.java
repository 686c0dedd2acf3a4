package io.padlog.run.datalog.print;

import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Item.Attribute;
import io.padlog.run.datalog.syntax.Item.Definition;
import io.padlog.run.datalog.syntax.Item.Qualifier;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Items to text that parses to the same items; each literal of a body has its own line. */
public final class Printer implements Item.Cases<Printer> {
    private final StringBuilder out = new StringBuilder();
    private final ArgumentPrinter arguments = new ArgumentPrinter(out);
    private final List<Range> lines = new ArrayList<>();

    private Printer() {}

    /** All of the items, in their order. */
    public static Printed print(Collection<? extends Item> items) {
        Printer printer = new Printer();
        items.forEach(item -> item.fold(printer));
        return new Printed(printer.out.toString(), printer.lines);
    }

    /** An argument by itself. */
    public static String print(Argument argument) {
        StringBuilder out = new StringBuilder();
        argument.fold(new ArgumentPrinter(out));
        return out.toString();
    }

    private Printer line(Range range, String text) {
        out.append(text);
        return endLine(range);
    }

    private Printer endLine(Range range) {
        out.append('\n');
        lines.add(range);
        return this;
    }

    @Override
    public Printer onType(Item.TypeDeclaration type) {
        String definition = type.definition().fold(new Item.DefinitionCases<String>() {
            @Override
            public String onSubset(Definition.Subset subset) {
                return " <: " + subset.base().name();
            }

            @Override
            public String onEquivalence(Definition.Equivalence equivalence) {
                return " = " + equivalence.other().name();
            }

            @Override
            public String onUnion(Definition.Union union) {
                return union.members().stream().map(Item.TypeName::name).collect(Collectors.joining(" | ", " = ", ""));
            }

            @Override
            public String onStructure(Definition.Structure structure) {
                return " = [" + attributes(structure.fields()) + "]";
            }

            @Override
            public String onAlgebraic(Definition.Algebraic algebraic) {
                return algebraic.branches().stream()
                        .map(branch -> branch.name() + " {" + attributes(branch.fields()) + "}")
                        .collect(Collectors.joining(" | ", " = ", ""));
            }
        });
        return line(type.range(), ".type " + type.name() + definition);
    }

    private static String attributes(List<Attribute> attributes) {
        return attributes.stream()
                .map(attribute -> (attribute.name().isEmpty() ? "" : attribute.name() + ": ") + attribute.type().name()
                        + (attribute.lattice() ? "<>" : ""))
                .collect(Collectors.joining(", "));
    }

    @Override
    public Printer onRelation(Item.RelationDeclaration relation) {
        out.append(".decl ").append(relation.name());
        if (relation.deltaOf().isPresent()) {
            out.append(" = debug_delta(").append(relation.deltaOf().get()).append(')');
        } else {
            out.append('(').append(attributes(relation.attributes())).append(')');
        }
        for (Qualifier qualifier : Qualifier.values()) {
            // Those three are directives as well, which are items of their own.
            boolean directive = qualifier == Qualifier.INPUT || qualifier == Qualifier.OUTPUT || qualifier == Qualifier.PRINTSIZE;
            if (relation.qualifiers().contains(qualifier) && !directive) {
                out.append(' ').append(qualifier.name().toLowerCase(Locale.ROOT));
            }
        }
        if (!relation.choiceDomains().isEmpty()) {
            out.append(relation.choiceDomains().stream()
                    .map(domain -> "(" + String.join(", ", domain.attributes()) + ")")
                    .collect(Collectors.joining(", ", " choice-domain ", "")));
        }
        return endLine(relation.range());
    }

    @Override
    public Printer onClause(Item.Clause clause) {
        for (int index = 0; index < clause.heads().size(); index++) {
            clause.heads().get(index).fold(arguments);
            boolean last = index == clause.heads().size() - 1;
            out.append(!last ? "," : clause.body().isEmpty() ? "." : " :-");
            endLine(clause.heads().get(index).range());
        }
        body(clause.body());
        return plan(clause.plan());
    }

    @Override
    public Printer onSubsumption(Item.Subsumption subsumption) {
        subsumption.less().fold(arguments);
        out.append(" <= ");
        subsumption.greater().fold(arguments);
        out.append(" :-");
        endLine(subsumption.range());
        body(subsumption.body());
        return plan(subsumption.plan());
    }

    private void body(List<Literal> body) {
        for (int index = 0; index < body.size(); index++) {
            out.append("  ");
            body.get(index).fold(arguments);
            out.append(index == body.size() - 1 ? '.' : ',');
            endLine(body.get(index).range());
        }
    }

    private Printer plan(Optional<Item.Plan> plan) {
        plan.ifPresent(cur -> line(cur.range(), cur.orders().stream()
                .map(order -> order.version() + ":("
                        + order.order().stream().map(String::valueOf).collect(Collectors.joining(",")) + ")")
                .collect(Collectors.joining(", ", ".plan ", ""))));
        return this;
    }

    @Override
    public Printer onDirective(Item.Directive directive) {
        out.append('.').append(directive.verb().name().toLowerCase(Locale.ROOT)).append(' ').append(directive.relation());
        if (!directive.parameters().isEmpty()) {
            String separator = "(";
            for (Item.Parameter parameter : directive.parameters()) {
                out.append(separator).append(parameter.key()).append('=');
                ArgumentPrinter.quote(parameter.value(), out);
                separator = ", ";
            }
            out.append(')');
        }
        return endLine(directive.range());
    }

    @Override
    public Printer onPragma(Item.Pragma pragma) {
        out.append(".pragma ");
        ArgumentPrinter.quote(pragma.key(), out).append(' ');
        ArgumentPrinter.quote(pragma.value(), out);
        return endLine(pragma.range());
    }

    @Override
    public Printer onFunctor(Item.FunctorDeclaration functor) {
        return line(functor.range(), ".functor " + functor.name() + "(" + attributes(functor.parameters()) + "): "
                + functor.result().name() + (functor.stateful() ? " stateful" : ""));
    }

    @Override
    public Printer onComponent(Item.Component component) {
        out.append(".comp ").append(type(component.type()));
        String separator = " : ";
        for (Item.ComponentType base : component.bases()) {
            out.append(separator).append(type(base));
            separator = ", ";
        }
        line(component.type().range(), " {");
        component.items().forEach(item -> item.fold(this));
        return line(component.range(), "}");
    }

    private static String type(Item.ComponentType type) {
        return type.name() + (type.parameters().isEmpty() ? "" : "<" + String.join(", ", type.parameters()) + ">");
    }

    @Override
    public Printer onInstantiation(Item.Instantiation instantiation) {
        return line(instantiation.range(), ".init " + instantiation.name() + " = " + type(instantiation.component()));
    }

    @Override
    public Printer onOverride(Item.Override override) {
        return line(override.range(), ".override " + override.relation());
    }

    @Override
    public Printer onLattice(Item.Lattice lattice) {
        out.append(".lattice ").append(lattice.name()).append("<> {");
        String separator = "";
        for (Item.LatticeOperator operator : lattice.operators()) {
            out.append(separator).append(operator.name()).append(" -> ");
            operator.value().fold(arguments);
            separator = ", ";
        }
        return line(lattice.range(), "}");
    }
}
