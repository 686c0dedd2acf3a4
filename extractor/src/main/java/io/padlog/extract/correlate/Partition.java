package io.padlog.extract.correlate;

import io.padlog.extract.cfg.Value;
import java.util.List;

/**
 * Divides the values of an atom into classes, one bit each: zero, the other positive ones, the other negative ones, and
 * each constant that the function compares the atom with.
 *
 * @param points the constants that are classes of their own: {@link Value.Constant} other than 0, or the name of a constant
 *     whose value is not known; at most {@link #MAXIMUM_POINTS}
 */
record Partition(List<Value> points) {
    static final int ZERO = 1;
    static final int POSITIVE = 2;
    static final int NEGATIVE = 4;
    static final int MAXIMUM_POINTS = 4;
    private static final int FIRST_POINT = 8;

    Partition {
        points = List.copyOf(points);
    }

    /** How many bits an atom takes. */
    int width() {
        return 3 + points.size();
    }

    /** All classes. */
    int all() {
        return (1 << width()) - 1;
    }

    /** All classes but zero. */
    int nonzero() {
        return all() & ~ZERO;
    }

    /** The classes that a constant may lie in; all of them if nothing is known of it. */
    int classOf(Value constant) {
        int point = points.indexOf(constant);
        if (point >= 0) {
            return FIRST_POINT << point;
        }
        return constant instanceof Value.Constant known ? sign(known.value()) : all();
    }

    /** The classes of this partition whose values may have this set of signs. */
    int ofSigns(int signs) {
        int classes = signs & (ZERO | POSITIVE | NEGATIVE);
        for (int point = 0; point < points.size(); point++) {
            if ((signs(FIRST_POINT << point) & signs) != 0) {
                classes |= FIRST_POINT << point;
            }
        }
        return classes;
    }

    /** The signs that the values of these classes may have: a set of ZERO, POSITIVE, NEGATIVE. */
    int signs(int classes) {
        int signs = classes & (ZERO | POSITIVE | NEGATIVE);
        for (int point = 0; point < points.size(); point++) {
            if ((classes & FIRST_POINT << point) != 0) {
                signs |= points.get(point) instanceof Value.Constant known
                        ? sign(known.value())
                        : ZERO | POSITIVE | NEGATIVE;
            }
        }
        return signs;
    }

    /** The classes of this partition that values of {@code other}'s class may lie in. */
    int translate(Partition other, int otherClass) {
        if (otherClass >= FIRST_POINT) {
            return classOf(other.points.get(Integer.numberOfTrailingZeros(otherClass) - 3));
        }
        return ofSigns(otherClass);
    }

    /** The classes with a value for which {@code value operator constant} can have the given truth. */
    int where(String operator, Value constant, boolean truth) {
        int classes = 0;
        for (int bit = 1; bit <= all(); bit <<= 1) {
            if (can(bit, operator, constant, truth)) {
                classes |= bit;
            }
        }
        return classes;
    }

    private boolean can(int bit, String operator, Value constant, boolean truth) {
        if (operator.equals("!=")) {
            return can(bit, "==", constant, !truth);
        } else if (operator.equals(">")) {
            return can(bit, "<=", constant, !truth);
        } else if (operator.equals(">=")) {
            return can(bit, "<", constant, !truth);
        }
        int point = points.indexOf(constant);
        if (operator.equals("==") && point >= 0) {
            // Named constants are taken to differ from each other and from every number compared with.
            return truth == (bit == FIRST_POINT << point);
        }
        if (!(constant instanceof Value.Constant known)) {
            return true;
        }
        Value exact = bit == ZERO ? new Value.Constant(0) : bit >= FIRST_POINT ? points.get(pointOf(bit)) : null;
        if (exact instanceof Value.Constant value) {
            return truth == holds(value.value(), operator, known.value());
        }
        if (exact != null) {
            return true;
        }
        return bit == POSITIVE
                ? canPositive(operator, known.value(), truth)
                : canNegative(operator, known.value(), truth);
    }

    private static int pointOf(int bit) {
        return Integer.numberOfTrailingZeros(bit) - 3;
    }

    private static boolean holds(long left, String operator, long right) {
        return switch (operator) {
            case "==" -> left == right;
            case "<" -> left < right;
            case "<=" -> left <= right;
            default -> throw new IllegalStateException("not a comparison: " + operator);
        };
    }

    private static boolean canPositive(String operator, long constant, boolean truth) {
        return switch (operator) {
            case "==" -> !truth || constant > 0;
            case "<" -> !truth || constant > 1;
            case "<=" -> !truth || constant >= 1;
            default -> throw new IllegalStateException("not a comparison: " + operator);
        };
    }

    private static boolean canNegative(String operator, long constant, boolean truth) {
        return switch (operator) {
            case "==" -> !truth || constant < 0;
            case "<" -> truth || constant < 0;
            case "<=" -> truth || constant < -1;
            default -> throw new IllegalStateException("not a comparison: " + operator);
        };
    }

    /** The class by sign of a number. */
    static int sign(long value) {
        return value == 0 ? ZERO : value > 0 ? POSITIVE : NEGATIVE;
    }
}
