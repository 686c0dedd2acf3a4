package io.padlog.extract.lower;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.cfg.Value.Scope;

/** Makes values that mean the same the same: {@code *&x} is x, {@code &*p} is p, a function is its own address. */
final class Place {
    private Place() {}

    static Value dereference(Value pointer) {
        if (pointer instanceof Value.AddressOf address) {
            return address.object();
        }
        return isFunction(pointer) ? pointer : new Value.Dereference(pointer);
    }

    static Value addressOf(Value object) {
        if (object instanceof Value.Dereference dereference) {
            return dereference.pointer();
        }
        return isFunction(object) ? object : new Value.AddressOf(object);
    }

    /** What a call through this value calls: {@code (*f)(x)} and {@code (&f)(x)} are {@code f(x)}. */
    static Value callee(Value value) {
        Value callee = value;
        while (true) {
            if (callee instanceof Value.Dereference dereference) {
                callee = dereference.pointer();
            } else if (callee instanceof Value.AddressOf address) {
                callee = address.object();
            } else {
                return callee;
            }
        }
    }

    /** Whether something can be stored there. */
    static boolean isPlace(Value value) {
        return value.fold(IS_PLACE);
    }

    private static boolean isFunction(Value value) {
        return value instanceof Value.Variable variable && variable.scope() == Scope.FUNCTION;
    }

    private static final Value.Cases<Boolean> IS_PLACE = new Value.Cases<>() {
        @Override
        public Boolean onConstant(Value.Constant constant) {
            return false;
        }

        @Override
        public Boolean onText(Value.Text text) {
            return false;
        }

        @Override
        public Boolean onVariable(Value.Variable variable) {
            return true;
        }

        @Override
        public Boolean onTemporary(Value.Temporary temporary) {
            return false;
        }

        @Override
        public Boolean onField(Value.Field field) {
            return true;
        }

        @Override
        public Boolean onDereference(Value.Dereference dereference) {
            return true;
        }

        @Override
        public Boolean onAddressOf(Value.AddressOf address) {
            return false;
        }

        @Override
        public Boolean onElement(Value.Element element) {
            return true;
        }

        @Override
        public Boolean onOperation(Value.Operation operation) {
            return false;
        }

        @Override
        public Boolean onUnknown(Value.Unknown unknown) {
            return false;
        }
    };
}
