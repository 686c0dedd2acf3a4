package io.padlog.run.datalog.program;

import io.padlog.run.datalog.syntax.Item.Directive;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program without errors.
 *
 * @param types by name: those declared, then number, unsigned, float and symbol
 * @param relations by name, in order of declaration
 * @param functors those that the program declares, by name
 * @param strata each after those that it depends on; every relation is in one
 */
public record CheckedProgram(
        Map<String, Type> types,
        Map<String, Relation> relations,
        List<Rule> rules,
        List<Subsumption> subsumptions,
        List<Directive> directives,
        Map<String, UserFunctor> functors,
        List<Stratum> strata) {
    public CheckedProgram {
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        relations = Collections.unmodifiableMap(new LinkedHashMap<>(relations));
        rules = List.copyOf(rules);
        subsumptions = List.copyOf(subsumptions);
        directives = List.copyOf(directives);
        functors = Collections.unmodifiableMap(new LinkedHashMap<>(functors));
        strata = List.copyOf(strata);
    }

    /** A functor that the program declares and an engine would have to find. */
    public record UserFunctor(String name, List<Kind> parameters, Kind result, boolean stateful) {
        public UserFunctor {
            parameters = List.copyOf(parameters);
        }
    }
}
