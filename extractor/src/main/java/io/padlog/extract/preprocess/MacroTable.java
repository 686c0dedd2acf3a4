package io.padlog.extract.preprocess;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The macros of one translation unit. An array by the number of the name, because each identifier is looked up;
 * emptied and used again, because its length is that of all identifiers of the run.
 */
final class MacroTable {
    private MacroDefinition[] definitions = new MacroDefinition[1 << 12];
    /** Location of the start of the file that has the definition. */
    private int[] bases = new int[1 << 12];
    private boolean[] disabled = new boolean[1 << 12];
    private int[] touched = new int[256];
    private int touchedCount;
    private final Set<Spelling> undefined = new HashSet<>();
    private String assumed = "";

    boolean isDefined(Spelling name) {
        return name.id < definitions.length && definitions[name.id] != null;
    }

    /** The definition of a name that {@link #isDefined}. */
    MacroDefinition definition(Spelling name) {
        return definitions[name.id];
    }

    int base(Spelling name) {
        return bases[name.id];
    }

    /** Whether it is settled if the name is defined: it was defined, or undefined on purpose. */
    boolean isKnown(Spelling name) {
        return isDefined(name) || undefined.contains(name);
    }

    /** From now on, names that begin so count as 1 in conditions as long as nobody settles them; empty for none. */
    void assume(String prefix) {
        assumed = prefix;
    }

    /** Whether a name of which nothing is known counts as 1. */
    boolean isAssumed(Spelling name) {
        return !assumed.isEmpty() && name.text.startsWith(assumed) && !isKnown(name);
    }

    boolean isDisabled(Spelling name) {
        return name.id < disabled.length && disabled[name.id];
    }

    void disable(Spelling name, boolean value) {
        disabled[name.id] = value;
    }

    void define(MacroDefinition macro, int base) {
        int id = macro.name.id;
        if (id >= definitions.length) {
            int larger = Math.max(id + 1, definitions.length * 2);
            definitions = Arrays.copyOf(definitions, larger);
            bases = Arrays.copyOf(bases, larger);
            disabled = Arrays.copyOf(disabled, larger);
        }
        if (definitions[id] == null) {
            if (touchedCount == touched.length) {
                touched = Arrays.copyOf(touched, touchedCount * 2);
            }
            touched[touchedCount++] = id;
        }
        definitions[id] = macro;
        bases[id] = base;
    }

    void undefine(Spelling name) {
        if (isDefined(name)) {
            definitions[name.id] = null;
        }
        undefined.add(name);
    }

    /** Forgets all, so that another translation unit can begin. */
    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            definitions[touched[i]] = null;
            disabled[touched[i]] = false;
        }
        touchedCount = 0;
        undefined.clear();
        assumed = "";
    }
}
