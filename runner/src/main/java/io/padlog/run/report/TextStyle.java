package io.padlog.run.report;

/**
 * How text looks on a terminal.
 *
 * @param colours whether ANSI colours are understood and wanted
 * @param width of a line in letters; 0 for no limit
 */
public record TextStyle(boolean colours, int width) {
    /** Without colours, of any width: a file, a pipe. */
    public static final TextStyle PLAIN = new TextStyle(false, 0);

    private static final String RESET = "\u001B[0m";

    /** What is coloured. */
    enum Ink {
        BOLD("1"), ERROR("1;31"), WARNING("1;35"), NOTE("1;36"), CARET("1;32"), HELD("31"), FREE("32"), FAINT("2");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    String in(Ink ink, String text) {
        return colours && !text.isEmpty() ? "\u001B[" + ink.code + "m" + text + RESET : text;
    }

    /** How many letters of a line fit beside {@code used} others; no fewer than a few. */
    int room(int used) {
        return width == 0 ? Integer.MAX_VALUE : Math.max(20, width - used);
    }
}
