package io.padlog.run.datalog.print;

import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Stratum;
import io.padlog.run.datalog.program.Subsumption;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.program.Type;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A checked program as items again, to be printed: components are instantiated, inlined relations gone, disjunctions rules
 * of their own. Variables of inlined rules and aggregates have names that no program can have. Types are those that remain, a constant has the form of its kind.
 */
public final class CheckedItems {
    private final CheckedProgram program;

    private CheckedItems(CheckedProgram program) {
        this.program = program;
    }

    /** The items, by stratum in the order of evaluation. */
    public static List<Item> of(CheckedProgram program) {
        return new CheckedItems(program).items();
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Stratum stratum : program.strata()) {
            for (String name : stratum.relations()) {
                items.add(declaration(program.relations().get(name)));
                program.directives().stream().filter(directive -> directive.relation().equals(name)).forEach(items::add);
            }
            for (Rule rule : program.rules()) {
                if (stratum.relations().contains(rule.head().relation())) {
                    Body body = new Body(rule.range(), program.types());
                    items.add(new Item.Clause(rule.range(), List.of(body.atom(rule.head())), body.literals(rule.body()), rule.plan()));
                }
            }
            for (Subsumption one : program.subsumptions()) {
                if (stratum.relations().contains(one.less().relation())) {
                    Body body = new Body(one.range(), program.types());
                    items.add(new Item.Subsumption(
                            one.range(), body.atom(one.less()), body.atom(one.greater()), body.literals(one.body()), Optional.empty()));
                }
            }
        }
        return items;
    }

    private static Item declaration(Relation relation) {
        List<Item.Attribute> attributes = relation.attributes().stream()
                .map(attribute -> new Item.Attribute(
                        relation.range(), attribute.name(), new Item.TypeName(relation.range(), attribute.type()), false, ""))
                .toList();
        List<Item.ChoiceDomain> choices = relation.choiceDomains().stream()
                .map(columns -> new Item.ChoiceDomain(
                        relation.range(), columns.stream().map(column -> attributes.get(column).name()).toList()))
                .toList();
        Set<Item.Qualifier> qualifiers = switch (relation.representation()) {
            case DEFAULT -> Set.of();
            case BTREE -> Set.of(Item.Qualifier.BTREE);
            case BTREE_DELETE -> Set.of(Item.Qualifier.BTREE_DELETE);
            case BRIE -> Set.of(Item.Qualifier.BRIE);
            case EQREL -> Set.of(Item.Qualifier.EQREL);
        };
        return new Item.RelationDeclaration(
                relation.range(), relation.name(), attributes, qualifiers, choices, relation.deltaOf(), "");
    }

    /** The goals and terms of one clause. */
    private record Body(Range range, Map<String, Type> types) implements Goal.Cases<Literal>, Term.Cases<Argument> {
        List<Literal> literals(List<Goal> goals) {
            return goals.stream().map(goal -> goal.fold(this)).toList();
        }

        Literal.Atom atom(Goal.Member member) {
            return new Literal.Atom(range, member.relation(), arguments(member.terms()));
        }

        private List<Argument> arguments(List<Term> terms) {
            return terms.stream().map(term -> term.fold(this)).toList();
        }

        @Override
        public Literal onMember(Goal.Member member) {
            return atom(member);
        }

        @Override
        public Literal onAbsent(Goal.Absent absent) {
            return new Literal.Negation(range, atom(absent.member()));
        }

        @Override
        public Literal onTest(Goal.Test test) {
            return constraint(test.comparison(), test.left(), test.right());
        }

        private Literal constraint(Comparison comparison, Term left, Term right) {
            return new Literal.Constraint(range, comparison, left.fold(this), right.fold(this));
        }

        @Override
        public Literal onTruth(Goal.Truth truth) {
            return new Literal.Truth(range, truth.value());
        }

        @Override
        public Argument onVariable(Term.Variable variable) {
            return new Argument.Variable(range, variable.name());
        }

        @Override
        public Argument onAnything(Term.Anything anything) {
            return new Argument.Unnamed(range);
        }

        @Override
        public Argument onConstant(Term.Constant constant) {
            return switch (constant.kind()) {
                case NUMBER -> new Argument.Numeral(range, Integer.toString(constant.bits()), Argument.Suffix.NONE);
                case UNSIGNED -> new Argument.Numeral(
                        range, Integer.toUnsignedString(constant.bits()), Argument.Suffix.UNSIGNED);
                case FLOAT -> new Argument.Numeral(
                        range, Float.toString(Float.intBitsToFloat(constant.bits())), Argument.Suffix.FLOAT);
                case RECORD -> new Argument.Nil(range);
                case SYMBOL, ADT -> throw new IllegalStateException("no constant is of the kind " + constant.kind());
            };
        }

        @Override
        public Argument onText(Term.Text text) {
            return new Argument.Text(range, text.value());
        }

        @Override
        public Argument onPack(Term.Pack pack) {
            return new Argument.Structure(range, arguments(pack.fields()));
        }

        @Override
        public Argument onBranch(Term.Branch branch) {
            return new Argument.Branch(
                    range, types.get(branch.type()).branches().get(branch.tag()).name(), arguments(branch.fields()));
        }

        @Override
        public Argument onCall(Term.Call call) {
            return new Argument.Call(range, call.functor(), arguments(call.terms()));
        }

        @Override
        public Argument onUserCall(Term.UserCall call) {
            return new Argument.UserCall(range, call.name(), arguments(call.terms()));
        }

        @Override
        public Argument onCast(Term.Cast cast) {
            return new Argument.Cast(range, cast.value().fold(this), new Item.TypeName(range, named(cast.kind())));
        }

        private static String named(Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Argument onAggregate(Term.Aggregate aggregate) {
            return new Argument.Aggregate(range, aggregate.aggregation(),
                    aggregate.target().map(target -> target.fold(this)), literals(aggregate.body()));
        }

        @Override
        public Argument onCounter(Term.Counter counter) {
            return new Argument.Counter(range);
        }

        @Override
        public Argument onIteration(Term.Iteration iteration) {
            return new Argument.Iteration(range);
        }
    }
}
