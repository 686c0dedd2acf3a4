package io.padlog.run.engine.files;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON. Values are {@link List}, {@link Map}, {@link String}, {@link Double}, {@link Boolean}; null is an empty
 * {@link Optional}.
 */
final class Json {
    private static final int MAX_DEPTH = 2000;

    private final String file;
    private final String text;
    private int at;
    private int depth;

    private Json(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @throws PadlogException for a damaged text, with the place */
    static Object parse(String file, String text) {
        Json json = new Json(file, text);
        Object value = json.value();
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.wrong("nothing more is due");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        if (++depth > MAX_DEPTH) {
            throw wrong("values are nested more than " + MAX_DEPTH + " deep");
        }
        Object value = switch (peek()) {
            case '[' -> list();
            case '{' -> object();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Optional.empty());
            default -> number();
        };
        depth--;
        return value;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value is due");
        }
        at += word.length();
        return value;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        skipSpace();
        while (peek() != ']') {
            list.add(value());
            separate(']');
        }
        at++;
        return list;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        skipSpace();
        while (peek() != '}') {
            if (peek() != '"') {
                throw wrong("a name in quotes is due");
            }
            String name = string();
            skipSpace();
            if (peek() != ':') {
                throw wrong("':' is due");
            }
            at++;
            object.put(name, value());
            separate('}');
        }
        at++;
        return object;
    }

    private void separate(char end) {
        skipSpace();
        if (peek() == ',') {
            at++;
            skipSpace();
            if (peek() == end) {
                throw wrong("a value is due after ','");
            }
        } else if (peek() != end) {
            throw wrong("',' or '" + end + "' is due");
        }
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (at++; peek() != '"'; at++) {
            if (at >= text.length()) {
                throw wrong("a string is not closed");
            }
            char c = text.charAt(at);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        at++;
        return switch (peek()) {
            case '"', '\\', '/' -> peek();
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int end = Math.min(at + 5, text.length());
                try {
                    char unit = (char) Integer.parseInt(text.substring(at + 1, end), 16);
                    at += 4;
                    yield unit;
                } catch (NumberFormatException e) {
                    throw wrong("four hexadecimal digits are due");
                }
            }
            default -> throw wrong("an escape sequence is not known");
        };
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(from, at));
        } catch (NumberFormatException e) {
            at = from;
            throw wrong("a value is due");
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private PadlogException wrong(String message) {
        int line = 1;
        int begin = 0;
        for (int place = 0; place < Math.min(at, text.length()); place++) {
            if (text.charAt(place) == '\n') {
                line++;
                begin = place + 1;
            }
        }
        int column = text.codePointCount(begin, Math.max(begin, Math.min(at, text.length()))) + 1;
        return new PadlogException(ExitStatus.USAGE, file + ":" + line + ":" + column + ": " + message);
    }
}
