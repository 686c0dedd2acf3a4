package io.padlog.extract.preprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

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
    private final Set<Spelling> forced = new HashSet<>();
    /** While something is tried: what to put back, the latest last. */
    private boolean trying;
    private final List<Runnable> undo = new ArrayList<>();

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

    /** Holds a name at what it is now, whatever directives say. */
    void force(Spelling name) {
        forced.add(name);
    }

    /** Tries definitions: carries out {@code attempt} and forgets what it defined and undefined. */
    <T> T attempt(Supplier<T> attempt) {
        trying = true;
        try {
            return attempt.get();
        } finally {
            trying = false;
            for (int i = undo.size() - 1; i >= 0; i--) {
                undo.get(i).run();
            }
            undo.clear();
        }
    }

    private void remember(Spelling name) {
        boolean wasUndefined = undefined.contains(name);
        MacroDefinition before = isDefined(name) ? definitions[name.id] : null;
        int base = before == null ? 0 : bases[name.id];
        undo.add(() -> {
            if (name.id < definitions.length) {
                definitions[name.id] = before;
                bases[name.id] = base;
            }
            if (!wasUndefined) {
                undefined.remove(name);
            }
        });
    }

    void define(MacroDefinition macro, int base) {
        int id = macro.name.id;
        if (trying) {
            remember(macro.name);
        } else if (!forced.isEmpty() && forced.contains(macro.name)) {
            return;
        }
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
        if (trying) {
            remember(name);
        } else if (!forced.isEmpty() && forced.contains(name)) {
            return;
        }
        if (isDefined(name)) {
            definitions[name.id] = null;
        }
        undefined.add(name);
    }

    /** The macros at some point; immutable. */
    record Saved(MacroDefinition[] definitions, int[] bases, Set<Spelling> undefined, Set<Spelling> forced) {}

    Saved save() {
        MacroDefinition[] saved = new MacroDefinition[touchedCount];
        int[] savedBases = new int[touchedCount];
        int count = 0;
        for (int i = 0; i < touchedCount; i++) {
            if (definitions[touched[i]] != null) {
                saved[count] = definitions[touched[i]];
                savedBases[count++] = bases[touched[i]];
            }
        }
        return new Saved(Arrays.copyOf(saved, count), Arrays.copyOf(savedBases, count), Set.copyOf(undefined),
                Set.copyOf(forced));
    }

    /** Takes over what was saved; to be called on an empty table. */
    void restore(Saved saved) {
        for (int i = 0; i < saved.definitions.length; i++) {
            define(saved.definitions[i], saved.bases[i]);
        }
        undefined.addAll(saved.undefined);
        forced.addAll(saved.forced);
    }

    /** Forgets all, so that another translation unit can begin. */
    void clear() {
        for (int i = 0; i < touchedCount; i++) {
            definitions[touched[i]] = null;
            disabled[touched[i]] = false;
        }
        touchedCount = 0;
        undefined.clear();
        forced.clear();
        assumed = "";
    }
}
