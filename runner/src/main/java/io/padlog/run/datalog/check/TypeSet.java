package io.padlog.run.datalog.check;

import java.util.ArrayList;
import java.util.List;

/** The types that an argument may still have: every type, or some, in order of their numbers. Immutable. */
final class TypeSet {
    static final TypeSet ALL = new TypeSet(List.of(), true);
    static final TypeSet NONE = new TypeSet(List.of(), false);

    private final List<LogicalType> types;
    private final boolean all;

    private TypeSet(List<LogicalType> types, boolean all) {
        this.types = types;
        this.all = all;
    }

    static TypeSet of(LogicalType type) {
        return new TypeSet(List.of(type), false);
    }

    static TypeSet of(List<LogicalType> types) {
        List<LogicalType> sorted = new ArrayList<>();
        for (LogicalType type : types) {
            if (!sorted.contains(type)) {
                sorted.add(type);
            }
        }
        sorted.sort((left, right) -> Integer.compare(left.number, right.number));
        return new TypeSet(List.copyOf(sorted), false);
    }

    boolean isAll() {
        return all;
    }

    boolean isEmpty() {
        return !all && types.isEmpty();
    }

    boolean isSingle() {
        return !all && types.size() == 1;
    }

    /** Its types; none if it is every type. */
    List<LogicalType> types() {
        return types;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeSet set && all == set.all && types.equals(set.types);
    }

    @Override
    public int hashCode() {
        return types.hashCode();
    }
}
