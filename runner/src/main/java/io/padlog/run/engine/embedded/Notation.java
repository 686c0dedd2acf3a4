package io.padlog.run.engine.embedded;

/** How records and algebraic values are spelt in results. */
public enum Notation {
    /** {@code [1, a]}, {@code nil}, {@code $Branch(1, a)} */
    PLAIN,
    /** the same with the quotes around symbols that Soufflé writes with {@code rfc4180} */
    QUOTED,
    /** {@code [1, "a"]}, {@code null} */
    JSON_LIST,
    /** {@code {"x": 1, "y": "a"}}, {@code null} */
    JSON_OBJECT;

    boolean isJson() {
        return this == JSON_LIST || this == JSON_OBJECT;
    }

    /** A symbol inside of a record. */
    String symbol(String text) {
        return switch (this) {
            case PLAIN -> text;
            case QUOTED -> "\"\"" + text.replace("\"", "\\\"\"") + "\"\"";
            case JSON_LIST, JSON_OBJECT -> json(text);
        };
    }

    /** A float as C++ writes it, with nine significant digits, enough to read it back, or in JSON with six. */
    public String floating(float value) {
        return ValuePrinter.print(value, isJson() ? 6 : 9);
    }

    /** A string in JSON, as Soufflé escapes it. */
    public static String json(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20 || c == '\u2028' || c == '\u2029') {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
