package io.padlog.run.datalog.check;

import io.padlog.run.datalog.check.LogicalType.Form;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.syntax.Aggregation;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Item.Attribute;
import io.padlog.run.datalog.syntax.Item.FunctorDeclaration;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds the types that were inferred for a clause against what is declared. */
final class TypeChecks {
    private final FlatClause clause;
    private final Inference inference;
    private final Declarations declarations;
    private final TypeSystem types;
    private final Report report;
    private final Map<Literal, Boolean> negated = new IdentityHashMap<>();

    private TypeChecks(FlatClause clause, Inference inference, Declarations declarations, Report report) {
        this.clause = clause;
        this.inference = inference;
        this.declarations = declarations;
        this.types = declarations.types();
        this.report = report;
    }

    static void check(FlatClause clause, Inference inference, Declarations declarations, Report report) {
        TypeChecks checks = new TypeChecks(clause, inference, declarations, report);
        Walk walk = new Walk(checks::argument, checks::literal, true);
        walk.over(checks.clause.head());
        walk.over(checks.clause.body());
    }

    private void literal(Literal literal) {
        if (literal instanceof Literal.Negation negation) {
            negated.put(negation.literal(), true);
        } else if (literal instanceof Literal.Atom atom) {
            atom(atom, negated.containsKey(atom));
        } else if (literal instanceof Literal.Constraint constraint) {
            constraint(constraint);
        }
    }

    private void atom(Literal.Atom atom, boolean isNegated) {
        List<Attribute> attributes = declarations.attributes(atom.relation()).orElseThrow();
        for (int index = 0; index < attributes.size(); index++) {
            Argument argument = atom.arguments().get(index);
            TypeSet found = inference.types(argument);
            Attribute attribute = attributes.get(index);
            LogicalType declared = types.find(attribute.type().name()).orElseThrow();
            for (LogicalType type : found.types()) {
                boolean fits = isNegated ? type.kind == declared.kind && (type == declared || type.form != Form.RECORD)
                        : passesTo(type, declared);
                if (!fits) {
                    report.error(argument.range(), "type clash: attribute '" + attribute.name() + "' of '" + atom.relation()
                            + "' is a " + attribute.type().name() + ", and this is a " + type.shown());
                    break;
                }
            }
        }
    }

    private boolean passesTo(LogicalType type, LogicalType declared) {
        return types.isSubtype(type, declared)
                || types.isSubtype(declared, type) && (type.form == Form.CONSTANT || type.form == Form.RECORD);
    }

    private void argument(Argument argument) {
        if (argument instanceof Argument.Variable variable) {
            if (inference.types(variable).isEmpty()) {
                report.error(variable.range(), "type clash: no type suits all uses of variable '"
                        + Scopes.shown(variable.name()) + "'");
            }
        } else if (argument instanceof Argument.Text) {
            require(argument, Kind.SYMBOL, "a string is a symbol, which does not fit here");
        } else if (argument instanceof Argument.Nil) {
            require(argument, Kind.RECORD, "nil is a record, which does not fit here, or the kind of record is not known");
        } else if (argument instanceof Argument.Numeral numeral) {
            numeral(numeral);
        } else if (argument instanceof Argument.Structure structure) {
            structure(structure);
        } else if (argument instanceof Argument.Branch branch) {
            branch(branch);
        } else if (argument instanceof Argument.Call call) {
            if (inference.signature(call).isEmpty()) {
                report.error(call.range(), "type clash: '" + call.functor().spelling() + "' does not work on these types");
            }
        } else if (argument instanceof Argument.UserCall call) {
            userCall(call);
        } else if (argument instanceof Argument.Cast cast) {
            cast(cast);
        } else if (argument instanceof Argument.Aggregate aggregate) {
            Kind kind = aggregate.aggregation() == Aggregation.COUNT ? Kind.NUMBER : inference.operands(aggregate);
            require(aggregate, kind, "type clash: the result of this aggregate is a " + shown(kind));
        }
    }

    private static String shown(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void require(Argument argument, Kind kind, String message) {
        if (!inference.isOf(argument, kind)) {
            report.error(argument.range(), message);
        }
    }

    private void numeral(Argument.Numeral numeral) {
        Optional<Kind> kind = inference.kind(numeral);
        if (kind.isEmpty() || !inference.isOf(numeral, kind.get())) {
            report.error(numeral.range(), "type clash: a number does not fit here");
        } else if (Numerals.bits(numeral.digits(), kind.get()).isEmpty()) {
            report.error(numeral.range(), "'" + numeral.digits() + "' is not a " + shown(kind.get()) + " of 32 bits");
        }
    }

    private void structure(Argument.Structure structure) {
        TypeSet found = inference.types(structure);
        if (!found.isSingle() || found.types().get(0).root().form != Form.RECORD) {
            report.error(structure.range(), "it is not clear which type this record has");
        } else if (found.types().get(0).root().fields.size() != structure.fields().size()) {
            int wanted = found.types().get(0).root().fields.size();
            report.error(structure.range(), "record type '" + found.types().get(0).shown() + "' has "
                    + ClauseChecks.count(wanted, "field") + ", not " + structure.fields().size());
        }
    }

    private void branch(Argument.Branch branch) {
        Optional<LogicalType> declared = types.ofBranch(branch.name());
        if (declared.isEmpty()) {
            report.error(branch.range(), "unknown branch '$" + branch.name() + "'"
                    + Names.suggestion(branch.name(), types.branchNames()));
            return;
        }
        TypeSet found = inference.types(branch);
        if (!found.isSingle() || found.types().get(0) != declared.get()) {
            report.error(branch.range(), "type clash: '$" + branch.name() + "' is a " + declared.get().shown());
            return;
        }
        List<LogicalType> fields = declared.get().branches.get(branch.name());
        if (fields.size() != branch.fields().size()) {
            report.error(branch.range(), "branch '$" + branch.name() + "' has " + ClauseChecks.count(fields.size(), "field")
                    + ", not " + branch.fields().size());
            return;
        }
        for (int index = 0; index < fields.size(); index++) {
            passes(branch.fields().get(index), fields.get(index));
        }
    }

    private void passes(Argument argument, LogicalType declared) {
        for (LogicalType type : inference.types(argument).types()) {
            if (!types.isSubtype(type, declared)) {
                report.error(argument.range(), "type clash: a " + declared.shown() + " is wanted, and this is a " + type.shown());
                return;
            }
        }
    }

    private void userCall(Argument.UserCall call) {
        FunctorDeclaration functor = declarations.functor(call.name()).orElseThrow();
        if (functor.parameters().size() != call.arguments().size()) {
            report.error(call.range(), "functor '@" + call.name() + "' takes "
                    + ClauseChecks.count(functor.parameters().size(), "argument") + ", not " + call.arguments().size());
            return;
        }
        if (!inference.types(call).isSingle()) {
            report.error(call.range(), "type clash: functor '@" + call.name() + "' gives a " + functor.result().name());
        } else if (!types.isSubtype(types.find(functor.result().name()).orElseThrow(), inference.types(call).types().get(0))) {
            report.error(call.range(), "type clash: functor '@" + call.name() + "' gives a " + functor.result().name());
        }
        for (int index = 0; index < call.arguments().size(); index++) {
            Argument argument = call.arguments().get(index);
            if (!inference.types(argument).isSingle()) {
                report.error(argument.range(), "type clash: a " + functor.parameters().get(index).type().name() + " is wanted");
            } else {
                passes(argument, types.find(functor.parameters().get(index).type().name()).orElseThrow());
            }
        }
    }

    private void cast(Argument.Cast cast) {
        if (types.find(cast.type().name()).isEmpty()) {
            report.error(cast.type().range(), "unknown type '" + cast.type().name() + "'"
                    + Names.suggestion(cast.type().name(), types.names()));
        } else if (!inference.types(cast).isSingle()) {
            report.error(cast.range(), "type clash: the cast gives a " + cast.type().name() + ", which does not fit here");
        }
    }

    private void constraint(Literal.Constraint constraint) {
        TypeSet left = inference.types(constraint.left());
        TypeSet right = inference.types(constraint.right());
        if (!left.isSingle() || !right.isSingle()) {
            return;
        }
        LogicalType leftType = left.types().get(0);
        LogicalType rightType = right.types().get(0);
        Comparison comparison = constraint.comparison();
        boolean ordered = switch (comparison) {
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
            case EQUAL, NOT_EQUAL, MATCH, NOT_MATCH, CONTAINS, NOT_CONTAINS -> false;
        };
        boolean textual = !ordered && comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL;
        if (ordered && !(types.isSubtype(leftType, rightType) && types.isSubtype(rightType, leftType))) {
            report.error(constraint.range(), "type clash: a " + leftType.shown() + " and a " + rightType.shown()
                    + " are not compared with '" + comparison.spelling() + "'");
            return;
        }
        operand(constraint.left().range(), leftType, ordered, textual, comparison);
        operand(constraint.right().range(), rightType, ordered, textual, comparison);
    }

    private void operand(Range range, LogicalType type, boolean ordered, boolean textual, Comparison comparison) {
        boolean structured = type.kind == Kind.RECORD || type.kind == Kind.ADT;
        if (ordered && structured || textual && type.kind != Kind.SYMBOL) {
            report.error(range, "type clash: '" + comparison.spelling() + "' does not work on a " + type.shown());
        }
    }
}
