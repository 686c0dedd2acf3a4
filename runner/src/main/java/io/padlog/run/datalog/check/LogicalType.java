package io.padlog.run.datalog.check;

import io.padlog.run.datalog.program.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A type as inference sees it; equivalent types are one object. Above the primitive types (number…) stand the types of
 * their constants, which every type of that kind is a subtype of.
 */
final class LogicalType {
    /** What a type is made of. */
    enum Form { CONSTANT, SUBSET, UNION, RECORD, ALGEBRAIC }

    final int number;
    final String name;
    final Form form;
    final Kind kind;
    /** of a subset type */
    final Optional<LogicalType> base;
    /** of a union */
    final List<LogicalType> members;
    /** of a record; set after all types exist, since types may mention each other */
    final List<LogicalType> fields = new ArrayList<>();
    /** of an algebraic type, by name */
    final Map<String, List<LogicalType>> branches = new TreeMap<>();

    LogicalType(int number, String name, Form form, Kind kind, Optional<LogicalType> base, List<LogicalType> members) {
        this.number = number;
        this.name = name;
        this.form = form;
        this.kind = kind;
        this.base = base;
        this.members = members;
    }

    /** The type that this one is a subset of, directly or not: of constants, a record, or an algebraic type. */
    LogicalType root() {
        LogicalType type = this;
        while (type.base.isPresent()) {
            type = type.base.get();
        }
        return type;
    }

    /** How messages name it. */
    String shown() {
        return form == Form.CONSTANT ? kind.name().toLowerCase(Locale.ROOT) : name;
    }

    @Override
    public String toString() {
        return shown();
    }
}
