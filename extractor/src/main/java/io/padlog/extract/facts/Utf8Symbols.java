package io.padlog.extract.facts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers symbols that are stretches of UTF-8. A string is made only of those that were not met before: in a file of facts
 * each comes a dozen times, and decoding took most of the time. Not thread-safe.
 */
final class Utf8Symbols {
    private static final int FIRST_SLOTS = 1 << 10;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final Symbols symbols;
    /** Open addressing: 0 for empty, else the place of an entry plus 1. */
    private int[] slots = new int[FIRST_SLOTS];
    private int[] hashes = new int[FIRST_SLOTS];
    private int[] numbers = new int[FIRST_SLOTS];
    /** Where an entry's bytes end in {@link #texts}; they begin where those of the one before end. */
    private int[] ends = new int[FIRST_SLOTS];
    private byte[] texts = new byte[FIRST_SLOTS * 16];
    private int entries;

    Utf8Symbols(Symbols symbols) {
        this.symbols = symbols;
    }

    /** The number of the text that these bytes are.
     *  @throws CharacterCodingException if they are none */
    int number(byte[] bytes, int from, int to) throws CharacterCodingException {
        int hash = hash(bytes, from, to);
        int slot = hash & slots.length - 1;
        for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if (hashes[entry - 1] == hash && isText(entry - 1, bytes, from, to)) {
                return numbers[entry - 1];
            }
            slot = slot + 1 & slots.length - 1;
        }
        int number = symbols.number(decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString());
        int begin = entries == 0 ? 0 : ends[entries - 1];
        if (to - from <= Integer.MAX_VALUE / 2 - begin) {
            keep(bytes, from, to, hash, number);
        }
        return number;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }

    private boolean isText(int entry, byte[] bytes, int from, int to) {
        return Arrays.equals(texts, entry == 0 ? 0 : ends[entry - 1], ends[entry], bytes, from, to);
    }

    private void keep(byte[] bytes, int from, int to, int hash, int number) {
        if (entries == hashes.length) {
            grow();
        }
        int begin = entries == 0 ? 0 : ends[entries - 1];
        int end = begin + to - from;
        if (end > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(end, texts.length * 2));
        }
        System.arraycopy(bytes, from, texts, begin, to - from);
        hashes[entries] = hash;
        numbers[entries] = number;
        ends[entries] = end;
        entries++;
        place(entries);
        if (entries > slots.length / 2) {
            slots = new int[slots.length * 2];
            for (int entry = 1; entry <= entries; entry++) {
                place(entry);
            }
        }
    }

    private void place(int entry) {
        int slot = hashes[entry - 1] & slots.length - 1;
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = entry;
    }

    private void grow() {
        int room = entries * 2;
        hashes = Arrays.copyOf(hashes, room);
        numbers = Arrays.copyOf(numbers, room);
        ends = Arrays.copyOf(ends, room);
    }
}
