package io.padlog.extract.preprocess;

import io.padlog.extract.preprocess.LexedFile.Fault;
import io.padlog.extract.preprocess.LexedFile.Note;
import io.padlog.extract.source.Language;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.token.TokenKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Translation phase 3: text to preprocessing tokens. One for each thread; its table of spellings lives as long as it.
 *
 * @implNote C17 6.4, with $ in identifiers (GNU, MSVC). As in MSVC, a sign does not continue a hexadecimal number after
 *     E, so that {@code 0x1E+2} is a sum.
 */
final class Lexer {
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte BLANK = 3;
    private static final byte LINE = 4;
    private static final byte QUOTE = 5;
    private static final byte[] CLASSES = classes();

    private final SpellingTable table;
    private final Spellings spellings;

    private SpliceMap map = new SpliceMap("");
    private char[] chars = map.chars;
    private int position;
    /** Whether {@code 1'000} is a number. */
    private boolean separators;
    private byte pending;
    private int count;
    private Spelling[] found = new Spelling[1024];
    private int[] begins = new int[1024];
    private int[] ends = new int[1024];
    private byte[] flags = new byte[1024];
    private int[] directives = new int[64];
    private int directiveCount;
    private List<Note> remarks = new ArrayList<>();
    private List<Fault> faults = new ArrayList<>();

    Lexer(Spellings spellings) {
        this.spellings = spellings;
        this.table = new SpellingTable(spellings);
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        Arrays.fill(classes, 'a', 'z' + 1, LETTER);
        Arrays.fill(classes, 'A', 'Z' + 1, LETTER);
        classes['_'] = LETTER;
        classes['$'] = LETTER;
        Arrays.fill(classes, '0', '9' + 1, DIGIT);
        for (char blank : " \t\f\u000B".toCharArray()) {
            classes[blank] = BLANK;
        }
        classes['\n'] = LINE;
        classes['\r'] = LINE;
        classes['"'] = QUOTE;
        classes['\''] = QUOTE;
        return classes;
    }

    LexedFile lex(SourceText source) {
        start(source.text());
        separators = source.file().language() == Language.CPP;
        int length = map.length;
        while (position < length) {
            char c = chars[position];
            switch (c < 128 ? CLASSES[c] : LETTER) {
                case LETTER:
                    identifier();
                    break;
                case BLANK:
                    position++;
                    pending |= LexedFile.SPACE;
                    break;
                case LINE:
                    position++;
                    pending |= LexedFile.SPACE | LexedFile.LINE_START;
                    break;
                case DIGIT:
                    number();
                    break;
                case QUOTE:
                    literal(position);
                    break;
                default:
                    if (c == '/' && (chars[position + 1] == '/' || chars[position + 1] == '*')) {
                        comment();
                    } else if (c == '.' && isDigit(chars[position + 1])) {
                        number();
                    } else {
                        punctuator(c);
                    }
            }
        }
        return finish(source);
    }

    /** An unreadable file reads as an empty one with a fault. */
    LexedFile unreadable(SourceFile file, String message) {
        start("");
        faults.add(new Fault(0, true, message));
        return finish(new SourceText(file, ""));
    }

    /** The token that {@code text} is, as when two are pasted; the end-of-file spelling if it is not exactly one. */
    Spelling single(String text) {
        return spellings.find(text).orElseGet(() -> {
            LexedFile lexed = lex(new SourceText(new SourceFile(Path.of("paste"), "paste"), text));
            boolean one = lexed.size == 1 && lexed.begins[0] == 0 && lexed.ends[0] == text.length();
            return one ? lexed.spellings[0] : spellings.endOfFile;
        });
    }

    private void start(String text) {
        map = new SpliceMap(text);
        chars = map.chars;
        position = 0;
        count = 0;
        directiveCount = 0;
        pending = LexedFile.SPACE | LexedFile.LINE_START;
        remarks = new ArrayList<>();
        faults = new ArrayList<>();
    }

    private LexedFile finish(SourceText source) {
        pending = LexedFile.SPACE | LexedFile.LINE_START;
        add(spellings.endOfFile, source.length(), source.length());
        LexedFile file = new LexedFile(source, Arrays.copyOf(found, count), Arrays.copyOf(begins, count),
                Arrays.copyOf(ends, count), Arrays.copyOf(flags, count), Arrays.copyOf(directives, directiveCount),
                remarks, faults);
        map = new SpliceMap("");
        chars = map.chars;
        return file;
    }

    /** Ends the token that began at {@code begin} here. */
    private void emit(Spelling spelling, int begin) {
        if (spelling.kind == TokenKind.HASH && (pending & LexedFile.LINE_START) != 0) {
            if (directiveCount == directives.length) {
                directives = Arrays.copyOf(directives, directiveCount * 2);
            }
            directives[directiveCount++] = count;
        }
        add(spelling, map.original(begin), map.original(position - 1) + 1);
    }

    private void add(Spelling spelling, int begin, int end) {
        if (count == found.length) {
            int larger = count * 2;
            found = Arrays.copyOf(found, larger);
            begins = Arrays.copyOf(begins, larger);
            ends = Arrays.copyOf(ends, larger);
            flags = Arrays.copyOf(flags, larger);
        }
        found[count] = spelling;
        begins[count] = begin;
        ends[count] = end;
        flags[count++] = pending;
        pending = 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean continuesIdentifier(char c) {
        if (c < 128) {
            byte type = CLASSES[c];
            return type == LETTER || type == DIGIT;
        }
        return Character.isUnicodeIdentifierPart(c) || Character.isSurrogate(c);
    }

    private void identifier() {
        int begin = position;
        char c = chars[position];
        if (c >= 128 && !continuesIdentifier(c)) {
            position++;
            if (c == '\u00A0' || c == '\uFEFF') {
                pending |= LexedFile.SPACE;
            } else {
                emit(table.get(chars, begin, position, TokenKind.UNKNOWN), begin);
            }
            return;
        }
        int hash = 0;
        do {
            hash = hash * 31 + c;
            c = chars[++position];
        } while (continuesIdentifier(c));
        if ((c == '"' || c == '\'') && isPrefix(begin, position)) {
            literal(begin);
        } else {
            emit(table.get(chars, begin, position, hash, TokenKind.IDENTIFIER), begin);
        }
    }

    private boolean isPrefix(int begin, int end) {
        char c = chars[begin];
        return end - begin == 1 && (c == 'L' || c == 'u' || c == 'U')
                || end - begin == 2 && c == 'u' && chars[begin + 1] == '8';
    }

    private void number() {
        int begin = position;
        boolean hex = chars[begin] == '0' && (chars[begin + 1] | 0x20) == 'x';
        boolean floating = false;
        for (;;) {
            char c = chars[position];
            char lower = (char) (c | 0x20);
            boolean exponent = hex ? lower == 'p' : lower == 'e';
            floating |= c == '.' || exponent;
            position++;
            char next = chars[position];
            if (exponent && (next == '+' || next == '-')) {
                position++;
                next = chars[position];
            }
            boolean separator = separators && next == '\'' && isDigit(c) && isDigit(chars[position + 1]);
            if (!continuesIdentifier(next) && next != '.' && !separator) {
                break;
            }
        }
        emit(table.get(chars, begin, position, floating ? TokenKind.FLOATING : TokenKind.INTEGER), begin);
    }

    /** A string or character constant whose prefix begins at {@code begin} and whose quote stands at the position. */
    private void literal(int begin) {
        char quote = chars[position];
        int i = position + 1;
        for (;;) {
            char c = chars[i];
            if (c == quote) {
                position = i + 1;
                TokenKind kind = quote == '"' ? TokenKind.STRING : TokenKind.CHARACTER;
                emit(table.get(chars, begin, position, kind), begin);
                return;
            }
            if (c == '\n' || c == '\r' || i >= map.length) {
                break;
            }
            i += c == '\\' && chars[i + 1] != '\n' && chars[i + 1] != '\r' ? 2 : 1;
        }
        // Unclosed: the quote alone is an unknown token, what follows is read as if it were not there (as GCC does).
        if (position > begin) {
            int quoteAt = position;
            emit(table.get(chars, begin, quoteAt, TokenKind.IDENTIFIER), begin);
        }
        int quoteAt = position++;
        emit(table.get(chars, quoteAt, position, TokenKind.UNKNOWN), quoteAt);
    }

    private void comment() {
        int begin = position;
        boolean line = chars[begin + 1] == '/';
        int i = begin + 2;
        if (line) {
            while (i < map.length && chars[i] != '\n' && chars[i] != '\r') {
                i++;
            }
        } else {
            while (i < map.length && !(chars[i] == '*' && chars[i + 1] == '/')) {
                i++;
            }
            if (i >= map.length) {
                faults.add(new Fault(map.original(begin), false, "comment without end"));
            }
        }
        remark(begin, i);
        position = line ? i : Math.min(i + 2, map.length);
        pending |= LexedFile.SPACE;
    }

    private void remark(int begin, int end) {
        int i = begin + 2;
        while (i < end && chars[i] <= ' ') {
            i++;
        }
        if (i + 7 <= end && chars[i] == 'p' && chars[i + 1] == 'a' && new String(chars, i, 7).equals("padlog-")) {
            remarks.add(new Note(map.original(begin), new String(chars, i, end - i).strip()));
        }
    }

    private void punctuator(char c) {
        int begin = position;
        TokenKind kind = Punctuators.longest(chars, position);
        position += Punctuators.length(kind, chars, position);
        Spelling usual = spellings.punctuator(kind);
        if (kind != TokenKind.UNKNOWN && usual.text.charAt(0) == c) {
            emit(usual, begin);
        } else {
            emit(table.get(chars, begin, position, kind), begin);
        }
    }
}
