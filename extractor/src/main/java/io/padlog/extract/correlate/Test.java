package io.padlog.extract.correlate;

import io.padlog.extract.cfg.Value;
import java.util.List;
import java.util.Map;

/**
 * A condition as a question about one value: {@code subject operator constant}. Conditions that say the same get the same
 * subject: {@code a != b} asks whether {@code a == b}, {@code a > b} whether {@code b < a}.
 *
 * @param operator "==", "!=", "<", "<=", ">" or ">="
 */
record Test(Value subject, String operator, Value constant) {
    private static final Value ZERO = new Value.Constant(0);
    private static final Map<String, String> MIRRORED =
            Map.of("==", "==", "!=", "!=", "<", ">", "<=", ">=", ">", "<", ">=", "<=");
    private static final Map<String, String> NEGATED =
            Map.of("==", "!=", "!=", "==", "<", ">=", "<=", ">", ">", "<=", ">=", "<");

    /** Reads a condition; what is no comparison with a constant is asked whether it is zero. */
    static Test of(Value condition) {
        if (condition instanceof Value.Operation operation) {
            List<Value> operands = operation.operands();
            if (operation.operator().equals("!")) {
                Test inner = of(operands.get(0));
                return new Test(inner.subject, NEGATED.get(inner.operator), inner.constant);
            }
            if (operands.size() == 2 && MIRRORED.containsKey(operation.operator())) {
                return comparison(operands.get(0), operation.operator(), operands.get(1));
            }
        }
        return new Test(condition, "!=", ZERO);
    }

    private static Test comparison(Value left, String operator, Value right) {
        if (right instanceof Value.Constant bound && bound.value() > Long.MIN_VALUE && !divides(operator, bound.value())) {
            return atMost(left, operator, bound.value());
        }
        if (isConstant(right)) {
            return onCondition(left, operator, right);
        }
        if (isConstant(left)) {
            return onCondition(right, MIRRORED.get(operator), left);
        }
        return switch (operator) {
            case "!=" -> isZero(ordered("==", left, right));
            case ">" -> isNotZero("<", right, left);
            case ">=" -> isZero(new Value.Operation("<", List.of(left, right)));
            case "<=" -> isZero(new Value.Operation("<", List.of(right, left)));
            case "==" -> new Test(ordered("==", left, right), "!=", ZERO);
            default -> isNotZero(operator, left, right);
        };
    }

    /** Whether the classes by sign, and those by equality, can answer the comparison. */
    private static boolean divides(String operator, long bound) {
        return switch (operator) {
            case "==", "!=" -> true;
            case "<", ">=" -> bound == 0 || bound == 1;
            default -> bound == 0 || bound == -1;
        };
    }

    /** Any other bound makes a condition of its own: whether the value is at most so much. */
    private static Test atMost(Value left, String operator, long bound) {
        long most = operator.equals("<") || operator.equals(">=") ? bound - 1 : bound;
        Value subject = new Value.Operation("<=", List.of(left, new Value.Constant(most)));
        return new Test(subject, operator.startsWith("<") ? "!=" : "==", ZERO);
    }

    /** {@code (a < b) == 0}, {@code !a != 0}: a comparison of a condition's own truth is that condition. */
    private static Test onCondition(Value left, String operator, Value right) {
        boolean isTruth = left instanceof Value.Operation inner
                && (inner.operator().equals("!") || MIRRORED.containsKey(inner.operator()));
        if (isTruth && right.equals(ZERO) && (operator.equals("==") || operator.equals("!="))) {
            Test inner = of(left);
            return operator.equals("!=")
                    ? inner
                    : new Test(inner.subject, NEGATED.get(inner.operator), inner.constant);
        }
        return new Test(left, operator, right);
    }

    private static Value ordered(String operator, Value left, Value right) {
        boolean swap = left.toString().compareTo(right.toString()) > 0;
        return new Value.Operation(operator, swap ? List.of(right, left) : List.of(left, right));
    }

    private static Test isZero(Value subject) {
        return new Test(subject, "==", ZERO);
    }

    private static Test isNotZero(String operator, Value left, Value right) {
        return new Test(new Value.Operation(operator, List.of(left, right)), "!=", ZERO);
    }

    /** A number, or a name that stands for one as far as can be told. */
    static boolean isConstant(Value value) {
        return value instanceof Value.Constant
                || value instanceof Value.Variable variable
                        && (variable.scope() == Value.Scope.ENUMERATOR
                                || variable.scope() == Value.Scope.UNDECLARED && looksConstant(variable.name()));
    }

    /** Names that the platform's headers would declare: STATUS_BUSY is a constant, PowerDeviceD0 an enumerator. */
    private static boolean looksConstant(String name) {
        return Character.isUpperCase(name.charAt(0));
    }

    /** The classes for which the condition can have this truth. */
    int classes(Partition partition, boolean truth) {
        return partition.where(operator, constant, truth);
    }
}
