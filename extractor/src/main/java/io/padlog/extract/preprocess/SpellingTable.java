package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;
import java.util.Arrays;

/** A thread's own way to the shared spellings, asked by characters, so that a string is made once for each spelling. */
final class SpellingTable {
    private static final Spelling FREE = new Spelling("", TokenKind.END_OF_FILE, 0);

    private final Spellings shared;
    private Spelling[] slots = new Spelling[1 << 12];
    private int[] hashes = new int[1 << 12];
    private int used;

    SpellingTable(Spellings shared) {
        this.shared = shared;
        Arrays.fill(slots, FREE);
    }

    Spelling get(char[] chars, int begin, int end, TokenKind kind) {
        int hash = 0;
        for (int i = begin; i < end; i++) {
            hash = hash * 31 + chars[i];
        }
        return get(chars, begin, end, hash, kind);
    }

    /** @param hash as {@link String#hashCode()} */
    Spelling get(char[] chars, int begin, int end, int hash, TokenKind kind) {
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        for (;;) {
            Spelling there = slots[slot];
            if (there == FREE) {
                return add(slot, hash, shared.of(new String(chars, begin, end - begin), kind));
            }
            if (hashes[slot] == hash && matches(there.text, chars, begin, end)) {
                return there;
            }
            slot = slot + 1 & mask;
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    private static boolean matches(String text, char[] chars, int begin, int end) {
        if (text.length() != end - begin) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            if (text.charAt(i - begin) != chars[i]) {
                return false;
            }
        }
        return true;
    }

    private Spelling add(int slot, int hash, Spelling spelling) {
        slots[slot] = spelling;
        hashes[slot] = hash;
        if (++used * 2 > slots.length) {
            grow();
        }
        return spelling;
    }

    private void grow() {
        Spelling[] before = slots;
        int[] hashesBefore = hashes;
        slots = new Spelling[before.length * 2];
        hashes = new int[slots.length];
        Arrays.fill(slots, FREE);
        for (int i = 0; i < before.length; i++) {
            if (before[i] != FREE) {
                int slot = spread(hashesBefore[i]) & slots.length - 1;
                while (slots[slot] != FREE) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = before[i];
                hashes[slot] = hashesBefore[i];
            }
        }
    }
}
