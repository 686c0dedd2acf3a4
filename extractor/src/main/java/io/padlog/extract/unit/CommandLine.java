package io.padlog.extract.unit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A compiler's command line, as far as it tells what is included and defined. */
final class CommandLine {
    private static final Set<String> WITH_SLASH = Set.of("cl", "cl.exe", "clang-cl", "clang-cl.exe");
    private static final List<String> INCLUDE_OPTIONS = List.of("-isystem", "-iquote", "-idirafter", "-I");

    private CommandLine() {
    }

    /** Splits as a shell does. A backslash escapes a quote, a blank or itself only, since it also separates folders. */
    static List<String> split(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            char next = i + 1 < command.length() ? command.charAt(i + 1) : 0;
            if (c == '\\' && quote != '\'' && (next == '"' || next == '\\' || next == ' ' || next == '\'')) {
                word.append(next);
                inWord = true;
                i++;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (quote == 0 && c <= ' ') {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /**
     * Adds the folders and macros of a command to a unit.
     *
     * @param words the compiler and its arguments
     * @param folder where the compiler runs
     */
    static void apply(List<String> words, Path folder, FileFinder finder, UnitDraft draft) {
        boolean slash = !words.isEmpty() && WITH_SLASH.contains(fileName(words.get(0)));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String option = slash && word.startsWith("/") ? "-" + word.substring(1) : word;
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            String include = INCLUDE_OPTIONS.stream().filter(option::startsWith).findFirst().orElse("");
            if (!include.isEmpty()) {
                String value = option.equals(include) ? next : option.substring(include.length());
                finder.folder(folder, value).ifPresent(draft::addIncludeFolder);
            } else if (option.startsWith("-D")) {
                draft.define(option.equals("-D") ? next : option.substring(2));
            } else if (option.startsWith("-U")) {
                draft.undefine(option.equals("-U") ? next : option.substring(2));
            }
        }
    }

    private static String fileName(String path) {
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.substring(slash + 1).toLowerCase(Locale.ROOT);
    }
}
