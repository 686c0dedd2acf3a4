package io.padlog.run.config;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of TOML 1.0 that a configuration needs: keys with strings, whole numbers, booleans and arrays of these,
 * comments. Anything else is refused with its line, not misread.
 */
final class Toml {
    private final String file;
    private final String text;
    private int at;
    private int line = 1;

    private Toml(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * A key with its values; a value that is no array is a list of one.
     *
     * @param line where the key stands
     */
    record Entry(List<String> values, boolean array, int line) {
        Entry {
            values = List.copyOf(values);
        }
    }

    /** @throws PadlogException for anything but this part of TOML */
    static Map<String, Entry> parse(String file, String text) {
        return new Toml(file, text.startsWith("\uFEFF") ? text.substring(1) : text).document();
    }

    private Map<String, Entry> document() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        blanks(true);
        while (at < text.length()) {
            int start = line;
            if (peek() == '[') {
                throw wrong("no tables are known; the keys stand at the top");
            }
            String key = key();
            blanks(false);
            expect('=');
            blanks(false);
            Entry entry = peek() == '[' ? new Entry(array(), true, start) : new Entry(List.of(value()), false, start);
            if (entries.put(key, entry) != null) {
                throw wrong("'" + key + "' stands twice");
            }
            blanks(false);
            if (at < text.length() && peek() != '\n') {
                throw wrong("more than a value after '" + key + "'");
            }
            blanks(true);
        }
        return entries;
    }

    private String key() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(peek()) || peek() == '-' || peek() == '_')) {
            at++;
        }
        if (start == at) {
            throw wrong("a key is missing");
        }
        return text.substring(start, at);
    }

    private List<String> array() {
        List<String> values = new ArrayList<>();
        expect('[');
        blanks(true);
        while (peek() != ']') {
            values.add(value());
            blanks(true);
            if (peek() != ']') {
                expect(',');
                blanks(true);
            }
        }
        at++;
        return values;
    }

    private String value() {
        char c = peek();
        if (c == '"') {
            return basicString();
        }
        if (c == '\'') {
            int end = text.indexOf('\'', at + 1);
            if (end < 0 || text.substring(at, end).contains("\n")) {
                throw wrong("a string is not closed");
            }
            String value = text.substring(at + 1, end);
            at = end + 1;
            return value;
        }
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(peek())) {
            at++;
        }
        String word = text.substring(start, at);
        if (!word.matches("true|false|[0-9]+")) {
            throw wrong("a value is missing; strings stand in quotes");
        }
        return word;
    }

    private String basicString() {
        StringBuilder value = new StringBuilder();
        at++;
        while (peek() != '"') {
            char c = peek();
            if (c == '\n') {
                throw wrong("a string is not closed");
            }
            at++;
            value.append(c == '\\' ? escaped() : c);
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\' -> c;
            default -> throw wrong("\\" + c + " is no escape; write \\\\ for a backslash, or use '…'");
        };
    }

    /** Passes blanks and comments, and line ends if so wanted. */
    private void blanks(boolean lines) {
        while (at < text.length()) {
            char c = peek();
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || c == '\r' || lines && c == '\n') {
                line += c == '\n' ? 1 : 0;
                at++;
            } else {
                return;
            }
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("the file ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "' is missing");
        }
        at++;
    }

    private PadlogException wrong(String message) {
        return new PadlogException(ExitStatus.USAGE, file + ":" + line + ": " + message);
    }
}
