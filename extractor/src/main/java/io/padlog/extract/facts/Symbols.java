package io.padlog.extract.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers strings from 0 in the order in which they are first met; equal strings have one number. Not thread-safe. */
public final class Symbols {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The number of {@code text}, a new one if it was not met before. */
    public int number(String text) {
        Integer known = numbers.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    /** The string with this number.
     *  @throws IndexOutOfBoundsException if no string has it */
    public String text(int number) {
        return texts.get(number);
    }

    /** How many strings there are; the numbers are those below. */
    public int size() {
        return texts.size();
    }

    /**
     * Numbers the symbols of rows that were numbered apart from these, and the rows with them.
     *
     * @param symbolColumns for each column of {@code rows}, whether it holds symbols
     */
    public void adopt(Symbols others, Table rows, boolean[] symbolColumns) {
        int[] numbers = new int[others.size()];
        for (int symbol = 0; symbol < numbers.length; symbol++) {
            numbers[symbol] = number(others.text(symbol));
        }
        rows.renumber(symbolColumns, numbers);
    }
}
