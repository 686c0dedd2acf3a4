package io.padlog.extract.lower;

import io.padlog.extract.syntax.Declaration;
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
 * @param globals names of variables
 * @param functions names of functions, defined or declared; a name that is also in {@code globals} is a function
 * @param enumerators values by name; empty where the value is not known
 * @param noreturn names of functions that do not return
 * @param raising names of functions that may raise an exception
 */
public record FileScope(
        Set<String> globals, Set<String> functions, Map<String, Optional<Long>> enumerators, Set<String> noreturn,
        Set<String> raising) {
    /** How MSVC, GNU C, C11 and the WDK say that a function does not return. */
    private static final Set<String> NORETURN =
            Set.of("noreturn", "__noreturn__", "_Noreturn", "__noreturn", "DECLSPEC_NORETURN");

    public FileScope {
        globals = Set.copyOf(globals);
        functions = Set.copyOf(functions);
        enumerators = Map.copyOf(enumerators);
        noreturn = Set.copyOf(noreturn);
        raising = Set.copyOf(raising);
    }

    /**
     * Collects the scope.
     *
     * @param noreturn functions known not to return, besides those that are declared so
     * @param raising functions known to raise exceptions; one that does nothing else is to be in {@code noreturn} too
     */
    public static FileScope of(List<Declaration> declarations, Set<String> noreturn, Set<String> raising) {
        Collector collector = new Collector(noreturn);
        for (Declaration declaration : declarations) {
            declaration.fold(collector);
        }
        return new FileScope(
                collector.globals, collector.functions, collector.enumerators, collector.noreturn, raising);
    }

    /**
     * The values of an enumeration's names; one that is not given a value counts on from its predecessor.
     *
     * @param outer the values of the names declared before it
     */
    static Map<String, Optional<Long>> enumerate(
            Declaration.Enumeration enumeration, Function<String, Optional<Long>> outer) {
        Map<String, Optional<Long>> known = new LinkedHashMap<>();
        ConstantExpression constants =
                new ConstantExpression(name -> known.containsKey(name) ? known.get(name) : outer.apply(name));
        Optional<Long> next = Optional.of(0L);
        for (Declaration.Enumerator enumerator : enumeration.enumerators()) {
            if (enumerator.value().isPresent()) {
                next = constants.evaluate(enumerator.value().get());
            }
            known.put(enumerator.identifier(), next);
            next = next.map(value -> value + 1);
        }
        return known;
    }

    /** Each answer is whether the declaration gave a name. */
    private static final class Collector implements Declaration.Cases<Boolean> {
        private final Set<String> globals = new HashSet<>();
        private final Set<String> functions = new HashSet<>();
        private final Map<String, Optional<Long>> enumerators = new HashMap<>();
        private final Set<String> noreturn;

        private Collector(Set<String> noreturn) {
            this.noreturn = new HashSet<>(noreturn);
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
            return functions.add(name);
        }

        @Override
        public Boolean onVariable(Declaration.Variable variable) {
            return globals.add(variable.identifier());
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
            enumerators.putAll(enumerate(enumeration, name -> enumerators.getOrDefault(name, Optional.empty())));
            return !enumeration.enumerators().isEmpty();
        }

        @Override
        public Boolean onMacroUse(Declaration.MacroUse use) {
            return false;
        }

        @Override
        public Boolean onOpaque(Declaration.Opaque opaque) {
            return opaque.identifier().isPresent() && functions.add(opaque.identifier().get());
        }
    }
}
