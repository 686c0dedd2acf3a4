package io.padlog.extract.correlate;

import io.padlog.extract.cfg.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The atoms of a function, numbered from 0, the most useful first. */
final class Atoms {
    private final List<Atom> atoms;
    private final Map<Value, Integer> numbers = new HashMap<>();

    Atoms(List<Atom> atoms) {
        this.atoms = List.copyOf(atoms);
        for (int atom = 0; atom < atoms.size(); atom++) {
            numbers.put(atoms.get(atom).value(), atom);
        }
    }

    int size() {
        return atoms.size();
    }

    Atom get(int number) {
        return atoms.get(number);
    }

    /** The atom that is this value, if one is. */
    Optional<Integer> numberOf(Value value) {
        return Optional.ofNullable(numbers.get(value));
    }
}
