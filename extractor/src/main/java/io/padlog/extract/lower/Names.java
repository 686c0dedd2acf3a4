package io.padlog.extract.lower;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.cfg.Value.Scope;
import io.padlog.extract.syntax.Declaration;
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
    private final Map<String, Value> meanings = new HashMap<>();
    private final List<Hidden> hidden = new ArrayList<>();
    private final List<Declaration.Variable> locals = new ArrayList<>();
    /** The copies of a {@code __finally} block share their variables. */
    private final Map<Declaration.Variable, Value> numbered = new IdentityHashMap<>();

    Names(FileScope file, Declaration.Function function) {
        this.file = file;
        this.function = function.identifier();
        List<Declaration.Parameter> parameters = function.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.get(i).identifier();
            declare(name, new Value.Variable(name, Scope.PARAMETER, i));
        }
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
        declare(name, value);
        return value;
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
        return local != null ? local : file.meaning(name);
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
