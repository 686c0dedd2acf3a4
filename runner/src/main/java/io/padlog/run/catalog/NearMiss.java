package io.padlog.run.catalog;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What was probably meant by a name that does not exist. */
public final class NearMiss {
    /** longer names are not compared: the work grows with the product of the lengths */
    private static final int LONGEST = 80;

    private NearMiss() {}

    /** The known name with the fewest edits (Levenshtein), if they are few for its length; the first of equals. */
    public static Optional<String> of(String name, Collection<String> known) {
        Optional<String> best = Optional.empty();
        int fewest = Math.max(2, name.length() / 3) + 1;
        for (String candidate : known) {
            if (name.length() <= LONGEST && candidate.length() <= LONGEST) {
                int edits = edits(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
                if (edits < fewest) {
                    fewest = edits;
                    best = Optional.of(candidate);
                }
            }
        }
        return best;
    }

    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                current[column] = Math.min(above[column - 1] + change, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }
}
