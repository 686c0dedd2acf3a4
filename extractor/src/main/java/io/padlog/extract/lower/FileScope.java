package io.padlog.extract.lower;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.cfg.Value.Scope;
import io.padlog.extract.source.Language;
import io.padlog.extract.syntax.Declaration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a translation unit declares outside functions, as far as the graphs of its functions depend on it.
 *
 * @param names what the names of variables, functions and enumerators stand for; an enumerator with a known value
 *     stands for a constant. The map is not copied, since headers declare thousands: it is not to change any more
 * @param headers the same for the headers that come before; a name may be in both, and then {@code names} has it right
 * @param noreturn names of functions that do not return
 * @param raising names of functions that may raise an exception
 * @param classes what C++ declares besides
 */
public record FileScope(
        Map<String, Value> names, Map<String, Value> headers, Set<String> noreturn, Set<String> raising, Classes classes) {
    /** How MSVC, GNU C, C11 and the WDK say that a function does not return. */
    private static final Set<String> NORETURN =
            Set.of("noreturn", "__noreturn__", "_Noreturn", "__noreturn", "DECLSPEC_NORETURN");

    public FileScope {
        names = Collections.unmodifiableMap(names);
        headers = Collections.unmodifiableMap(headers);
        noreturn = Set.copyOf(noreturn);
        raising = Set.copyOf(raising);
    }

    /**
     * Collects the scope. A name that is declared as a variable and as a function is a function: without the platform's
     * headers {@code EVT_WDF_TIMER OnTimer;} looks like a variable.
     *
     * @param noreturn functions known not to return, besides those that are declared so
     * @param raising functions known to raise exceptions; one that does nothing else is to be in {@code noreturn} too
     */
    public static FileScope of(
            Language language, List<Declaration> declarations, Set<String> noreturn, Set<String> raising) {
        return new FileScope(Map.of(), Map.of(), noreturn, raising, Classes.of(language)).with(declarations);
    }

    /** The scope of a source whose headers, which come first, have this one. */
    public FileScope with(List<Declaration> declarations) {
        if (!headers.isEmpty()) {
            throw new IllegalStateException("the scope of headers has headers");
        }
        Collector collector = new Collector(names);
        collector.noreturn.addAll(noreturn);
        for (Declaration declaration : declarations) {
            declaration.fold(collector);
        }
        return new FileScope(collector.names, names, collector.noreturn, raising, classes.with(declarations));
    }

    /** What a name stands for outside functions. */
    Value meaning(String name) {
        Value known = find(name);
        return known != null ? known : new Value.Variable(name, Scope.UNDECLARED, -1);
    }

    /** Whether a function of that name is declared. */
    boolean isFunction(String name) {
        return find(name) instanceof Value.Variable variable && variable.scope() == Scope.FUNCTION;
    }

    private Value find(String name) {
        Value own = names.get(name);
        return own != null ? own : headers.get(name);
    }

    /**
     * What the names of an enumeration stand for; one that is not given a value counts on from its predecessor.
     *
     * @param outer the values of the constants declared before it
     */
    static Map<String, Value> enumerate(
            Declaration.Enumeration enumeration, Function<String, Optional<Long>> outer) {
        Map<String, Optional<Long>> known = new HashMap<>();
        Map<String, Value> result = new LinkedHashMap<>();
        ConstantExpression constants =
                new ConstantExpression(name -> known.containsKey(name) ? known.get(name) : outer.apply(name));
        Optional<Long> next = Optional.of(0L);
        for (Declaration.Enumerator enumerator : enumeration.enumerators()) {
            String name = enumerator.identifier();
            if (enumerator.value().isPresent()) {
                next = constants.evaluate(enumerator.value().get());
            }
            known.put(name, next);
            result.put(name, next.isPresent()
                    ? new Value.Constant(next.get()) : new Value.Variable(name, Scope.ENUMERATOR, -1));
            next = next.map(value -> value + 1);
        }
        return result;
    }

    /** Each answer is whether the declaration gave a name. */
    private static final class Collector implements Declaration.Cases<Boolean> {
        private final Map<String, Value> headers;
        private final Map<String, Value> names = new HashMap<>();
        private final Set<String> noreturn = new HashSet<>();

        Collector(Map<String, Value> headers) {
            this.headers = headers;
        }

        @Override
        public Boolean onFunction(Declaration.Function function) {
            return function(function.identifier(), function.annotations());
        }

        @Override
        public Boolean onPrototype(Declaration.Prototype prototype) {
            return function(prototype.identifier(), prototype.annotations());
        }

        private boolean function(String name, List<Declaration.Annotation> annotations) {
            for (Declaration.Annotation annotation : annotations) {
                if (NORETURN.contains(annotation.identifier())) {
                    noreturn.add(name);
                }
            }
            return names.put(name, new Value.Variable(name, Scope.FUNCTION, -1)) == null;
        }

        @Override
        public Boolean onVariable(Declaration.Variable variable) {
            String name = variable.identifier();
            return !headers.containsKey(name)
                    && names.putIfAbsent(name, new Value.Variable(name, Scope.GLOBAL, -1)) == null;
        }

        @Override
        public Boolean onTypedef(Declaration.Typedef typedef) {
            return false;
        }

        @Override
        public Boolean onRecord(Declaration.Record record) {
            return false;
        }

        @Override
        public Boolean onEnumeration(Declaration.Enumeration enumeration) {
            names.putAll(enumerate(enumeration, name -> names.getOrDefault(name, headers.get(name))
                    instanceof Value.Constant constant ? Optional.of(constant.value()) : Optional.empty()));
            return !enumeration.enumerators().isEmpty();
        }

        @Override
        public Boolean onMacroUse(Declaration.MacroUse use) {
            return false;
        }

        @Override
        public Boolean onOpaque(Declaration.Opaque opaque) {
            return opaque.identifier().isPresent() && function(opaque.identifier().get(), List.of());
        }
    }
}
