package io.padlog.extract.unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) into lists, maps and strings; numbers, true, false and null are strings too, since nobody here counts
 * with them. Comments and a comma too many are forgiven.
 */
final class JsonReader {
    private static final int MAX_DEPTH = 32;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Text that is no JSON. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        Malformed(int line, String message) {
            super(message);
            this.line = line;
        }

        /** Counts from 1. */
        int line() {
            return line;
        }
    }

    /** @return a {@code List<Object>}, {@code Map<String, Object>} or {@code String} */
    static Object read(String text) throws Malformed {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.skipBlank();
        if (reader.at < text.length()) {
            throw reader.malformed("something stands after the end");
        }
        return value;
    }

    private Object value() throws Malformed {
        skipBlank();
        if (at >= text.length()) {
            throw malformed("the text ends too early");
        }
        char c = text.charAt(at);
        if (c != '[' && c != '{') {
            return c == '"' ? string() : word();
        }
        if (++depth > MAX_DEPTH) {
            throw malformed("values nest deeper than " + MAX_DEPTH);
        }
        at++;
        Object result = c == '[' ? list() : map();
        depth--;
        return result;
    }

    private List<Object> list() throws Malformed {
        List<Object> result = new ArrayList<>();
        while (!closes(']')) {
            result.add(value());
            separator(']');
        }
        return result;
    }

    private Map<String, Object> map() throws Malformed {
        Map<String, Object> result = new LinkedHashMap<>();
        while (!closes('}')) {
            if (text.charAt(at) != '"') {
                throw malformed("a name in quotes is missing");
            }
            String name = string();
            skipBlank();
            if (at >= text.length() || text.charAt(at) != ':') {
                throw malformed("a colon is missing");
            }
            at++;
            result.put(name, value());
            separator('}');
        }
        return result;
    }

    /** Steps over the closing bracket if it is here. */
    private boolean closes(char bracket) throws Malformed {
        skipBlank();
        if (at >= text.length()) {
            throw malformed("the text ends too early");
        }
        if (text.charAt(at) == bracket) {
            at++;
            return true;
        }
        return false;
    }

    private void separator(char bracket) throws Malformed {
        skipBlank();
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
        } else if (at >= text.length() || text.charAt(at) != bracket) {
            throw malformed("a comma or '" + bracket + "' is missing");
        }
    }

    private String word() throws Malformed {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw malformed("a value is missing");
        }
        return text.substring(start, at);
    }

    private String string() throws Malformed {
        int start = ++at;
        int end = start;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '"') {
            at = end + 1;
            return text.substring(start, end);
        }
        StringBuilder result = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            result.append(c == '\\' ? escaped() : c);
        }
        if (at >= text.length()) {
            throw malformed("a closing quote is missing");
        }
        at++;
        return result.toString();
    }

    private char escaped() throws Malformed {
        if (at >= text.length()) {
            throw malformed("the text ends too early");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> c;
        };
    }

    private char codeUnit() throws Malformed {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw malformed("four hexadecimal digits are missing");
            }
            unit = unit * 16 + digit;
            at++;
        }
        return (char) unit;
    }

    private void skipBlank() {
        while (at < text.length()) {
            if (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at)) {
                skipPast("\n");
            } else if (text.startsWith("/*", at)) {
                skipPast("*/");
            } else {
                return;
            }
        }
    }

    private void skipPast(String end) {
        int found = text.indexOf(end, at + 2);
        at = found < 0 ? text.length() : found + end.length();
    }

    private Malformed malformed(String message) {
        int line = 1;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return new Malformed(line, message);
    }
}
