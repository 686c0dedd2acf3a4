package io.padlog.run.datalog.check;

import java.util.Collection;

/** Suggests the name that was probably meant. */
final class Names {
    private Names() {}

    /** {@code ; did you mean 'name'?}, or nothing if none of the names is near. */
    static String suggestion(String wrong, Collection<String> names) {
        String best = "";
        int bestDistance = Math.max(1, wrong.length() / 3) + 1;
        for (String name : names) {
            if (Math.abs(name.length() - wrong.length()) < bestDistance) {
                int distance = distance(wrong, name);
                if (distance < bestDistance || distance == bestDistance && !best.isEmpty() && name.compareTo(best) < 0) {
                    best = name;
                    bestDistance = distance;
                }
            }
        }
        return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
    }

    /** Levenshtein's distance, ignoring case. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            char c = Character.toLowerCase(left.charAt(line - 1));
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (c == Character.toLowerCase(right.charAt(column - 1)) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
