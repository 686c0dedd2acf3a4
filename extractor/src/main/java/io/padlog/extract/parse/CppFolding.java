package io.padlog.extract.parse;

import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What is different in the tokens of a C++ source before the grammar sees them. A qualified name, with the arguments of
 * templates in it, is one name; so are a destructor's and an operator's. Headings of templates, access specifiers, using
 * declarations and friends leave no trace, nor do the braces of a namespace. A named cast is a cast. What is left is C
 * with classes, references, member initialisers, new and delete.
 */
final class CppFolding {
    /** How many tokens the arguments of a template may have, so that no comparison is read far. */
    private static final int MOST_ARGUMENT_TOKENS = 256;
    /** A class may have words of macros before its name. */
    private static final int MOST_WORDS = 8;
    /** Casts in casts beyond this are read as C's, which bind less. */
    private static final int MOST_CASTS = 64;

    private final UnitTokens unit;
    private final TokenBuffer buffer;
    private final CppNames names;
    private int casts;

    CppFolding(UnitTokens unit, CppNames names) {
        this.unit = unit;
        this.names = names;
        this.buffer = unit.buffer;
    }

    /** Takes the token at i, with what belongs to it. @return the last one taken, -1 if this is as in C */
    int fold(int i) {
        return switch (buffer.kind(i)) {
            case IDENTIFIER -> word(i);
            case DOUBLE_COLON -> i;
            case TILDE -> destructor(i);
            case ASSIGN -> isWord(i + 1, "default", "delete") && buffer.kind(i + 2) == TokenKind.SEMICOLON ? i + 1 : -1;
            case ELLIPSIS -> i > 0 && (buffer.kind(i - 1) == TokenKind.IDENTIFIER
                || buffer.kind(i - 1) == TokenKind.RIGHT_PAREN) ? i : -1;
            case ARROW -> buffer.kind(i + 1) == TokenKind.STAR ? memberPointer(i) : trailingReturn(i);
            case DOT -> buffer.kind(i + 1) == TokenKind.STAR ? memberPointer(i) : -1;
            default -> -1;
        };
    }

    boolean isClass(String name) {
        return names.isClass(name);
    }

    private boolean isWord(int i, String... words) {
        if (buffer.kind(i) == TokenKind.IDENTIFIER) {
            for (String word : words) {
                if (buffer.text(i).equals(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int word(int i) {
        return switch (buffer.text(i)) {
            case "template" -> buffer.kind(i + 1) == TokenKind.LESS ? template(i) : i;
            case "namespace" -> namespace(i);
            case "using" -> using(i);
            case "friend" -> friend(i);
            case "public", "private", "protected" -> buffer.kind(i + 1) == TokenKind.COLON ? i + 1 : i;
            case "class", "struct", "union" -> record(i);
            case "enum" -> enumeration(i);
            case "static_cast", "const_cast", "reinterpret_cast", "dynamic_cast" -> cast(i);
            case "new" -> newObject(i);
            case "delete" -> {
                boolean array = buffer.kind(i + 1) == TokenKind.LEFT_BRACKET && buffer.kind(i + 2) == TokenKind.RIGHT_BRACKET;
                yield emit(CParser.DELETE, i, array ? i + 2 : i);
            }
            case "noexcept" -> withList(i);
            case "throw" -> isBehindParameters(i) ? withList(i) : emit(CParser.THROW, i, i);
            case "override", "final" -> isBehindParameters(i) || i > 0 && buffer.kind(i - 1) == TokenKind.IDENTIFIER
                && (buffer.kind(i + 1) == TokenKind.COLON || buffer.kind(i + 1) == TokenKind.LEFT_BRACE) ? i : -1;
            case "inline" -> isWord(i + 1, "namespace") ? i : -1;
            case "typename", "mutable" -> i;
            case "virtual", "explicit", "consteval", "constinit" -> emit(CParser.STORAGE, i, i);
            case "auto", "bool", "char8_t", "char16_t", "char32_t" -> emit(CParser.BASIC_TYPE, i, i);
            case "nullptr", "true", "false" -> emit(CParser.NUMBER, i, i);
            case "typeid" -> emit(CParser.SIZEOF_TYPE, i, withList(i));
            case "try" -> isBehindParameters(i) ? i : emit(CParser.CPP_TRY, i, i);
            case "catch" -> emit(CParser.CPP_CATCH, i, i);
            default -> name(i);
        };
    }

    private int emit(int type, int first, int last) {
        unit.add(type, first, last);
        return last;
    }

    /** The token of that kind, or the last one. */
    private int through(int i, TokenKind kind) {
        int end = i;
        while (buffer.kind(end) != kind && buffer.kind(end + 1) != TokenKind.END_OF_FILE) {
            end++;
        }
        return end;
    }

    private int withList(int i) {
        return buffer.kind(i + 1) == TokenKind.LEFT_PAREN && unit.partner(i + 1) > 0 ? unit.partner(i + 1) : i;
    }

    private boolean isBehindParameters(int i) {
        return i > 0 && (buffer.kind(i - 1) == TokenKind.RIGHT_PAREN
            || isWord(i - 1, "const", "volatile", "noexcept", "override", "final"));
    }

    private int template(int i) {
        int close = heading(i + 1);
        List<String> parameters = new ArrayList<>();
        String name = "";
        boolean named = true;
        for (int k = i + 2; k <= close; k++) {
            if (named && buffer.kind(k) == TokenKind.IDENTIFIER) {
                name = buffer.text(k);
            } else if (buffer.kind(k) == TokenKind.COMMA || k == close) {
                parameters.add(name);
                named = true;
            } else {
                named &= buffer.kind(k) != TokenKind.ASSIGN;
            }
        }
        unit.parametersNext(parameters);
        return Math.max(i, close);
    }

    /** The angle bracket that ends the heading of a template. */
    private int heading(int open) {
        int depth = 0;
        for (int i = open; i < open + MOST_ARGUMENT_TOKENS; i++) {
            switch (buffer.kind(i)) {
                case LESS -> depth++;
                case GREATER -> depth--;
                case SHIFT_RIGHT -> depth -= 2;
                case LEFT_PAREN -> i = Math.max(i, unit.partner(i));
                case SEMICOLON, LEFT_BRACE, RIGHT_BRACE, END_OF_FILE -> {
                    return -1;
                }
                default -> { }
            }
            if (depth <= 0) {
                return i;
            }
        }
        return -1;
    }

    private int namespace(int i) {
        int end = i + 1;
        while (buffer.kind(end) == TokenKind.IDENTIFIER || buffer.kind(end) == TokenKind.DOUBLE_COLON) {
            if (buffer.kind(end) == TokenKind.IDENTIFIER) {
                names.addNamespace(buffer.text(end));
            }
            end++;
        }
        if (buffer.kind(end) != TokenKind.LEFT_BRACE) {
            return through(i, TokenKind.SEMICOLON);
        }
        // As extern "C" is written, which leaves no trace either.
        emit(CParser.STORAGE, i, i);
        return emit(CParser.STRING, end - 1, end - 1);
    }

    /** {@code using T = type;} is a typedef, whose name stands behind; other uses leave no trace. */
    private int using(int i) {
        int end = through(i, TokenKind.SEMICOLON);
        int stars = end;
        while (buffer.kind(stars - 1) == TokenKind.STAR) {
            stars--;
        }
        boolean alias = buffer.kind(i + 1) == TokenKind.IDENTIFIER && buffer.kind(i + 2) == TokenKind.ASSIGN && stars > i + 3
            && buffer.kind(end) == TokenKind.SEMICOLON;
        for (int k = i + 3; k < stars; k++) {
            // Not those of arrays and functions.
            alias &= switch (buffer.kind(k)) {
                case IDENTIFIER, DOUBLE_COLON, LESS, GREATER, COMMA, INTEGER -> true;
                default -> false;
            };
        }
        if (!alias) {
            return end;
        }
        unit.nameNext("typedef", "typedef");
        emit(CParser.STORAGE, i, i);
        StringBuilder type = new StringBuilder();
        for (int k = i + 3; k < stars; k++) {
            boolean words = buffer.kind(k) == TokenKind.IDENTIFIER && buffer.kind(k - 1) == TokenKind.IDENTIFIER;
            type.append(words ? " " : "").append(buffer.text(k));
        }
        unit.nameNext(type.toString(), type.toString());
        emit(CParser.BASIC_TYPE, i + 1, stars - 1);
        for (int star = stars; star < end; star++) {
            emit(CParser.STAR, star, star);
        }
        unit.nameNext(buffer.text(i + 1), buffer.text(i + 1));
        emit(CParser.IDENTIFIER, end, end);
        return emit(CParser.SEMICOLON, end, end);
    }

    /** Declared elsewhere, or defined here. */
    private int friend(int i) {
        int end = i;
        while (true) {
            switch (buffer.kind(end)) {
                case SEMICOLON -> {
                    return end;
                }
                case LEFT_BRACE, RIGHT_BRACE, END_OF_FILE -> {
                    return i;
                }
                default -> end++;
            }
        }
    }

    private int record(int i) {
        if (i > 0 && isWord(i - 1, "enum")) {
            return i;
        }
        int last = i;
        while (buffer.kind(last + 1) == TokenKind.IDENTIFIER && !isWord(last + 1, "final") && last < i + MOST_WORDS) {
            last++;
        }
        if (last > i) {
            names.addClass(buffer.text(last));
        }
        return buffer.text(i).equals("class") ? emit(CParser.STRUCT, i, i) : -1;
    }

    private int enumeration(int i) {
        int name = isWord(i + 1, "class", "struct") ? i + 2 : i + 1;
        emit(CParser.ENUM, i, name - 1);
        int end = name - 1;
        if (buffer.kind(name) == TokenKind.IDENTIFIER && Lexicon.wordType(buffer.text(name)) == CParser.IDENTIFIER) {
            end = Math.max(name, name(name));
            if (end == name) {
                emit(CParser.IDENTIFIER, name, name);
            }
        }
        int type = end + 1;
        while (buffer.kind(end + 1) == TokenKind.COLON && (buffer.kind(type) == TokenKind.IDENTIFIER
                || buffer.kind(type) == TokenKind.COLON || buffer.kind(type) == TokenKind.DOUBLE_COLON)) {
            type++;
        }
        return type - 1;
    }

    /** The angle brackets become parentheses, and what stands between them is a type; what follows is the whole's. */
    private int cast(int i) {
        int close = buffer.kind(i + 1) == TokenKind.LESS ? closing(i + 1) : -1;
        if (close < 0 || buffer.kind(close + 1) != TokenKind.LEFT_PAREN) {
            return -1;
        }
        int end = unit.partner(close + 1);
        boolean grouped = end > close && casts < MOST_CASTS;
        if (grouped) {
            emit(CParser.LEFT_PAREN, i, i);
        }
        emit(CParser.LEFT_PAREN, i + 1, i + 1);
        unit.qualifyNext();
        unit.select(i + 2, close);
        emit(CParser.RIGHT_PAREN, close, close);
        if (!grouped) {
            return close;
        }
        casts++;
        unit.select(close + 1, end + 1);
        casts--;
        return emit(CParser.RIGHT_PAREN, end, end);
    }

    /** With the storage that is given, the type and the bounds of an array; not with the arguments of the constructor. */
    private int newObject(int i) {
        int type = i + 1;
        if (buffer.kind(type) == TokenKind.LEFT_PAREN && unit.partner(type) > 0) {
            int behind = unit.partner(type) + 1;
            if (buffer.kind(behind) != TokenKind.IDENTIFIER) {
                unit.nameNext("new", text(type + 1, behind - 1));
                return emit(CParser.NEW_OBJECT, i, behind - 1);
            }
            type = behind;
        }
        int end = type;
        while (buffer.kind(end) == TokenKind.IDENTIFIER || buffer.kind(end) == TokenKind.DOUBLE_COLON) {
            int close = buffer.kind(end + 1) == TokenKind.LESS ? closing(end + 1) : -1;
            end = Math.max(end, close) + 1;
        }
        unit.nameNext("new", text(type, end));
        while (buffer.kind(end) == TokenKind.STAR) {
            end++;
        }
        while (buffer.kind(end) == TokenKind.LEFT_BRACKET && unit.partner(end) > 0) {
            end = unit.partner(end) + 1;
        }
        return emit(CParser.NEW_OBJECT, i, Math.max(i, end - 1));
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(buffer.text(i));
        }
        return text.toString();
    }

    private int destructor(int i) {
        boolean called = i > 0 && (buffer.kind(i - 1) == TokenKind.ARROW || buffer.kind(i - 1) == TokenKind.DOT);
        boolean declared = buffer.kind(i + 1) == TokenKind.IDENTIFIER && buffer.kind(i + 2) == TokenKind.LEFT_PAREN
            && names.isClass(buffer.text(i + 1)) && (i == 0 || buffer.kind(i - 1) != TokenKind.ASSIGN);
        if (!called && !declared) {
            return -1;
        }
        String name = "~" + buffer.text(i + 1);
        unit.nameNext(name, name);
        return emit(CParser.IDENTIFIER, i, i + 1);
    }

    /** {@code (object->*method)(a)} calls what the pointer holds; the object is evaluated before. */
    private int memberPointer(int i) {
        return emit(CParser.COMMA, i, i + 1);
    }

    /** {@code auto f() -> T {}: the type is left out. */
    private int trailingReturn(int i) {
        if (!isBehindParameters(i)) {
            return -1;
        }
        int end = i + 1;
        while (true) {
            switch (buffer.kind(end)) {
                case IDENTIFIER, DOUBLE_COLON, STAR, AMPERSAND -> end++;
                case LESS -> {
                    int close = closing(end);
                    if (close < 0) {
                        return -1;
                    }
                    end = close + 1;
                }
                case LEFT_BRACE -> {
                    return end - 1;
                }
                default -> {
                    return -1;
                }
            }
        }
    }

    /** A name that is qualified, has template arguments, or is an operator's. */
    private int name(int i) {
        boolean operator = isWord(i, "operator");
        TokenKind next = buffer.kind(i + 1);
        if (!operator && (next != TokenKind.LESS && next != TokenKind.DOUBLE_COLON
                || Lexicon.wordType(buffer.text(i)) != CParser.IDENTIFIER)) {
            return -1;
        }
        StringBuilder plain = new StringBuilder();
        StringBuilder written = new StringBuilder();
        int end = i;
        for (int part = i; part >= 0; part = nextPart(end)) {
            boolean isNamespace = plain.isEmpty() && names.isNamespace(buffer.text(part));
            String prefix = plain.isEmpty() ? "" : "::";
            if (isWord(part, "operator")) {
                end = operatorEnd(part);
                plain.append(prefix).append(text(part, end + 1));
                written.append(prefix).append(text(part, end + 1));
                break;
            }
            int nameEnd = buffer.kind(part) == TokenKind.TILDE ? part + 1 : part;
            int close = buffer.kind(nameEnd + 1) == TokenKind.LESS ? closing(nameEnd + 1) : -1;
            end = Math.max(nameEnd, close);
            if (!isNamespace || buffer.kind(end + 1) != TokenKind.DOUBLE_COLON) {
                plain.append(prefix).append(text(part, nameEnd + 1));
                written.append(prefix).append(text(part, end + 1));
                if (close > 0 && buffer.kind(close) == TokenKind.SHIFT_RIGHT) {
                    closeOnce(written);
                }
            }
        }
        if (end == i) {
            return -1;
        }
        unit.nameNext(plain.toString(), written.toString());
        return emit(CParser.IDENTIFIER, i, end);
    }

    /** Half of {@code >>} may close what is around. */
    private static void closeOnce(StringBuilder written) {
        long open = written.chars().filter(c -> c == '<').count();
        long closed = written.chars().filter(c -> c == '>').count();
        if (closed > open) {
            written.setLength(written.length() - 1);
        }
    }

    /** The part behind a double colon; -1 if the name ends. */
    private int nextPart(int end) {
        if (buffer.kind(end + 1) != TokenKind.DOUBLE_COLON) {
            return -1;
        }
        int part = isWord(end + 2, "template") ? end + 3 : end + 2;
        boolean named = buffer.kind(part) == TokenKind.IDENTIFIER && (isWord(part, "operator")
                || Lexicon.wordType(buffer.text(part)) == CParser.IDENTIFIER)
            || buffer.kind(part) == TokenKind.TILDE && buffer.kind(part + 1) == TokenKind.IDENTIFIER;
        return named ? part : -1;
    }

    private int operatorEnd(int operator) {
        int end = operator + 1;
        switch (buffer.kind(end)) {
            case LEFT_PAREN, LEFT_BRACKET -> {
                return unit.partner(end) == end + 1 ? end + 1 : operator;
            }
            case IDENTIFIER -> {
                // A conversion's type, or new and delete.
                while (buffer.kind(end + 1) == TokenKind.IDENTIFIER || buffer.kind(end + 1) == TokenKind.STAR
                        || buffer.kind(end + 1) == TokenKind.DOUBLE_COLON || buffer.kind(end + 1) == TokenKind.AMPERSAND) {
                    end++;
                }
                boolean array = buffer.kind(end + 1) == TokenKind.LEFT_BRACKET && unit.partner(end + 1) == end + 2;
                return array ? end + 2 : end;
            }
            case END_OF_FILE -> {
                return operator;
            }
            default -> {
                return end;
            }
        }
    }

    /** The angle bracket that closes template arguments; -1 if the one at {@code open} rather compares. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < open + MOST_ARGUMENT_TOKENS; i++) {
            switch (buffer.kind(i)) {
                case LESS -> depth++;
                case GREATER -> depth--;
                case SHIFT_RIGHT -> depth -= 2;
                case LEFT_PAREN, LEFT_BRACKET -> {
                    if (unit.partner(i) < i) {
                        return -1;
                    }
                    i = unit.partner(i);
                }
                case IDENTIFIER, INTEGER, CHARACTER, COMMA, DOUBLE_COLON, STAR, AMPERSAND, ELLIPSIS -> { }
                case AND_AND -> {
                    if (buffer.kind(i + 1) != TokenKind.GREATER && buffer.kind(i + 1) != TokenKind.COMMA) {
                        return -1;
                    }
                }
                default -> {
                    return -1;
                }
            }
            if (depth <= 0) {
                return mayFollowArguments(buffer.kind(i + 1)) ? i : -1;
            }
        }
        return -1;
    }

    private static boolean mayFollowArguments(TokenKind kind) {
        return switch (kind) {
            case LEFT_PAREN, DOUBLE_COLON, LEFT_BRACE, IDENTIFIER, STAR, AMPERSAND, AND_AND, COMMA, RIGHT_PAREN, SEMICOLON,
                GREATER, SHIFT_RIGHT, ELLIPSIS -> true;
            default -> false;
        };
    }
}
