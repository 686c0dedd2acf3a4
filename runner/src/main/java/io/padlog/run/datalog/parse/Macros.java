package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of the C preprocessor that Datalog programs use: {@code #define} with and without parameters, {@code #undef},
 * {@code #} and {@code ##} in them, {@code #ifdef}, {@code #ifndef}, {@code #if}, {@code #else}, {@code #endif},
 * {@code #include}. All else is refused.
 */
final class Macros {
    private static final int MAX_EXPANSION = 100_000;
    private static final int MAX_DEPTH = 200;
    /** what programs ask Soufflé's preprocessor for the width of a number */
    private static final String DOMAIN_SIZE = "RAM_DOMAIN_SIZE";
    private static final int DOMAIN_BITS = 32;
    private static final Token PASTE = new Token(TokenKind.HASH, "##");
    private static final Token QUOTE = new Token(TokenKind.HASH, "#");

    private record Token(TokenKind kind, String text) {
        String spelling() {
            return text.isEmpty() ? kind.spelling() : text;
        }
    }

    private record Macro(Optional<List<String>> parameters, List<Token> body) {}

    private final List<Problem> problems;
    private final Map<String, Macro> macros = new HashMap<>();
    /** whether the branch that is being read is the first true one, for each condition that is open */
    private final Deque<Boolean> conditions = new ArrayDeque<>();
    private int expanded;
    private boolean overflowed;

    Macros(List<Problem> problems) {
        this.problems = problems;
    }

    boolean anyDefined() {
        return !macros.isEmpty();
    }

    int openConditions() {
        return conditions.size();
    }

    /** Complains of conditions that a text opened and did not close, and closes them. */
    void closeConditions(int openBefore, Range place) {
        if (conditions.size() > openBefore) {
            problems.add(Problem.error(place, "#endif is missing"));
        }
        while (conditions.size() > openBefore) {
            conditions.pop();
        }
    }

    /** Obeys the directive whose # was just read.
     *  @return the path that it includes, if it does */
    Optional<String> directive(Scanner scanner) {
        Range place = scanner.here();
        String line = stripComments(scanner.restOfLine());
        int end = wordEnd(line);
        String verb = line.substring(0, end);
        String rest = line.substring(end).strip();
        switch (verb) {
            case "define" -> define(rest, place);
            case "undef" -> macros.remove(rest);
            case "include" -> {
                return includePath(rest, place);
            }
            case "if", "ifdef", "ifndef" -> open(condition(verb, rest, place), scanner);
            case "else", "elif" -> {
                // Reached only from a branch that was taken: all others are passed over.
                if (conditions.isEmpty()) {
                    problems.add(Problem.error(place, "#" + verb + " without #if"));
                } else {
                    passOver(scanner, true);
                }
            }
            case "endif" -> {
                if (conditions.poll() == null) {
                    problems.add(Problem.error(place, "#endif without #if"));
                }
            }
            default -> problems.add(Problem.error(place, "the preprocessor directive '#" + verb + "' is not supported"));
        }
        return Optional.empty();
    }

    private void open(boolean holds, Scanner scanner) {
        conditions.push(Boolean.TRUE);
        if (!holds) {
            passOver(scanner, false);
        }
    }

    /** Passes over branches to the one that is taken, or over the {@code #endif}. */
    private void passOver(Scanner scanner, boolean taken) {
        int depth = 0;
        while (scanner.skipToHash()) {
            Range place = scanner.here();
            String line = stripComments(scanner.restOfLine());
            int end = wordEnd(line);
            String verb = line.substring(0, end);
            if (verb.equals("if") || verb.equals("ifdef") || verb.equals("ifndef")) {
                depth++;
            } else if (verb.equals("endif")) {
                if (depth == 0) {
                    conditions.pop();
                    return;
                }
                depth--;
            } else if (depth == 0 && !taken && (verb.equals("else")
                    || verb.equals("elif") && condition("if", line.substring(end).strip(), place))) {
                return;
            }
        }
    }

    private boolean condition(String verb, String text, Range place) {
        if (!verb.equals("if")) {
            return macros.containsKey(text) == verb.equals("ifdef");
        }
        try {
            return MacroCondition.holds(text, macros::containsKey, this::value);
        } catch (MacroCondition.Malformed e) {
            problems.add(Problem.error(place, "this is no condition over numbers, names and 'defined'"));
            return false;
        }
    }

    private long value(String name) {
        Macro macro = macros.get(name);
        if (macro == null || macro.body().size() != 1) {
            return name.equals(DOMAIN_SIZE) ? DOMAIN_BITS : 0;
        }
        try {
            return Long.decode(macro.body().get(0).text());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Optional<String> includePath(String rest, Range place) {
        if (rest.length() > 2 && (rest.startsWith("\"") && rest.endsWith("\"") || rest.startsWith("<") && rest.endsWith(">"))) {
            return Optional.of(rest.substring(1, rest.length() - 1));
        }
        problems.add(Problem.error(place, "#include wants a file name in quotes"));
        return Optional.empty();
    }

    /** @param rest what stands after {@code #define} */
    void define(String rest, Range place) {
        int end = wordEnd(rest);
        if (end == 0) {
            problems.add(Problem.error(place, "#define wants a name"));
            return;
        }
        String name = rest.substring(0, end);
        Optional<List<String>> parameters = Optional.empty();
        if (end < rest.length() && rest.charAt(end) == '(') {
            int close = rest.indexOf(')', end);
            if (close < 0) {
                problems.add(Problem.error(place, "')' is missing after the parameters of " + name));
                return;
            }
            parameters = Optional.of(names(rest.substring(end + 1, close)));
            end = close + 1;
        }
        macros.put(name, new Macro(parameters, body(rest.substring(end), place)));
    }

    /** The tokens of a macro's body, with {@link #PASTE} and {@link #QUOTE} where it has {@code ##} and {@code #}. */
    private List<Token> body(String text, Range place) {
        List<Token> body = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            quoted ^= text.charAt(at) == '"';
            if (text.charAt(at) == '#' && !quoted) {
                body.addAll(scan(text.substring(from, at), place));
                boolean twice = text.startsWith("##", at);
                body.add(twice ? PASTE : QUOTE);
                at += twice ? 1 : 0;
                from = at + 1;
            }
        }
        body.addAll(scan(text.substring(from), place));
        return body;
    }

    private static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int comma = list.indexOf(','); from <= list.length() && !list.isBlank(); comma = list.indexOf(',', from)) {
            int to = comma < 0 ? list.length() : comma;
            names.add(list.substring(from, to).strip());
            from = to + 1;
        }
        return names;
    }

    private List<Token> scan(String body, Range place) {
        Tokens scanned = new Tokens();
        List<Problem> found = new ArrayList<>();
        Scanner scanner = new Scanner(place.file(), body, scanned, found);
        while (scanner.next() != TokenKind.END) {
            // the scanner adds them
        }
        for (Problem problem : found) {
            problems.add(Problem.error(place, problem.message()));
        }
        return list(scanned, 0, scanned.size());
    }

    private static List<Token> list(Tokens tokens, int from, int to) {
        List<Token> list = new ArrayList<>(to - from);
        for (int token = from; token < to; token++) {
            list.add(new Token(tokens.kind(token), tokens.text(token)));
        }
        return list;
    }

    /** Replaces the last token by what it stands for, if it is a macro; a macro's arguments are read from the scanner. */
    void expandLast(Tokens tokens, Scanner scanner, int file) {
        int first = tokens.size() - 1;
        Macro macro = macros.get(tokens.text(first));
        if (macro == null || tokens.kind(first) == TokenKind.STRING) {
            return;
        }
        if (macro.parameters().isPresent()) {
            int depth = 0;
            TokenKind kind;
            do {
                kind = scanner.next();
                depth += kind == TokenKind.LPAREN ? 1 : kind == TokenKind.RPAREN ? -1 : 0;
            } while (depth > 0 && kind != TokenKind.END && kind != TokenKind.HASH);
        }
        int last = tokens.size() - 1;
        Range use = tokens.range(first, last);
        List<Token> result = new ArrayList<>();
        expand(list(tokens, first, last + 1), new HashSet<>(), result, use);
        tokens.truncate(first);
        for (Token token : result) {
            tokens.addExpanded(token.kind(), token.text(), use, file);
        }
    }

    private void expand(List<Token> input, Set<String> hidden, List<Token> output, Range use) {
        for (int index = 0; index < input.size(); index++) {
            Token token = input.get(index);
            Macro macro = token.kind() == TokenKind.STRING || hidden.contains(token.text()) ? null : macros.get(token.text());
            if (macro == null) {
                output.add(token);
                continue;
            }
            if (++expanded > MAX_EXPANSION || output.size() > MAX_EXPANSION || hidden.size() > MAX_DEPTH) {
                overflow(use);
            }
            if (overflowed) {
                return;
            }
            List<Token> body = macro.body();
            if (macro.parameters().isPresent()) {
                if (index + 1 >= input.size() || input.get(index + 1).kind() != TokenKind.LPAREN) {
                    output.add(token);
                    continue;
                }
                List<List<Token>> arguments = new ArrayList<>();
                index = arguments(input, index + 2, arguments);
                body = substitute(token.text(), macro, arguments, hidden, use);
            }
            Set<String> inner = new HashSet<>(hidden);
            inner.add(token.text());
            expand(pasted(body, use), inner, output, use);
        }
    }

    /** Told once; nothing is expanded any more, or it would be told again for each of exponentially many macros. */
    private void overflow(Range use) {
        if (!overflowed) {
            problems.add(Problem.error(use, "macros expand to too much"));
        }
        overflowed = true;
    }

    /** Splits at the commas outside of parentheses.
     *  @return index of the closing parenthesis */
    private static int arguments(List<Token> input, int from, List<List<Token>> arguments) {
        List<Token> argument = new ArrayList<>();
        int depth = 0;
        int index = from;
        for (; index < input.size(); index++) {
            TokenKind kind = input.get(index).kind();
            if (kind == TokenKind.RPAREN && depth == 0) {
                break;
            }
            if (kind == TokenKind.COMMA && depth == 0) {
                arguments.add(argument);
                argument = new ArrayList<>();
            } else {
                depth += kind == TokenKind.LPAREN ? 1 : kind == TokenKind.RPAREN ? -1 : 0;
                argument.add(input.get(index));
            }
        }
        arguments.add(argument);
        return index;
    }

    private List<Token> substitute(String name, Macro macro, List<List<Token>> arguments, Set<String> hidden, Range use) {
        List<String> parameters = macro.parameters().orElseThrow();
        if (arguments.size() != parameters.size() && !(parameters.isEmpty() && arguments.get(0).isEmpty())) {
            problems.add(Problem.error(use, "macro " + name + " has " + parameters.size() + " parameters, not " + arguments.size()));
            return List.of();
        }
        List<Token> body = new ArrayList<>();
        for (int index = 0; index < macro.body().size(); index++) {
            Token token = macro.body().get(index);
            if (token.equals(QUOTE) && index + 1 < macro.body().size()) {
                int quoted = parameters.indexOf(macro.body().get(index + 1).spelling());
                if (quoted >= 0) {
                    body.add(quoted(arguments.get(quoted)));
                    index++;
                    continue;
                }
            }
            int parameter = token.kind() == TokenKind.STRING ? -1 : parameters.indexOf(token.spelling());
            if (parameter < 0) {
                body.add(token);
            } else if (isPasted(macro.body(), index)) {
                body.addAll(arguments.get(parameter));
            } else {
                expand(arguments.get(parameter), hidden, body, use);
            }
            if (body.size() > MAX_EXPANSION) {
                overflow(use);
                return List.of();
            }
        }
        return body;
    }

    private static boolean isPasted(List<Token> body, int index) {
        return index > 0 && body.get(index - 1).equals(PASTE)
                || index + 1 < body.size() && body.get(index + 1).equals(PASTE);
    }

    private static Token quoted(List<Token> argument) {
        return new Token(TokenKind.STRING, argument.stream().map(Token::spelling).collect(Collectors.joining(" ")));
    }

    /** Joins the tokens at both sides of each {@code ##}. */
    private List<Token> pasted(List<Token> body, Range use) {
        if (!body.contains(PASTE)) {
            return body;
        }
        List<Token> result = new ArrayList<>();
        for (int index = 0; index < body.size(); index++) {
            boolean joins = body.get(index).equals(PASTE) && !result.isEmpty() && index + 1 < body.size();
            if (joins) {
                Token left = result.remove(result.size() - 1);
                index++;
                result.addAll(scan(left.spelling() + body.get(index).spelling(), use));
            } else {
                result.add(body.get(index));
            }
        }
        return result;
    }

    private static int wordEnd(String text) {
        int end = 0;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private static String stripComments(String line) {
        String code = line;
        int comment;
        while ((comment = code.indexOf("/*")) >= 0) {
            int end = code.indexOf("*/", comment + 2);
            code = code.substring(0, comment) + (end < 0 ? "" : " " + code.substring(end + 2));
        }
        comment = code.indexOf("//");
        return (comment >= 0 && code.indexOf('"') < 0 ? code.substring(0, comment) : code).strip();
    }
}
