package io.padlog.extract.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the names of a unit have been declared as so far; inner declarations are undone where their block ends. */
final class Scopes {
    /** What a name stands for. */
    enum Meaning { UNKNOWN, TYPE, VALUE }

    private final Map<String, Meaning> meanings = new HashMap<>();
    private final Set<String> seenAsType = new HashSet<>();
    private final List<String> names = new ArrayList<>();
    private final List<Meaning> before = new ArrayList<>();
    private final Map<String, Meaning> outerMeanings;
    private final Set<String> outerSeenAsType;
    private final CppNames cpp;

    Scopes() {
        outerMeanings = Map.of();
        outerSeenAsType = Set.of();
        cpp = new CppNames();
    }

    /** Goes on from what headers have declared; they are done, and nothing more is declared in them. */
    Scopes(Scopes headers) {
        outerMeanings = headers.meanings;
        outerSeenAsType = headers.seenAsType;
        cpp = new CppNames(headers.cpp);
    }

    /** What C++ has declared besides. */
    CppNames cpp() {
        return cpp;
    }

    Meaning of(String name) {
        Meaning meaning = meanings.get(name);
        return meaning != null ? meaning : outerMeanings.getOrDefault(name, Meaning.UNKNOWN);
    }

    /** Declares a name until the scope that {@link #mark} opened last is left. */
    void declare(String name, Meaning meaning) {
        names.add(name);
        before.add(of(name));
        meanings.put(name, meaning);
    }

    /** Declares a name for the rest of the unit. */
    void declareGlobally(String name, Meaning meaning) {
        meanings.put(name, meaning);
    }

    /** Notes that an undeclared name stood where only a type can. */
    void seenAsType(String name) {
        seenAsType.add(name);
    }

    /** Whether a name is declared as a type, or undeclared and seen where only a type can stand. */
    boolean isLikelyType(String name) {
        Meaning meaning = of(name);
        return meaning == Meaning.TYPE || meaning == Meaning.UNKNOWN && (seenAsType.contains(name) || outerSeenAsType.contains(name));
    }

    int mark() {
        return names.size();
    }

    void undo(int mark) {
        for (int i = names.size() - 1; i >= mark; i--) {
            Meaning earlier = before.remove(i);
            String name = names.remove(i);
            if (earlier == Meaning.UNKNOWN) {
                meanings.remove(name);
            } else {
                meanings.put(name, earlier);
            }
        }
    }
}
