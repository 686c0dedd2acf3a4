package io.padlog.extract.lower;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.lower.Classes.ClassType;
import io.padlog.extract.lower.Classes.FoundField;
import io.padlog.extract.lower.Classes.FoundMethods;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.TypeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which class a value of a C++ function is of, and so which method a call means. */
final class MethodCalls {
    private final Classes classes;
    private final Names names;
    /** What calls gave, by node. */
    private final Map<Integer, ClassType> results = new HashMap<>();
    /** Of variables whose type the compiler finds out. */
    private final Map<Value, ClassType> deduced = new HashMap<>();

    MethodCalls(Classes classes, Names names) {
        this.classes = classes;
        this.names = names;
    }

    /** A function that a call means; {@code object} is empty for one that has none. */
    record Callee(String name, Optional<Value> object) {}

    /** The class of what an expression gave, or points to. */
    Optional<ClassType> classOf(Expression expression, Value value) {
        if (expression instanceof Expression.Cast cast) {
            return classes.classOf(cast.type(), names.bindings());
        }
        return classOf(value);
    }

    private Optional<ClassType> classOf(Value value) {
        if (value instanceof Value.Variable variable) {
            ClassType known = deduced.get(variable);
            return known != null ? Optional.of(known)
                    : names.type(variable).flatMap(type -> classes.classOf(type, names.bindings()));
        } else if (value instanceof Value.Field field) {
            return classOf(field.base()).flatMap(type -> classes.field(type, field.name()))
                    .flatMap(found -> classes.classOf(found.type(), found.owner().bindings()));
        } else if (value instanceof Value.Dereference dereference) {
            return classOf(dereference.pointer());
        } else if (value instanceof Value.AddressOf address) {
            return classOf(address.object());
        } else if (value instanceof Value.Element element) {
            return classOf(element.base());
        } else if (value instanceof Value.Temporary temporary) {
            return Optional.ofNullable(results.get(temporary.node()));
        }
        return Optional.empty();
    }

    /** Notes what a variable without a type of its own starts with. */
    void deduce(Declaration.Variable variable, Value target, Expression source, Value value) {
        if (variable.type().specifiers().equals("auto")) {
            classOf(source, value).ifPresent(type -> deduced.put(target, type));
        }
    }

    void result(int node, String function) {
        classes.returned(function).flatMap(type -> classes.classOf(type, Map.of())).ifPresent(type -> result(node, type));
    }

    void result(int node, ClassType type) {
        results.put(node, type);
    }

    /** The method of an object, whose class decides. */
    Optional<Callee> method(Expression.Member member, Value base) {
        return classOf(member.base(), base).flatMap(type -> classes.methods(type, member.field()))
                .map(found -> callee(found, member.arrow() ? base : Place.addressOf(base)));
    }

    /** The function of a name that no variable has: of the class around, of the class that it names, or of the file. */
    Optional<Callee> named(String name) {
        int end = name.lastIndexOf("::");
        Optional<FoundMethods> found = end < 0
                ? names.owner().flatMap(type -> classes.methods(type, name))
                : classes.classOf(name.substring(0, end), names.bindings())
                        .flatMap(type -> classes.methods(type, name.substring(end + 2)));
        if (found.isPresent() && (names.isMethod() || found.get().methods().get(0).isStatic())) {
            return Optional.of(callee(found.get(), names.self()));
        }
        return classes.isFunction(name) ? Optional.of(new Callee(name, Optional.empty())) : Optional.empty();
    }

    private static Callee callee(FoundMethods found, Value object) {
        return new Callee(found.name(), found.methods().get(0).isStatic() ? Optional.empty() : Optional.of(object));
    }

    /** Whether a field holds a reference, so that it means what that refers to. */
    boolean isReference(Expression base, Value value, String field) {
        return classOf(base, value).flatMap(type -> classes.field(type, field)).map(FoundField::type)
                .filter(TypeName::reference).isPresent();
    }

    List<Declaration.Parameter> parameters(Callee callee, int arguments) {
        return classes.parameters(callee.name(), arguments + (callee.object().isPresent() ? 1 : 0));
    }
}
