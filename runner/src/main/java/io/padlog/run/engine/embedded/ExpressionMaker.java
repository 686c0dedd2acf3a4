package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Symbols;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Functor;
import io.padlog.run.datalog.syntax.Range;
import java.util.List;
import java.util.Map;

/** Turns terms whose variables are all in registers into expressions. */
final class ExpressionMaker implements Term.Cases<Expression> {
    private final Range rule;
    private final Symbols symbols;
    private final Map<String, Integer> registers;

    /** @param registers of bound variables, seen as it is when a term is turned */
    ExpressionMaker(Range rule, Symbols symbols, Map<String, Integer> registers) {
        this.rule = rule;
        this.symbols = symbols;
        this.registers = registers;
    }

    Expression expression(Term term) {
        return term.fold(this);
    }

    List<Expression> expressions(List<Term> terms) {
        return terms.stream().map(this::expression).toList();
    }

    @Override
    public Expression onVariable(Term.Variable variable) {
        return new Expression.Register(registers.get(variable.name()));
    }

    @Override
    public Expression onAnything(Term.Anything anything) {
        throw new IllegalStateException(rule + ": _ has no value");
    }

    @Override
    public Expression onConstant(Term.Constant constant) {
        return new Expression.Constant(constant.bits());
    }

    @Override
    public Expression onText(Term.Text text) {
        return new Expression.Constant(symbols.number(text.value()));
    }

    @Override
    public Expression onPack(Term.Pack pack) {
        return new Expression.Pack(RecordStore.NO_BRANCH, expressions(pack.fields()));
    }

    @Override
    public Expression onBranch(Term.Branch branch) {
        return new Expression.Pack(branch.tag(), expressions(branch.fields()));
    }

    @Override
    public Expression onCast(Term.Cast cast) {
        return expression(cast.value());
    }

    @Override
    public Expression onAggregate(Term.Aggregate aggregate) {
        throw new IllegalStateException(rule + ": an aggregate inside an expression");
    }

    @Override
    public Expression onCounter(Term.Counter counter) {
        return new Expression.Counter();
    }

    @Override
    public Expression onIteration(Term.Iteration iteration) {
        return new Expression.Iteration();
    }

    @Override
    public Expression onUserCall(Term.UserCall call) {
        throw new PadlogException(
                ExitStatus.USAGE,
                rule + ": the embedded engine cannot call the user-defined functor '@" + call.name()
                        + "'; use --engine souffle");
    }

    @Override
    public Expression onCall(Term.Call call) {
        List<Expression> operands = expressions(call.terms());
        return switch (call.functor()) {
            case ORD -> operands.get(0);
            case CAT -> new Expression.Apply(Operator.CAT, operands);
            case NEGATE -> unary(call.operands() == Kind.FLOAT ? Operator.F_NEGATE : Operator.NEGATE, operands);
            case BNOT -> unary(Operator.BNOT, operands);
            case LNOT -> unary(Operator.LNOT, operands);
            case STRLEN -> unary(Operator.STRLEN, operands);
            case SUBSTR -> new Expression.Apply(Operator.SUBSTR, operands);
            case TO_NUMBER, TO_UNSIGNED, TO_FLOAT, TO_STRING -> conversion(call.functor(), call.operands(), operands.get(0));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER, BAND, BOR, BXOR, BSHL, BSHR, BSHRU, LAND, LOR, LXOR, MAX,
                    MIN -> leftToRight(binary(call.functor(), call.operands()), operands);
            case RANGE -> throw new IllegalStateException(rule + ": a range inside an expression");
        };
    }

    private static Expression unary(Operator operator, List<Expression> operands) {
        return new Expression.Apply(operator, operands);
    }

    private static Expression leftToRight(Operator operator, List<Expression> operands) {
        return operands.size() == 1 ? operands.get(0) : new Expression.Apply(operator, operands);
    }

    private Operator binary(Functor functor, Kind kind) {
        return switch (functor) {
            case ADD -> switch (kind) {
                case FLOAT -> Operator.F_ADD;
                case SYMBOL -> Operator.CAT;
                case NUMBER, UNSIGNED, RECORD, ADT -> Operator.ADD;
            };
            case SUBTRACT -> kind == Kind.FLOAT ? Operator.F_SUBTRACT : Operator.SUBTRACT;
            case MULTIPLY -> kind == Kind.FLOAT ? Operator.F_MULTIPLY : Operator.MULTIPLY;
            case DIVIDE -> byKind(kind, Operator.DIVIDE, Operator.U_DIVIDE, Operator.F_DIVIDE);
            case MODULO -> kind == Kind.UNSIGNED ? Operator.U_MODULO : Operator.MODULO;
            case POWER -> byKind(kind, Operator.POWER, Operator.U_POWER, Operator.F_POWER);
            case BAND -> Operator.BAND;
            case BOR -> Operator.BOR;
            case BXOR -> Operator.BXOR;
            case BSHL -> Operator.SHIFT_LEFT;
            case BSHR -> kind == Kind.UNSIGNED ? Operator.SHIFT_RIGHT_UNSIGNED : Operator.SHIFT_RIGHT;
            case BSHRU -> Operator.SHIFT_RIGHT_UNSIGNED;
            case LAND -> Operator.LAND;
            case LOR -> Operator.LOR;
            case LXOR -> Operator.LXOR;
            case MAX -> kind == Kind.SYMBOL ? Operator.S_MAX : byKind(kind, Operator.MAX, Operator.U_MAX, Operator.F_MAX);
            case MIN -> kind == Kind.SYMBOL ? Operator.S_MIN : byKind(kind, Operator.MIN, Operator.U_MIN, Operator.F_MIN);
            case NEGATE, BNOT, LNOT, CAT, ORD, STRLEN, SUBSTR, RANGE, TO_NUMBER, TO_STRING, TO_FLOAT, TO_UNSIGNED ->
                    throw new IllegalStateException(functor + " is not binary");
        };
    }

    private static Operator byKind(Kind kind, Operator number, Operator unsigned, Operator real) {
        return switch (kind) {
            case UNSIGNED -> unsigned;
            case FLOAT -> real;
            case NUMBER, SYMBOL, RECORD, ADT -> number;
        };
    }

    private Expression conversion(Functor to, Kind from, Expression operand) {
        if (from == Kind.RECORD || from == Kind.ADT) {
            throw new PadlogException(
                    ExitStatus.USAGE, rule + ": '" + to.spelling() + "' of a record or algebraic value; take it apart first");
        }
        // "": the bits stay as they are.
        String name = switch (to) {
            case TO_NUMBER -> from == Kind.FLOAT || from == Kind.SYMBOL ? from + "_TO_NUMBER" : "";
            case TO_UNSIGNED -> from == Kind.FLOAT || from == Kind.SYMBOL ? from + "_TO_UNSIGNED" : "";
            case TO_FLOAT -> from == Kind.FLOAT ? "" : from + "_TO_FLOAT";
            default -> from == Kind.SYMBOL ? "" : from + "_TO_SYMBOL";
        };
        return name.isEmpty() ? operand : new Expression.Apply(Operator.valueOf(name), List.of(operand));
    }
}
