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

    /** Levenshtein's distance, ignoring case; two letters that have changed places count once. */
    private static int distance(String left, String right) {
        int[][] distances = new int[left.length() + 1][right.length() + 1];
        for (int line = 0; line <= left.length(); line++) {
            for (int column = 0; column <= right.length(); column++) {
                distances[line][column] = line == 0 || column == 0 ? line + column : step(distances, left, right, line, column);
            }
        }
        return distances[left.length()][right.length()];
    }

    private static int step(int[][] distances, String left, String right, int line, int column) {
        int replaced = distances[line - 1][column - 1] + (same(left, line, right, column) ? 0 : 1);
        int least = Math.min(replaced, Math.min(distances[line - 1][column], distances[line][column - 1]) + 1);
        boolean swapped = line > 1 && column > 1 && same(left, line, right, column - 1) && same(left, line - 1, right, column);
        return swapped ? Math.min(least, distances[line - 2][column - 2] + 1) : least;
    }

    /** Whether two letters, counted from 1, are the same. */
    private static boolean same(String left, int one, String right, int other) {
        return Character.toLowerCase(left.charAt(one - 1)) == Character.toLowerCase(right.charAt(other - 1));
    }
}
