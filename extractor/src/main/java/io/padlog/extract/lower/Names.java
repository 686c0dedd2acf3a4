package io.padlog.extract.lower;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.cfg.Value.Scope;
import io.padlog.extract.lower.Classes.ClassType;
import io.padlog.extract.lower.Classes.FoundField;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What names mean at one place of a function: the innermost block that declares one wins (C17 §6.2.1). */
final class Names {
    /** What a name meant before a declaration took it. */
    private record Hidden(String name, Optional<Value> meaning) {}

    private final FileScope file;
    private final String function;
    private final List<Declaration.Parameter> parameters;
    private final Optional<ClassType> owner;
    private final Map<String, String> bindings;
    private final Map<String, Value> meanings = new HashMap<>();
    private final List<Hidden> hidden = new ArrayList<>();
    private final List<Declaration.Variable> locals = new ArrayList<>();
    /** The copies of a {@code __finally} block share their variables. */
    private final Map<Declaration.Variable, Value> numbered = new IdentityHashMap<>();

    Names(FileScope file, Declaration.Function function) {
        this(file, function, owner(file, function.identifier()));
    }

    /** @param owner the class whose members the function names */
    Names(FileScope file, Declaration.Function function, Optional<ClassType> owner) {
        this.file = file;
        this.function = function.identifier();
        this.parameters = function.parameters();
        this.owner = owner;
        this.bindings = new HashMap<>(owner.map(ClassType::bindings).orElse(Map.of()));
        bindings.putAll(file.classes().localTo(this.function));
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.get(i).identifier();
            declare(name, meaning(new Value.Variable(name, Scope.PARAMETER, i), parameters.get(i).type()));
        }
    }

    private static Optional<ClassType> owner(FileScope file, String function) {
        int end = function.lastIndexOf("::");
        return end < 0 || file.classes().isC()
                ? Optional.empty() : file.classes().classOf(function.substring(0, end), Map.of());
    }

    /** A reference means what it refers to. */
    private static Value meaning(Value variable, TypeName type) {
        return type.reference() ? Place.dereference(variable) : variable;
    }

    /** The class whose method this is. */
    Optional<ClassType> owner() {
        return owner;
    }

    /** What the parameters of the template around stand for, and the names of the function's own classes. */
    Map<String, String> bindings() {
        return bindings;
    }

    /** Whether the function has that name. */
    boolean isFunction(String name) {
        return function.equals(name);
    }

    /** Whether there is an object. */
    boolean isMethod() {
        return !parameters.isEmpty() && parameters.get(0).identifier().equals("this");
    }

    Value self() {
        return new Value.Variable("this", Scope.PARAMETER, 0);
    }

    /** The type that a variable is declared with, if that is known. */
    Optional<TypeName> type(Value.Variable variable) {
        return switch (variable.scope()) {
            case PARAMETER -> Optional.of(parameters.get(variable.index()).type());
            case LOCAL -> Optional.of(locals.get(variable.index()).type());
            case GLOBAL, FUNCTION, ENUMERATOR, UNDECLARED -> file.classes().global(variable.name());
        };
    }

    List<Declaration.Variable> locals() {
        return locals;
    }

    /** Opens a scope. */
    int open() {
        return hidden.size();
    }

    /** Closes the scope that {@link #open} gave this number. */
    void close(int scope) {
        while (hidden.size() > scope) {
            Hidden last = hidden.remove(hidden.size() - 1);
            if (last.meaning().isPresent()) {
                meanings.put(last.name(), last.meaning().get());
            } else {
                meanings.remove(last.name());
            }
        }
    }

    /**
     * Declares a variable in the open scope and says what it is. One with {@code static} keeps its value between calls,
     * so it is a global, named as compilers name it: {@code function.variable}.
     */
    Value declare(Declaration.Variable variable) {
        String name = variable.identifier();
        Value value = switch (variable.storage()) {
            case NONE -> numbered.computeIfAbsent(variable, this::number);
            case STATIC -> new Value.Variable(function + "." + name, Scope.GLOBAL, -1);
            case EXTERN -> new Value.Variable(name, file.isFunction(name) ? Scope.FUNCTION : Scope.GLOBAL, -1);
        };
        declare(name, meaning(value, variable.type()));
        return value;
    }

    /** Whether a variable of the function has that name. */
    boolean isVariable(String name) {
        return meanings.containsKey(name);
    }

    void declareFunction(String name) {
        declare(name, new Value.Variable(name, Scope.FUNCTION, -1));
    }

    void declare(Declaration.Enumeration enumeration) {
        FileScope.enumerate(enumeration, this::constant).forEach(this::declare);
    }

    /** What a name stands for. */
    Value meaning(String name) {
        Value local = meanings.get(name);
        if (local != null) {
            return local;
        }
        return file.classes().isC() ? file.meaning(name) : member(name);
    }

    /** In C++, a name that no variable of the function has. */
    private Value member(String name) {
        int end = name.lastIndexOf("::");
        String last = end < 0 ? name : name.substring(end + 2);
        Optional<ClassType> of = end < 0 ? owner : file.classes().classOf(name.substring(0, end), bindings());
        if (of.isPresent() && isMethod()) {
            Optional<FoundField> field = file.classes().field(of.get(), last);
            if (field.isPresent()) {
                return meaning(new Value.Field(Place.dereference(self()), last), field.get().type());
            }
        }
        for (ClassType at : of.map(file.classes()::lineage).orElse(List.of())) {
            Value found = file.meaning(at.record().tag() + "::" + last);
            if (isKnown(found)) {
                return found;
            }
        }
        Value whole = file.meaning(name);
        if (end < 0 || isKnown(whole)) {
            return whole;
        }
        // The enumerators of a scoped enumeration, or of a class, are found by their own names.
        Value plain = file.meaning(last);
        boolean enumerator = plain instanceof Value.Constant
                || plain instanceof Value.Variable variable && variable.scope() == Scope.ENUMERATOR;
        return enumerator ? plain : whole;
    }

    private static boolean isKnown(Value value) {
        return !(value instanceof Value.Variable variable && variable.scope() == Scope.UNDECLARED);
    }

    /** The value of a name that stands for a constant. */
    Optional<Long> constant(String name) {
        return meaning(name) instanceof Value.Constant constant ? Optional.of(constant.value()) : Optional.empty();
    }

    private void declare(String name, Value meaning) {
        hidden.add(new Hidden(name, Optional.ofNullable(meanings.put(name, meaning))));
    }

    private Value number(Declaration.Variable variable) {
        locals.add(variable);
        return new Value.Variable(variable.identifier(), Scope.LOCAL, locals.size() - 1);
    }
}
