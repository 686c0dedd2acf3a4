package io.padlog.run.datalog.check;

import io.padlog.run.datalog.check.Overloads.Signature;
import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Subsumption;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Aggregation;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Functor;
import io.padlog.run.datalog.syntax.Item.Attribute;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayList;
import java.util.List;

/** One clause to a rule or a subsumption. */
final class ClauseLowering {
    private final TypedClause clause;
    private final Inference inference;
    private final Declarations declarations;

    ClauseLowering(TypedClause clause, Declarations declarations) {
        this.clause = clause;
        this.inference = clause.inference();
        this.declarations = declarations;
    }

    Rule rule() {
        FlatClause flat = clause.clause();
        return new Rule(flat.range(), member(flat.head()), goals(flat.body()), flat.plan());
    }

    Subsumption subsumption() {
        List<Goal> goals = goals(clause.clause().body());
        return new Subsumption(
                clause.clause().range(),
                (Goal.Member) goals.get(0),
                (Goal.Member) goals.get(1),
                goals.subList(2, goals.size()));
    }

    private List<Goal> goals(List<Literal> literals) {
        List<Goal> goals = new ArrayList<>(literals.size());
        for (Literal literal : literals) {
            goals.add(goal(literal));
        }
        return goals;
    }

    private Goal.Member member(Literal.Atom atom) {
        List<Attribute> attributes = declarations.attributes(atom.relation()).orElseThrow();
        List<Term> terms = new ArrayList<>(attributes.size());
        for (int index = 0; index < attributes.size(); index++) {
            Kind kind = declarations.types().find(attributes.get(index).type().name()).orElseThrow().kind;
            terms.add(term(atom.arguments().get(index), kind));
        }
        return new Goal.Member(atom.relation(), terms);
    }

    private Goal goal(Literal literal) {
        return literal.fold(new Literal.Cases<Goal>() {
            @Override
            public Goal onAtom(Literal.Atom atom) {
                return member(atom);
            }

            @Override
            public Goal onNegation(Literal.Negation negation) {
                return new Goal.Absent(member((Literal.Atom) negation.literal()));
            }

            @Override
            public Goal onConjunction(Literal.Conjunction conjunction) {
                throw new IllegalStateException("conjunction left in a clause at " + conjunction.range());
            }

            @Override
            public Goal onDisjunction(Literal.Disjunction disjunction) {
                throw new IllegalStateException("disjunction left in a clause at " + disjunction.range());
            }

            @Override
            public Goal onConstraint(Literal.Constraint constraint) {
                Kind kind = inference.kind(constraint);
                return new Goal.Test(
                        constraint.comparison(), kind, term(constraint.left(), kind), term(constraint.right(), kind));
            }

            @Override
            public Goal onTruth(Literal.Truth truth) {
                return new Goal.Truth(truth.value());
            }
        });
    }

    private List<Term> terms(List<Argument> arguments, List<LogicalType> wanted) {
        List<Term> terms = new ArrayList<>(arguments.size());
        for (int index = 0; index < arguments.size(); index++) {
            terms.add(term(arguments.get(index), wanted.get(index).kind));
        }
        return terms;
    }

    private Kind kindOf(Argument argument, Kind wanted) {
        TypeSet types = inference.types(argument);
        return types.types().isEmpty() ? wanted : types.types().get(0).kind;
    }

    /** @param wanted the kind that the place has, for arguments that may be of any */
    private Term term(Argument argument, Kind wanted) {
        return argument.fold(new Argument.Cases<Term>() {
            @Override
            public Term onVariable(Argument.Variable variable) {
                return new Term.Variable(variable.name(), kindOf(variable, wanted));
            }

            @Override
            public Term onUnnamed(Argument.Unnamed unnamed) {
                return new Term.Anything(wanted);
            }

            @Override
            public Term onNumeral(Argument.Numeral numeral) {
                Kind kind = inference.kind(numeral).orElseThrow();
                return new Term.Constant(kind, Numerals.bits(numeral.digits(), kind).orElseThrow());
            }

            @Override
            public Term onText(Argument.Text text) {
                return new Term.Text(text.value());
            }

            @Override
            public Term onNil(Argument.Nil nil) {
                return new Term.Constant(Kind.RECORD, 0);
            }

            @Override
            public Term onStructure(Argument.Structure structure) {
                LogicalType type = inference.types(structure).types().get(0).root();
                return new Term.Pack(type.name, terms(structure.fields(), type.fields));
            }

            @Override
            public Term onBranch(Argument.Branch branch) {
                LogicalType type = declarations.types().ofBranch(branch.name()).orElseThrow();
                int tag = List.copyOf(type.branches.keySet()).indexOf(branch.name());
                return new Term.Branch(type.name, tag, terms(branch.fields(), type.branches.get(branch.name())));
            }

            @Override
            public Term onCall(Argument.Call call) {
                return call(call);
            }

            @Override
            public Term onUserCall(Argument.UserCall call) {
                return userCall(call);
            }

            @Override
            public Term onCast(Argument.Cast cast) {
                Kind kind = declarations.types().find(cast.type().name()).orElseThrow().kind;
                return new Term.Cast(term(cast.value(), kind), kind);
            }

            @Override
            public Term onAggregate(Argument.Aggregate aggregate) {
                return aggregate(aggregate);
            }

            @Override
            public Term onUserAggregate(Argument.UserAggregate aggregate) {
                throw new IllegalStateException("user-defined aggregate left in a clause at " + aggregate.range());
            }

            @Override
            public Term onCounter(Argument.Counter counter) {
                return new Term.Counter(Kind.NUMBER);
            }

            @Override
            public Term onIteration(Argument.Iteration iteration) {
                return new Term.Iteration();
            }
        });
    }

    private Term call(Argument.Call call) {
        Signature signature = inference.signature(call).orElseThrow();
        List<Term> terms = new ArrayList<>(call.arguments().size());
        for (int index = 0; index < call.arguments().size(); index++) {
            terms.add(term(call.arguments().get(index), signature.parameter(index)));
        }
        Kind operands = call.functor() == Functor.ORD ? terms.get(0).kind() : signature.parameter(0);
        return new Term.Call(call.functor(), operands, signature.result(), terms);
    }

    private Term userCall(Argument.UserCall call) {
        List<Attribute> parameters = declarations.functor(call.name()).orElseThrow().parameters();
        List<Term> terms = new ArrayList<>(call.arguments().size());
        for (int index = 0; index < call.arguments().size(); index++) {
            Kind kind = declarations.types().find(parameters.get(index).type().name()).orElseThrow().kind;
            terms.add(term(call.arguments().get(index), kind));
        }
        String result = declarations.functor(call.name()).orElseThrow().result().name();
        return new Term.UserCall(call.name(), declarations.types().find(result).orElseThrow().kind, terms);
    }

    private Term aggregate(Argument.Aggregate aggregate) {
        Kind operands = inference.operands(aggregate);
        Kind kind = aggregate.aggregation() == Aggregation.COUNT ? Kind.NUMBER : operands;
        return new Term.Aggregate(
                aggregate.aggregation(),
                operands,
                kind,
                aggregate.target().map(target -> term(target, operands)),
                goals(aggregate.body()),
                clause.outer().getOrDefault(aggregate, List.of()));
    }
}
