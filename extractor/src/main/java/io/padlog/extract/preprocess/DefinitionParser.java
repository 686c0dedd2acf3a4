package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;
import java.util.HashMap;
import java.util.Map;

/** Reads what stands after #define. */
final class DefinitionParser {
    private final LexedFile file;
    private final int end;
    private int at;
    private final Map<Spelling, Integer> parameters = new HashMap<>();
    private boolean variadic;
    private String error = "";

    /** @param first the macro's name
     *  @param end the first token of the next line */
    DefinitionParser(LexedFile file, int first, int end) {
        this.file = file;
        this.at = first;
        this.end = end;
    }

    MacroDefinition parse() {
        Spelling none = file.spellings[file.size];
        if (at >= end || !file.spellings[at].isIdentifier()) {
            return MacroDefinition.unusable(none, "#define needs a name");
        }
        Spelling name = file.spellings[at++];
        if (name.text.equals("defined") || name.text.equals("__VA_ARGS__")) {
            return MacroDefinition.unusable(none, "'" + name + "' cannot be defined");
        }
        int count = MacroDefinition.OBJECT_LIKE;
        if (at < end && file.kind(at) == TokenKind.LEFT_PAREN && (file.flags[at] & LexedFile.SPACE) == 0) {
            at++;
            if (!readParameters()) {
                return MacroDefinition.unusable(none, "the parameter list of macro " + name + " is malformed");
            }
            count = parameters.size();
        }
        int bodyStart = at;
        boolean misplaced = at < end && (isPaste(at) || isPaste(end - 1));
        if (misplaced) {
            error = "'##' at the start or end of macro " + name + " has nothing to paste";
        }
        MacroDefinition macro = MacroDefinition.of(name, count, variadic, error);
        readBody(macro, bodyStart, end);
        return macro;
    }

    private boolean isPaste(int token) {
        return file.kind(token) == TokenKind.HASH_HASH;
    }

    /** Reads up to and with the closing parenthesis. */
    private boolean readParameters() {
        if (at < end && file.kind(at) == TokenKind.RIGHT_PAREN) {
            at++;
            return true;
        }
        while (at < end) {
            Spelling name = file.spellings[at++];
            if (name.isIdentifier()) {
                variadic = at < end && file.kind(at) == TokenKind.ELLIPSIS;
                at += variadic ? 1 : 0;
            } else if (name.kind == TokenKind.ELLIPSIS) {
                variadic = true;
                name = variableArguments();
            } else {
                return false;
            }
            if (parameters.putIfAbsent(name, parameters.size()) != null || at >= end) {
                return false;
            }
            TokenKind next = file.kind(at++);
            if (next == TokenKind.RIGHT_PAREN) {
                return true;
            }
            if (next != TokenKind.COMMA || variadic) {
                return false;
            }
        }
        return false;
    }

    /** The name is only looked up if the body has it, so any spelling will do when it does not. */
    private Spelling variableArguments() {
        for (int i = at; i < end; i++) {
            if (file.spellings[i].text.equals("__VA_ARGS__")) {
                return file.spellings[i];
            }
        }
        return file.spellings[file.size];
    }

    private void readBody(MacroDefinition macro, int from, int to) {
        int i = from;
        int optionStart = -1;
        int depth = 0;
        while (i < to) {
            Spelling spelling = file.spellings[i];
            int space = i == from ? 0 : file.flags[i] & LexedFile.SPACE;
            if (spelling.kind == TokenKind.HASH_HASH) {
                if (macro.size > 0 && i + 1 < to) {
                    macro.flags[macro.size - 1] |= MacroDefinition.PASTE;
                }
                i++;
                continue;
            }
            if (spelling.kind == TokenKind.HASH && i + 1 < to && parameters.containsKey(file.spellings[i + 1])) {
                int param = parameters.get(file.spellings[i + 1]);
                macro.add(file.spellings[i + 1], file.begins[i], space | MacroDefinition.STRINGIZE, param);
                i += 2;
                continue;
            }
            if (optionStart < 0 && opensOption(i, to)) {
                optionStart = macro.size;
                depth = 1;
                macro.add(spelling, file.begins[i], space | MacroDefinition.OPTION_BEGIN, MacroDefinition.NOT_A_PARAMETER);
                i += 2;
                continue;
            }
            if (optionStart >= 0) {
                depth += spelling.kind == TokenKind.LEFT_PAREN ? 1 : spelling.kind == TokenKind.RIGHT_PAREN ? -1 : 0;
                if (depth == 0) {
                    macro.params[optionStart] = macro.size;
                    macro.add(spelling, file.begins[i++], MacroDefinition.OPTION_END, MacroDefinition.NOT_A_PARAMETER);
                    optionStart = -1;
                    continue;
                }
            }
            macro.add(spelling, file.begins[i++], space, parameters.getOrDefault(spelling, MacroDefinition.NOT_A_PARAMETER));
        }
        closeOption(macro, optionStart);
    }

    private boolean opensOption(int token, int to) {
        return variadic && file.spellings[token].text.equals("__VA_OPT__") && token + 1 < to
                && file.kind(token + 1) == TokenKind.LEFT_PAREN;
    }

    /** A group that the line does not close ends with the line. */
    private void closeOption(MacroDefinition macro, int optionStart) {
        if (optionStart >= 0) {
            macro.params[optionStart] = macro.size;
            macro.add(file.spellings[file.size], 0, MacroDefinition.OPTION_END, MacroDefinition.NOT_A_PARAMETER);
        }
    }
}
