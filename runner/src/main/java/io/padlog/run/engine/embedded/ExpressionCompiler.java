package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Symbols;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.syntax.Range;
import io.padlog.run.engine.ByteText;
import java.util.List;
import java.util.Locale;

/** Makes expressions of one rule ready to run. Arithmetic is that of Soufflé with words of 32 bits. */
final class ExpressionCompiler implements Expression.Cases<Evaluator> {
    private final Range rule;
    private final Memory memory;
    private final Symbols symbols;

    ExpressionCompiler(Range rule, Memory memory) {
        this.rule = rule;
        this.memory = memory;
        this.symbols = memory.symbols();
    }

    Evaluator compile(Expression expression) {
        return expression.fold(this);
    }

    Evaluator[] compile(List<Expression> expressions) {
        return expressions.stream().map(this::compile).toArray(Evaluator[]::new);
    }

    @Override
    public Evaluator onConstant(Expression.Constant constant) {
        int bits = constant.bits();
        return r -> bits;
    }

    @Override
    public Evaluator onRegister(Expression.Register register) {
        int number = register.number();
        return r -> r[number];
    }

    @Override
    public Evaluator onCounter(Expression.Counter counter) {
        int[] next = memory.counter();
        return r -> next[0]++;
    }

    @Override
    public Evaluator onIteration(Expression.Iteration iteration) {
        int[] round = memory.round();
        return r -> round[0];
    }

    @Override
    public Evaluator onPack(Expression.Pack pack) {
        Evaluator[] fields = compile(pack.fields());
        int branch = pack.branch();
        RecordStore records = memory.records();
        return r -> {
            // Not shared: a field may be a record of its own.
            int[] values = new int[fields.length];
            for (int i = 0; i < fields.length; i++) {
                values[i] = fields[i].eval(r);
            }
            return records.number(branch, values);
        };
    }

    @Override
    public Evaluator onApply(Expression.Apply apply) {
        Evaluator[] operands = compile(apply.operands());
        return apply.operator() == Operator.CAT || apply.operator() == Operator.SUBSTR || operands.length <= 2
                ? apply(apply.operator(), operands)
                : leftToRight(apply.operator(), operands);
    }

    /** In a loop: a sum may have more terms than Java's stack has room for. */
    private Evaluator leftToRight(Operator operator, Evaluator[] operands) {
        int[] soFar = new int[1];
        Evaluator left = r -> soFar[0];
        Evaluator[] steps = new Evaluator[operands.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = apply(operator, new Evaluator[] {left, operands[i + 1]});
        }
        return r -> {
            int value = operands[0].eval(r);
            for (Evaluator step : steps) {
                soFar[0] = value;
                value = step.eval(r);
            }
            return value;
        };
    }

    private Evaluator apply(Operator operator, Evaluator[] operands) {
        Evaluator a = operands[0];
        return switch (operator) {
            case NEGATE -> r -> -a.eval(r);
            case F_NEGATE -> r -> bits(-real(a.eval(r)));
            case BNOT -> r -> ~a.eval(r);
            case LNOT -> r -> a.eval(r) == 0 ? 1 : 0;
            case STRLEN -> r -> ByteText.length(memory.text(a.eval(r)));
            case NUMBER_TO_FLOAT -> r -> bits((float) a.eval(r));
            case UNSIGNED_TO_FLOAT -> r -> bits((float) Integer.toUnsignedLong(a.eval(r)));
            case FLOAT_TO_NUMBER -> r -> (int) real(a.eval(r));
            case FLOAT_TO_UNSIGNED -> r -> (int) (long) real(a.eval(r));
            case NUMBER_TO_SYMBOL -> r -> symbols.number(Integer.toString(a.eval(r)));
            case UNSIGNED_TO_SYMBOL -> r -> symbols.number(Integer.toUnsignedString(a.eval(r)));
            case FLOAT_TO_SYMBOL -> r -> symbols.number(String.format(Locale.ROOT, "%f", real(a.eval(r))));
            case SYMBOL_TO_NUMBER -> r -> TextFunctions.parseInteger(memory.text(a.eval(r)), false);
            case SYMBOL_TO_UNSIGNED -> r -> TextFunctions.parseInteger(memory.text(a.eval(r)), true);
            case SYMBOL_TO_FLOAT -> r -> bits(TextFunctions.parseFloat(memory.text(a.eval(r))));
            case CAT -> r -> concatenate(operands, r);
            case SUBSTR -> r -> symbols.number(
                    TextFunctions.substring(memory.text(a.eval(r)), operands[1].eval(r), operands[2].eval(r)));
            case ADD, F_ADD, SUBTRACT, F_SUBTRACT, MULTIPLY, F_MULTIPLY, DIVIDE, U_DIVIDE, F_DIVIDE, MODULO, U_MODULO, POWER,
                    U_POWER, F_POWER -> arithmetic(operator, a, operands[1]);
            case BAND, BOR, BXOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED, LAND, LOR, LXOR ->
                    logic(operator, a, operands[1]);
            case MAX, U_MAX, F_MAX, S_MAX, MIN, U_MIN, F_MIN, S_MIN -> extreme(operator, a, operands[1]);
        };
    }

    private Evaluator arithmetic(Operator operator, Evaluator a, Evaluator b) {
        return switch (operator) {
            case ADD -> r -> a.eval(r) + b.eval(r);
            case SUBTRACT -> r -> a.eval(r) - b.eval(r);
            case MULTIPLY -> r -> a.eval(r) * b.eval(r);
            case DIVIDE -> r -> {
                int dividend = a.eval(r);
                return dividend / fitting(dividend, b.eval(r));
            };
            case MODULO -> r -> {
                int dividend = a.eval(r);
                return dividend % fitting(dividend, b.eval(r));
            };
            case U_DIVIDE -> r -> Integer.divideUnsigned(a.eval(r), divisor(b.eval(r)));
            case U_MODULO -> r -> Integer.remainderUnsigned(a.eval(r), divisor(b.eval(r)));
            case POWER -> r -> truncated(Math.pow(a.eval(r), b.eval(r)));
            case U_POWER -> r -> (int) (long) Math.pow(Integer.toUnsignedLong(a.eval(r)), Integer.toUnsignedLong(b.eval(r)));
            case F_ADD -> r -> bits(real(a.eval(r)) + real(b.eval(r)));
            case F_SUBTRACT -> r -> bits(real(a.eval(r)) - real(b.eval(r)));
            case F_MULTIPLY -> r -> bits(real(a.eval(r)) * real(b.eval(r)));
            case F_DIVIDE -> r -> bits(real(a.eval(r)) / real(b.eval(r)));
            case F_POWER -> r -> bits((float) Math.pow(real(a.eval(r)), real(b.eval(r))));
            default -> throw new IllegalStateException(operator + " is not arithmetic");
        };
    }

    private static Evaluator logic(Operator operator, Evaluator a, Evaluator b) {
        return switch (operator) {
            case BAND -> r -> a.eval(r) & b.eval(r);
            case BOR -> r -> a.eval(r) | b.eval(r);
            case BXOR -> r -> a.eval(r) ^ b.eval(r);
            case SHIFT_LEFT -> r -> a.eval(r) << b.eval(r);
            case SHIFT_RIGHT -> r -> a.eval(r) >> b.eval(r);
            case SHIFT_RIGHT_UNSIGNED -> r -> a.eval(r) >>> b.eval(r);
            case LAND -> r -> a.eval(r) != 0 && b.eval(r) != 0 ? 1 : 0;
            case LOR -> r -> a.eval(r) != 0 || b.eval(r) != 0 ? 1 : 0;
            case LXOR -> r -> a.eval(r) != 0 ^ b.eval(r) != 0 ? 1 : 0;
            default -> throw new IllegalStateException(operator + " is not logical");
        };
    }

    private Evaluator extreme(Operator operator, Evaluator a, Evaluator b) {
        return switch (operator) {
            case MAX -> r -> Math.max(a.eval(r), b.eval(r));
            case MIN -> r -> Math.min(a.eval(r), b.eval(r));
            case U_MAX -> r -> Math.max(a.eval(r) ^ Integer.MIN_VALUE, b.eval(r) ^ Integer.MIN_VALUE) ^ Integer.MIN_VALUE;
            case U_MIN -> r -> Math.min(a.eval(r) ^ Integer.MIN_VALUE, b.eval(r) ^ Integer.MIN_VALUE) ^ Integer.MIN_VALUE;
            case F_MAX -> r -> bits(Math.max(real(a.eval(r)), real(b.eval(r))));
            case F_MIN -> r -> bits(Math.min(real(a.eval(r)), real(b.eval(r))));
            case S_MAX -> r -> later(a.eval(r), b.eval(r), 1);
            case S_MIN -> r -> later(a.eval(r), b.eval(r), -1);
            default -> throw new IllegalStateException(operator + " is no extreme");
        };
    }

    private int later(int one, int other, int sign) {
        return sign * ByteText.compare(memory.text(one), memory.text(other)) >= 0 ? one : other;
    }

    private int concatenate(Evaluator[] parts, int[] registers) {
        StringBuilder text = new StringBuilder();
        boolean strays = false;
        for (Evaluator part : parts) {
            String more = memory.text(part.eval(registers));
            strays |= ByteText.hasStray(more);
            text.append(more);
        }
        String joined = text.toString();
        // Halves of a character that come together are one.
        return symbols.number(strays ? ByteText.decode(ByteText.encode(joined)) : joined);
    }

    /** A divisor whose quotient is a number of 32 bits; where it is not, Soufflé ends with an arithmetic exception too. */
    private int fitting(int dividend, int value) {
        if (value == -1 && dividend == Integer.MIN_VALUE) {
            throw new PadlogException(ExitStatus.USAGE, rule + ": " + dividend + " divided by -1 is no number of 32 bits");
        }
        return divisor(value);
    }

    private int divisor(int value) {
        if (value == 0) {
            throw new PadlogException(ExitStatus.USAGE, rule + ": division by zero");
        }
        return value;
    }

    /** As x86 converts a double: what does not fit becomes the smallest int. */
    private static int truncated(double value) {
        return value > Integer.MAX_VALUE || value < Integer.MIN_VALUE || Double.isNaN(value) ? Integer.MIN_VALUE : (int) value;
    }

    private static float real(int bits) {
        return Float.intBitsToFloat(bits);
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }
}
