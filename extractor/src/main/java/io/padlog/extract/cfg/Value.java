package io.padlog.extract.cfg;

import java.util.List;
import java.util.Objects;

/**
 * An expression without side effects: calls, assignments and short-circuit operators have become nodes of their own,
 * whose results are {@link Temporary}. Casts and parentheses are gone; {@code p->f} is {@code Field(Dereference(p), f)}.
 * Values are compared by structure.
 */
public sealed interface Value {
    <R> R fold(Cases<R> cases);

    /** One answer for each member of the family. */
    interface Cases<R> {
        R onConstant(Constant constant);
        R onText(Text text);
        R onVariable(Variable variable);
        R onTemporary(Temporary temporary);
        R onField(Field field);
        R onDereference(Dereference dereference);
        R onAddressOf(AddressOf address);
        R onElement(Element element);
        R onOperation(Operation operation);
        R onUnknown(Unknown unknown);
    }

    /** An integer constant; enumerators and macros with a known value are constants too. */
    record Constant(long value) implements Value {
        @Override public <R> R fold(Cases<R> cases) { return cases.onConstant(this); }
        // What a record is given goes through method handles, which is slow before the last compiler has been there.
        @Override public boolean equals(Object other) {
            return other instanceof Constant constant && value == constant.value;
        }
        @Override public int hashCode() { return Long.hashCode(value); }
    }

    /** A string literal. */
    record Text(String text) implements Value {
        @Override public <R> R fold(Cases<R> cases) { return cases.onText(this); }
    }

    /**
     * A named object or function. A local variable with {@code static} is a GLOBAL named {@code function.variable},
     * since it keeps its value between calls; its initialiser is not in the graph.
     *
     * @param index the parameter's number from 0, the local's number (unique in the function, so that a shadowing name
     *     is another variable), -1 for the other scopes
     */
    record Variable(String name, Scope scope, int index) implements Value {
        @Override public <R> R fold(Cases<R> cases) { return cases.onVariable(this); }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Variable variable && index == variable.index && scope == variable.scope
                    && name.equals(variable.name);
        }
        @Override public int hashCode() { return name.hashCode() * 31 + index; }
    }

    /** Where a name is declared. */
    enum Scope {
        PARAMETER, LOCAL, GLOBAL, FUNCTION,
        /** an enumerator whose value is not known here */
        ENUMERATOR,
        /** declared nowhere that was read: a constant, a global or a function of the platform */
        UNDECLARED
    }

    /**
     * What the node with this number computed: a call's result, what a {@link Node.Assign} saved for later (the old
     * value of {@code x++}), or at a {@link Node.Join} the value of {@code a ? b : c} or {@code a && b}, which each way
     * has assigned.
     */
    record Temporary(int node) implements Value {
        @Override public <R> R fold(Cases<R> cases) { return cases.onTemporary(this); }
        @Override public boolean equals(Object other) {
            return other instanceof Temporary temporary && node == temporary.node;
        }
        @Override public int hashCode() { return node; }
    }

    /** {@code base.name} */
    record Field(Value base, String name) implements Value {
        @Override public <R> R fold(Cases<R> cases) { return cases.onField(this); }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Field field && name.equals(field.name) && base.equals(field.base);
        }
        @Override public int hashCode() { return base.hashCode() * 31 + name.hashCode(); }
    }

    /** {@code *pointer} */
    record Dereference(Value pointer) implements Value {
        @Override public <R> R fold(Cases<R> cases) { return cases.onDereference(this); }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof Dereference dereference && pointer.equals(dereference.pointer);
        }
        @Override public int hashCode() { return pointer.hashCode(); }
    }

    /** {@code &object} */
    record AddressOf(Value object) implements Value {
        @Override public <R> R fold(Cases<R> cases) { return cases.onAddressOf(this); }
        @Override public boolean equals(Object other) {
            return this == other || other instanceof AddressOf address && object.equals(address.object);
        }
        @Override public int hashCode() { return object.hashCode(); }
    }

    /** {@code base[index]} */
    record Element(Value base, Value index) implements Value {
        @Override public <R> R fold(Cases<R> cases) { return cases.onElement(this); }
    }

    /**
     * {@code a + b}, {@code !a}, {@code a < b}: the operator as C spells it, one or two operands; or what a function that
     * changes nothing makes of its arguments, {@code name()}.
     */
    record Operation(String operator, List<Value> operands) implements Value {
        public Operation {
            Objects.requireNonNull(operator);
            operands = List.copyOf(operands);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onOperation(this); }
    }

    /** Something whose value is not followed: {@code sizeof}, a floating constant, a compound literal. */
    record Unknown(String text) implements Value {
        @Override public <R> R fold(Cases<R> cases) { return cases.onUnknown(this); }
    }
}
