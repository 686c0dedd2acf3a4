package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Judges the arms of conditionals that are not read: whether a further reading of the file is worth it, and with which
 * macros. Tried are other values of one macro, then of all unknown ones at once; what needs more stays hidden.
 */
final class OtherArms {
    /** Conditions with more names than this are not tried. */
    private static final int MOST_NAMES = 16;

    private final MacroTable macros;
    private final Set<String> worthwhile;
    private final Definitions definitions;
    private final BiFunction<OpenFile, Integer, Boolean> condition;
    /** By directive of the main file; empty until somebody asks. */
    private int[] depths = {};

    /** Makes a definition of a macro. */
    interface Definitions {
        MacroDefinition define(String name, String value);
    }

    /**
     * @param worthwhile names of functions for whose sake an undecided arm is read
     * @param condition the truth of a directive's condition with the macros as they are
     */
    OtherArms(MacroTable macros, Set<String> worthwhile, Definitions definitions,
            BiFunction<OpenFile, Integer, Boolean> condition) {
        this.macros = macros;
        this.worthwhile = worthwhile;
        this.definitions = definitions;
        this.condition = condition;
    }

    /** The names in the conditions of directives. */
    static Set<Spelling> names(LexedFile lexed, List<Integer> directives) {
        Set<Spelling> names = new LinkedHashSet<>();
        for (int directive : directives) {
            int end = lexed.lineEnd(lexed.directives[directive]);
            for (int token = lexed.directives[directive] + 2; token < end; token++) {
                Spelling spelling = lexed.spellings[token];
                if (spelling.isIdentifier() && !spelling.text.equals("defined") && !spelling.text.startsWith("__has_")) {
                    names.add(spelling);
                }
            }
        }
        return names;
    }

    /**
     * Whether an arm holds a whole function, or an undecided one a name that matters.
     *
     * @param above the number of the directive above the arm
     */
    boolean isWorthwhile(LexedFile lexed, int above, int to, boolean undecided) {
        int depth = depth(lexed, above);
        for (int token = lexed.lineEnd(lexed.directives[above]); token < to; token++) {
            Spelling spelling = lexed.spellings[token];
            if (spelling.id != 0) {
                if (undecided && worthwhile.contains(spelling.text)) {
                    return true;
                }
            } else if (spelling.kind == TokenKind.LEFT_BRACE) {
                if (depth == 0 && lexed.kind(token - 1) == TokenKind.RIGHT_PAREN) {
                    return true;
                }
                depth++;
            } else if (spelling.kind == TokenKind.RIGHT_BRACE) {
                depth = isInColumnOne(lexed, token) ? 0 : Math.max(0, depth - 1);
            }
        }
        return false;
    }

    /** How deep in braces the main file is at a directive, all arms read; a brace in column 1 closes all. */
    private int depth(LexedFile lexed, int directive) {
        if (depths.length == 0) {
            depths = new int[lexed.directives.length];
            int depth = 0;
            int next = 0;
            for (int token = 0; next < depths.length; token++) {
                TokenKind kind = lexed.kind(token);
                if (token == lexed.directives[next]) {
                    depths[next++] = depth;
                } else if (kind == TokenKind.LEFT_BRACE) {
                    depth++;
                } else if (kind == TokenKind.RIGHT_BRACE) {
                    depth = isInColumnOne(lexed, token) ? 0 : Math.max(0, depth - 1);
                }
            }
        }
        return depths[directive];
    }

    private static boolean isInColumnOne(LexedFile lexed, int token) {
        int begin = lexed.begins[token];
        return begin == 0 || lexed.source.text().charAt(begin - 1) == '\n';
    }

    /**
     * What would have an arm read.
     *
     * @param chain the conditional's directives down to the one above the arm
     * @return empty if nothing that was tried would
     */
    List<MacroSetting> remedy(OpenFile file, List<Integer> chain) {
        Set<Spelling> names = names(file.lexed, chain);
        if (names.size() > MOST_NAMES) {
            return List.of();
        }
        Set<String> values = values(file.lexed, chain);
        for (Spelling name : names) {
            if (isFixed(name)) {
                continue;
            }
            for (MacroSetting setting : settings(name, values)) {
                if (wouldBeRead(file, chain, List.of(setting))) {
                    return List.of(setting);
                }
            }
        }
        List<MacroSetting> allDefined = new ArrayList<>();
        List<MacroSetting> noneDefined = new ArrayList<>();
        for (Spelling name : names) {
            if (!macros.isKnown(name)) {
                allDefined.add(new MacroSetting(name.text, Optional.of("1")));
                noneDefined.add(new MacroSetting(name.text, Optional.empty()));
            }
        }
        if (wouldBeRead(file, chain, allDefined)) {
            return allDefined;
        }
        return wouldBeRead(file, chain, noneDefined) ? noneDefined : List.of();
    }

    /** What the language is, and what takes arguments, has no other value worth trying. */
    private boolean isFixed(Spelling name) {
        boolean takesArguments = macros.isDefined(name)
                && macros.definition(name).parameters != MacroDefinition.OBJECT_LIKE;
        return takesArguments || name.text.equals("__cplusplus");
    }

    /** The integers that conditions compare with. */
    private static Set<String> values(LexedFile lexed, List<Integer> directives) {
        Set<String> values = new LinkedHashSet<>();
        values.add("1");
        for (int directive : directives) {
            int end = lexed.lineEnd(lexed.directives[directive]);
            for (int token = lexed.directives[directive] + 2; token < end; token++) {
                if (lexed.kind(token) == TokenKind.INTEGER) {
                    values.add(lexed.spellings[token].text);
                    values.add("(" + lexed.spellings[token].text + " + 1)");
                }
            }
        }
        values.add("0");
        return values;
    }

    private List<MacroSetting> settings(Spelling name, Set<String> values) {
        List<MacroSetting> settings = new ArrayList<>();
        values.forEach(value -> settings.add(new MacroSetting(name.text, Optional.of(value))));
        settings.add(new MacroSetting(name.text, Optional.empty()));
        return settings;
    }

    private boolean wouldBeRead(OpenFile file, List<Integer> chain, List<MacroSetting> settings) {
        return !settings.isEmpty() && macros.attempt(() -> isRead(file, chain, settings));
    }

    private boolean isRead(OpenFile file, List<Integer> chain, List<MacroSetting> settings) {
        for (MacroSetting setting : settings) {
            MacroDefinition macro = definitions.define(setting.macro(), setting.value().orElse(""));
            if (setting.value().isPresent()) {
                macros.define(macro, 0);
            } else {
                macros.undefine(macro.name);
            }
        }
        int last = chain.size() - 1;
        boolean read = true;
        for (int i = 0; i <= last && read; i++) {
            boolean isElse = file.lexed.directiveName(chain.get(i)).equals("else");
            boolean truth = isElse || condition.apply(file, chain.get(i));
            read = truth == (i == last);
        }
        return read;
    }
}
