package io.padlog.extract.correlate;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Gives atoms their bit fields in the environment, so that atoms alive together do not overlap: greedy colouring, the most
 * useful atoms first, as in register allocation (Chaitin 1981).
 */
final class Layout {
    /** The sign bit stays set, so that an environment is never 0. */
    private static final int BITS = 25;
    private static final int NO_PLACE = -1;

    private final Atoms atoms;
    private final int[] offsets;
    private final int[] fields;

    private Layout(Atoms atoms) {
        this.atoms = atoms;
        this.fields = new int[atoms.size()];
        this.offsets = new int[atoms.size()];
        Arrays.fill(offsets, NO_PLACE);
    }

    static Layout of(Atoms atoms, Liveness liveness, int nodes) {
        BitSet[] together = new BitSet[atoms.size()];
        for (int atom = 0; atom < together.length; atom++) {
            together[atom] = new BitSet();
        }
        for (int node = 0; node < nodes; node++) {
            join(together, liveness.before(node));
            join(together, liveness.after(node));
        }
        Layout layout = new Layout(atoms);
        for (int atom = 0; atom < together.length; atom++) {
            layout.place(atom, together[atom]);
        }
        return layout;
    }

    private static void join(BitSet[] together, BitSet alive) {
        for (int atom = alive.nextSetBit(0); atom >= 0; atom = alive.nextSetBit(atom + 1)) {
            together[atom].or(alive);
        }
    }

    private void place(int atom, BitSet together) {
        int taken = 0;
        for (int other = together.nextSetBit(0); other >= 0; other = together.nextSetBit(other + 1)) {
            taken |= other == atom ? 0 : field(other);
        }
        int width = atoms.get(atom).partition().width();
        for (int offset = 0; offset + width <= BITS; offset++) {
            if ((taken & ((1 << width) - 1) << offset) == 0) {
                offsets[atom] = offset;
                fields[atom] = ((1 << width) - 1) << offset;
                return;
            }
        }
    }

    /** Whether the atom found room; one that did not is not followed. */
    boolean has(int atom) {
        return offsets[atom] != NO_PLACE;
    }

    /** The atom's bits; none if it found no room. */
    int field(int atom) {
        return fields[atom];
    }

    /** These classes of the atom, where its bits are. */
    int bits(int atom, int classes) {
        return has(atom) ? classes << offsets[atom] : 0;
    }

    /** The bits that belong to none of these atoms. */
    int outside(BitSet alive) {
        int fields = 0;
        for (int atom = alive.nextSetBit(0); atom >= 0; atom = alive.nextSetBit(atom + 1)) {
            fields |= field(atom);
        }
        return ~fields;
    }
}
