package io.padlog.extract.correlate;

import io.padlog.extract.cfg.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * What a value is read from: it may change when one of these is written.
 *
 * @param variables locals, parameters and temporaries
 * @param names fields and globals
 * @param pointers variables whose target it reads without a field: {@code *p}, {@code p[i]}
 * @param followed whether all of it is known; a text or an unknown is not
 */
record Mentions(Set<Value> variables, Set<String> names, Set<Value> pointers, boolean followed) {
    Mentions {
        variables = Set.copyOf(variables);
        names = Set.copyOf(names);
        pointers = Set.copyOf(pointers);
    }

    static Mentions of(Value value) {
        Collector collector = new Collector();
        boolean followed = value.fold(collector);
        return new Mentions(collector.variables, collector.names, collector.pointers, followed);
    }

    /**
     * Whether a caller can read it too: it depends on nothing of the function's own but parameters, and these are what the
     * caller passed.
     *
     * @param assigned variables that the function assigns to
     */
    boolean visibleToCaller(Set<Value> assigned) {
        return variables.stream().allMatch(variable -> variable instanceof Value.Variable named
                && named.scope() == Value.Scope.PARAMETER && !assigned.contains(variable));
    }

    private static final class Collector implements Value.Cases<Boolean> {
        private final Set<Value> variables = new HashSet<>();
        private final Set<String> names = new HashSet<>();
        private final Set<Value> pointers = new HashSet<>();

        @Override public Boolean onConstant(Value.Constant constant) {
            return true;
        }

        @Override public Boolean onText(Value.Text text) {
            return false;
        }

        @Override public Boolean onVariable(Value.Variable variable) {
            switch (variable.scope()) {
                case LOCAL, PARAMETER -> variables.add(variable);
                case GLOBAL, UNDECLARED -> names.add(variable.name());
                case FUNCTION, ENUMERATOR -> { }
            }
            return true;
        }

        @Override public Boolean onTemporary(Value.Temporary temporary) {
            variables.add(temporary);
            return true;
        }

        @Override public Boolean onField(Value.Field field) {
            names.add(field.name());
            // A field of what p points to changes with p or with the field, not with *p.
            Value base = field.base() instanceof Value.Dereference dereference ? dereference.pointer() : field.base();
            return base.fold(this);
        }

        @Override public Boolean onDereference(Value.Dereference dereference) {
            pointers.add(dereference.pointer());
            return dereference.pointer().fold(this);
        }

        @Override public Boolean onAddressOf(Value.AddressOf address) {
            return address.object().fold(this);
        }

        @Override public Boolean onElement(Value.Element element) {
            pointers.add(element.base());
            boolean base = element.base().fold(this);
            return element.index().fold(this) && base;
        }

        @Override public Boolean onOperation(Value.Operation operation) {
            boolean followed = true;
            for (Value operand : operation.operands()) {
                followed &= operand.fold(this);
            }
            return followed;
        }

        @Override public Boolean onUnknown(Value.Unknown unknown) {
            return false;
        }
    }
}
