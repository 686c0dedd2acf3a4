package io.padlog.extract.correlate;

import io.padlog.extract.cfg.Value;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Divides the values of an atom into classes, one bit each: zero, the other positive ones, the other negative ones, and
 * the constants that the function compares the atom with.
 *
 * @param points the classes of constants; at most {@link #MAXIMUM_POINTS}
 */
record Partition(List<Point> points) {
    /**
     * Constants that the function does not tell apart, mostly one.
     *
     * @param constants each a {@link Value.Constant} other than 0, or the name of a constant whose value is not known
     */
    record Point(List<Value> constants) {
        Point {
            constants = List.copyOf(constants);
        }

        /** Whether one of the constants is such a number, or may be. */
        private boolean may(Predicate<Long> number) {
            return constants.stream().anyMatch(
                    constant -> !(constant instanceof Value.Constant known) || number.test(known.value()));
        }
    }

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
        int point = pointOf(constant);
        if (point >= 0) {
            return FIRST_POINT << point;
        }
        return constant instanceof Value.Constant known ? sign(known.value()) : all();
    }

    private int pointOf(Value constant) {
        for (int point = 0; point < points.size(); point++) {
            if (points.get(point).constants().contains(constant)) {
                return point;
            }
        }
        return -1;
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
                for (Value constant : points.get(point).constants()) {
                    signs |= constant instanceof Value.Constant known ? sign(known.value()) : ZERO | POSITIVE | NEGATIVE;
                }
            }
        }
        return signs;
    }

    /** The classes of this partition that values of {@code other}'s class may lie in. */
    int translate(Partition other, int otherClass) {
        if (otherClass < FIRST_POINT) {
            return ofSigns(otherClass);
        }
        int classes = 0;
        for (Value constant : other.point(otherClass).constants()) {
            classes |= classOf(constant);
        }
        return classes;
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

    /** The classes with a value that is none of these constants. */
    int otherThan(Collection<Value> constants) {
        int classes = all();
        for (Value constant : constants) {
            classes &= where("==", constant, false);
        }
        for (int point = 0; point < points.size(); point++) {
            classes &= constants.containsAll(points.get(point).constants()) ? ~(FIRST_POINT << point) : -1;
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
        int point = pointOf(constant);
        if (operator.equals("==") && point >= 0) {
            // Named constants are taken to differ from each other and from every number compared with.
            return bit == FIRST_POINT << point ? truth || points.get(point).constants().size() > 1 : !truth;
        }
        if (!(constant instanceof Value.Constant known)) {
            return true;
        }
        if (bit == ZERO) {
            return truth == holds(0, operator, known.value());
        }
        if (bit >= FIRST_POINT) {
            return point(bit).may(value -> truth == holds(value, operator, known.value()));
        }
        return bit == POSITIVE
                ? canPositive(operator, known.value(), truth)
                : canNegative(operator, known.value(), truth);
    }

    private Point point(int bit) {
        return points.get(Integer.numberOfTrailingZeros(bit / FIRST_POINT));
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
