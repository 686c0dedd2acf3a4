package io.padlog.run.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A source's text, and how it reads with one call broken. All other lines and columns stay as they are. */
final class Edit {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern BEFORE_STATEMENT = Pattern.compile("(?s).*([;{}):]|\\belse|\\bdo)\\s*");

    private final String text;
    private final int begin;
    private final String name;
    private final int end;
    private final List<String> arguments = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();

    private Edit(String text, int begin, String name) {
        this.text = text;
        this.begin = begin;
        this.name = name;
        this.end = arguments(begin + name.length());
    }

    /** @return the text with the site's call broken; empty if the text there cannot be told for a call */
    static Optional<String> of(String text, Site site) {
        int at = offset(text, site.line(), site.column());
        Matcher matcher = NAME.matcher(text);
        if (at < 0 || !matcher.find(at) || matcher.start() != at) {
            return Optional.empty();
        }
        Edit edit = new Edit(text, at, matcher.group());
        if (edit.end < 0) {
            return Optional.empty();
        }
        return switch (site.kind()) {
            case RELEASE, ACQUIRE -> Optional.of(edit.deleted(site));
            case SWAP -> edit.exchanged(site);
        };
    }

    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int passed = 1; passed < line; passed++) {
            at = text.indexOf('\n', at) + 1;
            if (at == 0) {
                return -1;
            }
        }
        int end = text.indexOf('\n', at);
        String rest = text.substring(at, end < 0 ? text.length() : end);
        return column - 1 > rest.codePointCount(0, rest.length()) ? -1 : at + rest.offsetByCodePoints(0, column - 1);
    }

    private String deleted(Site site) {
        boolean ends = text.startsWith(";", space(end));
        boolean begins = BEFORE_STATEMENT.matcher(text.substring(Math.max(0, begin - 2_000), begin)).matches();
        String instead;
        if (begins && (ends || !name.equals(site.callee()))) {
            instead = ends ? "(void)0" : "";
        } else {
            instead = site.kind() == Kind.ACQUIRE && site.takesEffect().equals("nonzero") ? "1" : "0";
        }
        return replaced(begin, end, instead);
    }

    private Optional<String> exchanged(Site site) {
        if (!name.equals(site.callee()) || site.argument() < 0 || site.argument() >= arguments.size() || site.exchanges().isEmpty()) {
            return Optional.empty();
        }
        String own = arguments.get(site.argument());
        String other = site.exchanges().get(0);
        int at = offsets.get(site.argument());
        Matcher last = Pattern.compile("(?s)(.*(?:->|\\.)\\s*)" + NAME + "(\\W*)").matcher(own);
        boolean member = NAME.matcher(other).matches() && last.matches() && !site.lock().equals(other);
        return Optional.of(text.substring(0, at) + (member ? last.group(1) + other + last.group(2) : other)
                + text.substring(at + own.length()));
    }

    private String replaced(int from, int to, String instead) {
        StringBuilder result = new StringBuilder(text.substring(0, from)).append(instead);
        for (int at = from; at < to; at++) {
            char character = text.charAt(at);
            if (character == '\n' || character == '\r') {
                result.append(character);
            } else if (at - from >= instead.length()) {
                result.append(' ');
            }
        }
        return result.append(text.substring(to)).toString();
    }

    /** Reads the arguments, if there are any.
     *  @return behind them; -1 if they do not end */
    private int arguments(int from) {
        int at = space(from);
        if (!text.startsWith("(", at)) {
            return from;
        }
        int depth = 0;
        int begun = at + 1;
        for (; at < text.length(); at = next(at)) {
            char character = text.charAt(at);
            if (character == '(' || character == '[' || character == '{') {
                depth++;
            } else if (character == ')' || character == ']' || character == '}') {
                depth--;
            }
            if (depth == 0 || depth == 1 && character == ',') {
                int trimmed = space(begun);
                offsets.add(trimmed);
                arguments.add(text.substring(trimmed, Math.max(trimmed, at)).stripTrailing());
                begun = at + 1;
            }
            if (depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    /** Behind the character, literal or comment at {@code at}. */
    private int next(int at) {
        char character = text.charAt(at);
        if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            return close < 0 ? text.length() : close + 2;
        }
        if (text.startsWith("//", at)) {
            int close = text.indexOf('\n', at);
            return close < 0 ? text.length() : close;
        }
        if (character == '"' || character == '\'') {
            int in = at + 1;
            while (in < text.length() && text.charAt(in) != character) {
                in += text.charAt(in) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), in + 1);
        }
        return at + 1;
    }

    /** Behind space and comments. */
    private int space(int from) {
        int at = from;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("/*", at) || text.startsWith("//", at)) {
                at = next(at);
            } else {
                return at;
            }
        }
        return at;
    }
}
