package io.padlog.extract.preprocess;

import io.padlog.extract.source.Position;
import java.util.Arrays;

/**
 * Places of one translation unit as single ints: each file that is read gets a stretch of numbers, one for each of its
 * characters and one for its end.
 */
final class LocationTable {
    static final int FULL = -1;

    private SourceText[] sources = new SourceText[16];
    private int[] bases = new int[16];
    private int count;
    private int next;

    LocationTable() {}

    /** Begins with the files of another table, at the same locations. */
    LocationTable(LocationTable start) {
        sources = start.sources.clone();
        bases = start.bases.clone();
        count = start.count;
        next = start.next;
    }

    /** @return the location of the file's first character; {@link #FULL} if no numbers are left */
    int add(SourceText source) {
        if (next > Integer.MAX_VALUE - source.length() - 1) {
            return FULL;
        }
        if (count == sources.length) {
            sources = Arrays.copyOf(sources, count * 2);
            bases = Arrays.copyOf(bases, count * 2);
        }
        int base = next;
        sources[count] = source;
        bases[count++] = base;
        next += source.length() + 1;
        return base;
    }

    SourceText source(int location) {
        return sources[index(location)];
    }

    /** Where in its file the location lies. */
    int offset(int location) {
        return location - bases[index(location)];
    }

    Position position(int location) {
        int index = index(location);
        return sources[index].position(location - bases[index]);
    }

    private int index(int location) {
        int found = Arrays.binarySearch(bases, 0, count, location);
        return found >= 0 ? found : -found - 2;
    }
}
