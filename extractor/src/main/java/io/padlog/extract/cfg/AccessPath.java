package io.padlog.extract.cfg;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A name for an object, or for the value in it, that is the same wherever a function can be told to mean the same:
 * locals are replaced by what they were last assigned, so that {@code ext->Lock} and {@code GetContext(Device)->Lock} are
 * one path (access paths as in Larus and Hilfinger, PLDI 1988). Paths are made by the factories here, which keep them
 * normal: never a dereference of an address, nor the address of a dereference.
 */
public sealed interface AccessPath {
    /** Longer paths have no name. */
    int MAXIMUM_FIELDS = 8;

    /** How many fields and elements the path passes. */
    int length();

    /** Whether a caller can name it too: its roots are parameters, globals and constants. */
    boolean visibleToCaller();

    /** What parameter {@code index} had on entry. */
    record Parameter(int index) implements AccessPath {
        @Override public int length() { return 0; }
        @Override public boolean visibleToCaller() { return true; }
        // What a record is given goes through method handles, which is slow before the last compiler has been there.
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Parameter parameter && index == parameter.index;
        }
        @Override public int hashCode() { return index; }
    }

    /** A global object or a function. */
    record Global(String name) implements AccessPath {
        @Override public int length() { return 0; }
        @Override public boolean visibleToCaller() { return true; }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Global global && name.equals(global.name);
        }
        @Override public int hashCode() { return name.hashCode(); }
    }

    /** An integer. */
    record Constant(long value) implements AccessPath {
        @Override public int length() { return 0; }
        @Override public boolean visibleToCaller() { return true; }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Constant constant && value == constant.value;
        }
        @Override public int hashCode() { return Long.hashCode(value); }
    }

    /** The local variable or parameter as an object: what {@code &name} points to. */
    record Storage(String name, int index) implements AccessPath {
        @Override public int length() { return 0; }
        @Override public boolean visibleToCaller() { return false; }
    }

    /** What the variable {@code name} got at {@code node}, or has there where several values meet. */
    record Local(String name, int node) implements AccessPath {
        @Override public int length() { return 0; }
        @Override public boolean visibleToCaller() { return false; }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Local local && node == local.node && name.equals(local.name);
        }
        @Override public int hashCode() { return name.hashCode() * 31 + node; }
    }

    /** What the call at {@code node} returned. */
    record Result(String callee, int node) implements AccessPath {
        @Override public int length() { return 0; }
        @Override public boolean visibleToCaller() { return false; }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Result result && node == result.node && callee.equals(result.callee);
        }
        @Override public int hashCode() { return callee.hashCode() * 31 + node; }
    }

    /** What a function returns that gives the same result for the same arguments. */
    record Accessor(String function, List<AccessPath> arguments) implements AccessPath {
        public Accessor { arguments = List.copyOf(arguments); }
        @Override public int length() { return arguments.stream().mapToInt(AccessPath::length).max().orElse(0); }
        @Override public boolean visibleToCaller() { return arguments.stream().allMatch(AccessPath::visibleToCaller); }
    }

    /** {@code base.name}, in the state that the field has since {@code version}: the node of a store, 0 for the entry. */
    record Field(AccessPath base, String name, int version, int length) implements AccessPath {
        @Override public boolean visibleToCaller() { return version == 0 && base.visibleToCaller(); }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Field field && version == field.version && name.equals(field.name)
                    && base.equals(field.base);
        }
        @Override public int hashCode() { return (base.hashCode() * 31 + name.hashCode()) * 31 + version; }
    }

    /** {@code *pointer} */
    record Dereference(AccessPath pointer) implements AccessPath {
        @Override public int length() { return pointer.length(); }
        @Override public boolean visibleToCaller() { return pointer.visibleToCaller(); }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Dereference dereference && pointer.equals(dereference.pointer);
        }
        @Override public int hashCode() { return pointer.hashCode() * 31 + 1; }
    }

    /** {@code &object} */
    record AddressOf(AccessPath object) implements AccessPath {
        @Override public int length() { return object.length(); }
        @Override public boolean visibleToCaller() { return object.visibleToCaller(); }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof AddressOf address && object.equals(address.object);
        }
        @Override public int hashCode() { return object.hashCode() * 31 + 2; }
    }

    /** {@code base[index]} */
    record Element(AccessPath base, AccessPath index, int length) implements AccessPath {
        @Override public boolean visibleToCaller() { return base.visibleToCaller() && index.visibleToCaller(); }
    }

    /** {@code a + b} and its kind. */
    record Computed(String operator, List<AccessPath> operands, int length) implements AccessPath {
        public Computed {
            Objects.requireNonNull(operator);
            operands = List.copyOf(operands);
        }
        @Override public boolean visibleToCaller() { return operands.stream().allMatch(AccessPath::visibleToCaller); }
    }

    /** Something without a name: too long, or not followed. Equal to nothing but by accident; never a lock. */
    record Unnamed() implements AccessPath {
        @Override public int length() { return 0; }
        @Override public boolean visibleToCaller() { return false; }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Unnamed;
        }
        @Override public int hashCode() { return 0; }
    }

    /** The path without a name. */
    AccessPath UNNAMED = new Unnamed();

    /** {@code base.name}, or the unnamed path if that is too long. */
    static AccessPath field(AccessPath base, String name, int version) {
        return extendable(base) ? new Field(base, name, version, base.length() + 1) : UNNAMED;
    }

    /** {@code *pointer} */
    static AccessPath dereference(AccessPath pointer) {
        if (pointer instanceof AddressOf address) {
            return address.object();
        }
        return pointer.equals(UNNAMED) ? UNNAMED : new Dereference(pointer);
    }

    /** {@code &object} */
    static AccessPath addressOf(AccessPath object) {
        if (object instanceof Dereference dereference) {
            return dereference.pointer();
        }
        return object.equals(UNNAMED) ? UNNAMED : new AddressOf(object);
    }

    /** {@code base[index]}, or the unnamed path if that is too long. */
    static AccessPath element(AccessPath base, AccessPath index) {
        return extendable(base) && !index.equals(UNNAMED) ? new Element(base, index, base.length() + 1) : UNNAMED;
    }

    /** {@code operator} applied to one or two operands, or the unnamed path if one of them has no name. */
    static AccessPath computed(String operator, List<AccessPath> operands) {
        int length = 1;
        for (AccessPath operand : operands) {
            if (!extendable(operand)) {
                return UNNAMED;
            }
            length = Math.max(length, operand.length() + 1);
        }
        return new Computed(operator, operands, length);
    }

    /** {@code function(arguments)}, or the unnamed path if an argument has no name or such calls are nested too deeply. */
    static AccessPath accessor(String function, List<AccessPath> arguments) {
        Accessor accessor = new Accessor(function, arguments);
        return arguments.contains(UNNAMED) || calls(accessor) > MAXIMUM_FIELDS ? UNNAMED : accessor;
    }

    /** How deeply the calls in a path are nested. */
    private static int calls(AccessPath path) {
        if (path instanceof Field field) {
            return calls(field.base());
        } else if (path instanceof Dereference dereference) {
            return calls(dereference.pointer());
        } else if (path instanceof AddressOf address) {
            return calls(address.object());
        } else if (path instanceof Element element) {
            return Math.max(calls(element.base()), calls(element.index()));
        } else if (path instanceof Computed computed) {
            return calls(computed.operands());
        }
        return path instanceof Accessor accessor ? calls(accessor.arguments()) + 1 : 0;
    }

    private static int calls(List<AccessPath> paths) {
        int most = 0;
        for (AccessPath path : paths) {
            most = Math.max(most, calls(path));
        }
        return most;
    }

    private static boolean extendable(AccessPath base) {
        return base.length() < MAXIMUM_FIELDS && !base.equals(UNNAMED);
    }

    /**
     * The same path as a caller names it.
     *
     * @param actuals the caller's paths of the arguments, in order
     * @return empty if the caller has no name for it
     */
    default Optional<AccessPath> renamed(List<AccessPath> actuals) {
        if (!visibleToCaller()) {
            return Optional.empty();
        }
        AccessPath actual = substitute(this, leaf -> leaf instanceof Parameter parameter
                ? parameter.index() < actuals.size() ? actuals.get(parameter.index()) : UNNAMED
                : leaf);
        return actual.equals(UNNAMED) ? Optional.empty() : Optional.of(actual);
    }

    /** What the path begins with, in the order in which it is written. */
    default Set<AccessPath> roots() {
        Set<AccessPath> roots = new LinkedHashSet<>();
        substitute(this, leaf -> {
            roots.add(leaf);
            return leaf;
        });
        return roots;
    }

    /** The names of the fields that the path passes, also where it is computed from several. */
    default Set<String> fieldNames() {
        Set<String> names = new LinkedHashSet<>();
        collectFields(this, names);
        return names;
    }

    private static void collectFields(AccessPath path, Set<String> names) {
        if (path instanceof Field field) {
            names.add(field.name());
            collectFields(field.base(), names);
        } else if (path instanceof Dereference dereference) {
            collectFields(dereference.pointer(), names);
        } else if (path instanceof AddressOf address) {
            collectFields(address.object(), names);
        } else if (path instanceof Element element) {
            collectFields(element.base(), names);
            collectFields(element.index(), names);
        } else if (path instanceof Accessor accessor) {
            accessor.arguments().forEach(argument -> collectFields(argument, names));
        } else if (path instanceof Computed computed) {
            computed.operands().forEach(operand -> collectFields(operand, names));
        }
    }

    /** Whether the path goes through what {@code pointer} points to. */
    default boolean isOf(AccessPath pointer) {
        if (this instanceof Field field) {
            return field.base().isOf(pointer);
        } else if (this instanceof Dereference dereference) {
            return dereference.pointer().equals(pointer) || dereference.pointer().isOf(pointer);
        } else if (this instanceof AddressOf address) {
            return address.object().isOf(pointer);
        }
        return this instanceof Element element && element.base().isOf(pointer);
    }

    /** The same path with {@code replacement} for each of its leaves that is {@code leaf}. */
    default AccessPath with(AccessPath leaf, AccessPath replacement) {
        return substitute(this, other -> other.equals(leaf) ? replacement : other);
    }

    private static AccessPath substitute(AccessPath path, UnaryOperator<AccessPath> leaves) {
        if (path instanceof Field field) {
            return field(substitute(field.base(), leaves), field.name(), field.version());
        } else if (path instanceof Dereference dereference) {
            return dereference(substitute(dereference.pointer(), leaves));
        } else if (path instanceof AddressOf address) {
            return addressOf(substitute(address.object(), leaves));
        } else if (path instanceof Element element) {
            return element(substitute(element.base(), leaves), substitute(element.index(), leaves));
        } else if (path instanceof Accessor accessor) {
            return accessor(accessor.function(), substitute(accessor.arguments(), leaves));
        } else if (path instanceof Computed computed) {
            return computed(computed.operator(), substitute(computed.operands(), leaves));
        }
        return leaves.apply(path);
    }

    private static List<AccessPath> substitute(List<AccessPath> paths, UnaryOperator<AccessPath> leaves) {
        return paths.stream().map(path -> substitute(path, leaves)).toList();
    }
}
