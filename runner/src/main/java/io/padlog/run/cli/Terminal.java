package io.padlog.run.cli;

import io.padlog.run.report.TextStyle;
import java.util.Map;

/**
 * What the launcher found out about where the output goes, which Java cannot tell of each stream.
 *
 * @param in whether standard input is a terminal
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param width letters in a line; 0 if unknown
 * @param plain whether the user wants no colours anywhere, as NO_COLOR says
 */
record Terminal(boolean in, boolean out, boolean err, int width, boolean plain) {
    /** set by the launcher: {@code in}, {@code out}, {@code err} and a width, as far as they hold, with blanks between */
    static final String VARIABLE = "PADLOG_TERMINAL";
    static final String NO_COLOUR = "NO_COLOR";

    static Terminal of(Map<String, String> environment) {
        boolean in = false;
        boolean out = false;
        boolean err = false;
        int width = 0;
        for (String word : environment.getOrDefault(VARIABLE, "").split(" ")) {
            in |= word.equals("in");
            out |= word.equals("out");
            err |= word.equals("err");
            width = word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : width;
        }
        boolean plain = !environment.getOrDefault(NO_COLOUR, "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return new Terminal(in, out, err, width, plain);
    }

    /** The values of {@code --color}. */
    enum Colour { AUTO, ALWAYS, NEVER }

    /** How text on standard output looks. */
    TextStyle style(Colour colour) {
        boolean colours = switch (colour) {
            case AUTO -> out && !plain;
            case ALWAYS -> true;
            case NEVER -> false;
        };
        return new TextStyle(colours, out ? width : 0);
    }
}
