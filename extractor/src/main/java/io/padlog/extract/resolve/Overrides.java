package io.padlog.extract.resolve;

import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TranslationUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which methods of C++ classes a call of a virtual method may reach: those of the class itself and of what derives from it. */
final class Overrides {
    private final Map<String, List<String>> derived = new HashMap<>();
    private final Map<String, Set<String>> methods = new HashMap<>();
    private final Set<String> virtual = new HashSet<>();

    static Overrides of(List<TranslationUnit> sources) {
        Overrides overrides = new Overrides();
        for (TranslationUnit source : sources) {
            for (Declaration declaration : source.declarations()) {
                if (declaration instanceof Declaration.Record record) {
                    overrides.add(record);
                }
            }
        }
        return overrides;
    }

    private void add(Declaration.Record record) {
        if (record.methods().isEmpty() || methods.containsKey(record.tag())) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (Declaration.Method method : record.methods()) {
            names.add(method.identifier());
            if (method.isVirtual()) {
                virtual.add(record.tag() + "::" + method.identifier());
            }
        }
        methods.put(record.tag(), names);
        for (String base : record.bases()) {
            int arguments = base.indexOf('<');
            derived.computeIfAbsent(arguments < 0 ? base : base.substring(0, arguments), name -> new ArrayList<>())
                    .add(record.tag());
        }
    }

    /** The methods, by their whole names, that override this one. */
    Set<String> of(String method) {
        Set<String> found = new LinkedHashSet<>();
        if (!virtual.contains(method)) {
            return found;
        }
        int end = method.lastIndexOf("::");
        String name = method.substring(end + 2);
        List<String> classes = new ArrayList<>(derived.getOrDefault(method.substring(0, end), List.of()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < classes.size(); i++) {
            String one = classes.get(i);
            if (seen.add(one)) {
                if (methods.getOrDefault(one, Set.of()).contains(name)) {
                    found.add(one + "::" + name);
                }
                classes.addAll(derived.getOrDefault(one, List.of()));
            }
        }
        return found;
    }
}
