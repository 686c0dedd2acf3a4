package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.syntax.Aggregation;

/** Makes one value of many. Reused: {@link #reset} before each set of values. */
abstract class Accumulator {
    private int count;

    static Accumulator of(Aggregation aggregation, Kind kind) {
        return switch (aggregation) {
            case COUNT -> new Count();
            case SUM -> kind == Kind.FLOAT ? new FloatSum() : new Sum();
            case MEAN -> new Mean();
            case MIN -> new Extreme(kind, -1);
            case MAX -> new Extreme(kind, 1);
        };
    }

    final void reset() {
        count = 0;
        clear();
    }

    final void add(int value) {
        take(value, count == 0);
        count++;
    }

    final int count() {
        return count;
    }

    /** Whether there is a result: of no values at all only some aggregates have one. */
    boolean hasResult() {
        return count > 0;
    }

    abstract void clear();

    abstract void take(int value, boolean isFirst);

    abstract int result();

    private static final class Count extends Accumulator {
        @Override void clear() { }
        @Override void take(int value, boolean isFirst) { }
        @Override boolean hasResult() { return true; }
        @Override int result() { return count(); }
    }

    private static final class Sum extends Accumulator {
        private int sum;

        @Override void clear() { sum = 0; }
        @Override void take(int value, boolean isFirst) { sum += value; }
        @Override boolean hasResult() { return true; }
        @Override int result() { return sum; }
    }

    private static final class FloatSum extends Accumulator {
        private float sum;

        @Override void clear() { sum = 0; }
        @Override void take(int value, boolean isFirst) { sum += Float.intBitsToFloat(value); }
        @Override boolean hasResult() { return true; }
        @Override int result() { return Float.floatToRawIntBits(sum); }
    }

    private static final class Mean extends Accumulator {
        private float sum;

        @Override void clear() { sum = 0; }
        @Override void take(int value, boolean isFirst) { sum += Float.intBitsToFloat(value); }
        @Override int result() { return Float.floatToRawIntBits(sum / count()); }
    }

    /** The largest (sign 1) or smallest (sign -1) value. */
    private static final class Extreme extends Accumulator {
        private final Kind kind;
        private final int sign;
        private int best;

        Extreme(Kind kind, int sign) {
            this.kind = kind;
            this.sign = sign;
        }

        @Override void clear() { best = 0; }

        @Override
        void take(int value, boolean isFirst) {
            if (isFirst || sign * order(value, best) > 0) {
                best = value;
            }
        }

        private int order(int one, int other) {
            return switch (kind) {
                case FLOAT -> Float.compare(Float.intBitsToFloat(one), Float.intBitsToFloat(other));
                case UNSIGNED -> Integer.compareUnsigned(one, other);
                case NUMBER, SYMBOL, RECORD, ADT -> Integer.compare(one, other);
            };
        }

        @Override int result() { return best; }
    }
}
