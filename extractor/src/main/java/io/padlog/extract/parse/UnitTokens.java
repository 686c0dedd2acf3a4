package io.padlog.extract.parse;

import io.padlog.extract.source.Position;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A translation unit's tokens as the grammar wants them: typed, without what may stand anywhere, with what nobody looks
 * into folded. Columns, numbered anew from 0; {@code first} and {@code last} lead back to the buffer.
 */
final class UnitTokens {
    /** The type of a token that the classifier has taken out. */
    static final int SKIP = 0;

    final TokenBuffer buffer;
    final int size;
    final int[] type;
    final int[] first;
    final int[] last;
    /** The partner of a bracket, -1 without one or where the token is none. Splitter refines it. */
    final int[] match;
    /** Whether a qualifier stood before the token. */
    final boolean[] qualified;
    /** Whether the semicolon before the token is missing. */
    final boolean[] unterminated;
    /** Whether no bracket is open at the end. */
    final boolean balanced;
    /** Spans of the annotations taken out, in order. */
    int[] annotationFirst = new int[64];
    int[] annotationLast = new int[64];
    int annotations;

    private final int[] partner;
    private final Optional<CppFolding> cpp;
    private int count;
    /** Names of tokens that are more than one in the buffer, and with the arguments of templates; only in C++. */
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, String> written = new HashMap<>();
    private final Map<Integer, List<String>> templates = new HashMap<>();

    /**
     * @param from the first token of the buffer that is taken
     * @param cppNames what a C++ source has declared before; gets what it declares
     */
    UnitTokens(TokenBuffer buffer, int from, Optional<CppNames> cppNames) {
        this.buffer = buffer;
        this.cpp = cppNames.map(known -> new CppFolding(this, known));
        int raw = buffer.size();
        // A namespace's word is two.
        int capacity = cpp.isPresent() ? 2 * (raw - from) + 1 : raw - from + 1;
        partner = new int[raw];
        type = new int[capacity];
        first = new int[capacity];
        last = new int[capacity];
        qualified = new boolean[capacity];
        balanced = matchRaw(from, raw);
        select(from, raw);
        size = count;
        type[size] = CParser.EOF;
        first[size] = Math.max(0, raw - 1);
        last[size] = first[size];
        match = new int[size + 1];
        unterminated = new boolean[size + 1];
        match(0, size, new Brackets());
    }

    boolean isCpp() {
        return cpp.isPresent();
    }

    /** A token's spelling; of one that C++ makes of several the name without the arguments of templates. */
    String text(int token) {
        String name = names.isEmpty() ? null : names.get(token);
        return name == null ? buffer.text(first[token]) : name;
    }

    /** The same with the arguments of templates. */
    String written(int token) {
        String name = written.isEmpty() ? null : written.get(token);
        return name == null ? text(token) : name;
    }

    /** Whether a token is the name of a class, or of its destructor. */
    boolean isClass(int token) {
        if (cpp.isEmpty()) {
            return false;
        }
        String name = text(token);
        return cpp.get().isClass(name.startsWith("~") ? name.substring(1) : name);
    }

    /** Whether a token stands on a line below that of the one before. */
    boolean isNewLine(int before, int token) {
        Position earlier = buffer.expanded(last[before]);
        Position later = buffer.expanded(first[token]);
        return earlier.line() != later.line() || !earlier.file().equals(later.file());
    }

    /** The bracket of the buffer that closes this one; not positive if there is none. */
    int partner(int opener) {
        return partner[opener];
    }

    /** Says how the token that is added next is called. */
    void nameNext(String name, String withArguments) {
        names.put(count, name);
        if (!name.equals(withArguments)) {
            written.put(count, withArguments);
        }
    }

    /** Says what the parameters of the template are that begins with the token that is added next. */
    void parametersNext(List<String> parameters) {
        templates.put(count, parameters);
    }

    /** The parameters of the template that begins with a token; none if none does. */
    List<String> templateParameters(int token) {
        return templates.getOrDefault(token, List.of());
    }

    /** Says that the token that is added next begins a type. */
    void qualifyNext() {
        qualified[count] = true;
    }

    /** Finds the partners of the brackets in [from, to). */
    void match(int from, int to, Brackets brackets) {
        brackets.clear();
        for (int i = from; i < to; i++) {
            match[i] = -1;
            int partner = switch (type[i]) {
                case CParser.LEFT_PAREN -> opened(brackets, i, ')');
                case CParser.LEFT_BRACKET -> opened(brackets, i, ']');
                case CParser.LEFT_BRACE -> opened(brackets, i, '}');
                case CParser.RIGHT_PAREN -> brackets.close(')');
                case CParser.RIGHT_BRACKET -> brackets.close(']');
                case CParser.RIGHT_BRACE -> brackets.close('}');
                default -> -1;
            };
            if (partner >= 0) {
                match[i] = partner;
                match[partner] = i;
            }
        }
    }

    private static int opened(Brackets brackets, int index, char closedBy) {
        brackets.open(index, closedBy);
        return -1;
    }

    /** @return whether no bracket is open at the end */
    private boolean matchRaw(int from, int raw) {
        Brackets brackets = new Brackets();
        for (int i = from; i < raw; i++) {
            partner[i] = -1;
            int opener = switch (buffer.kind(i)) {
                case LEFT_PAREN -> opened(brackets, i, ')');
                case LEFT_BRACKET -> opened(brackets, i, ']');
                case LEFT_BRACE -> opened(brackets, i, '}');
                case RIGHT_PAREN -> brackets.close(')');
                case RIGHT_BRACKET -> brackets.close(']');
                case RIGHT_BRACE -> brackets.close('}');
                default -> -1;
            };
            if (opener >= 0) {
                partner[opener] = i;
            }
        }
        return brackets.isEmpty();
    }

    /** Adds the tokens of [from, to) of the buffer. */
    void select(int from, int to) {
        for (int i = from; i < to; i++) {
            TokenKind kind = buffer.kind(i);
            if (kind == TokenKind.END_OF_FILE) {
                break;
            }
            int start = i;
            if (cpp.isPresent()) {
                int taken = cpp.get().fold(i);
                if (taken >= 0) {
                    i = taken;
                    continue;
                }
            }
            int found;
            if (kind == TokenKind.IDENTIFIER) {
                found = Lexicon.wordType(buffer.text(i));
            } else if (kind == TokenKind.LEFT_BRACKET && isAttribute(i)) {
                i = partner[i];
                annotate(start, i);
                continue;
            } else {
                found = Lexicon.type(kind);
            }
            if (found < CParser.EOF) {
                i = fold(i, found);
                switch (found) {
                    case Lexicon.QUALIFIER -> qualified[count] = true;
                    case Lexicon.ANNOTATION -> annotate(start, i);
                    case Lexicon.IGNORED, Lexicon.LOCAL_LABEL -> { }
                    default -> add(folded(found, i > start), start, i);
                }
            } else if (found == CParser.IF && count > 0 && type[count - 1] == CParser.ELSE) {
                type[count - 1] = CParser.ELSE_IF;
                last[count - 1] = i;
            } else {
                add(found, start, i);
            }
        }
    }

    /** Adds a token that stands for those from {@code start} to {@code end} of the buffer. */
    void add(int found, int start, int end) {
        type[count] = found;
        first[count] = start;
        last[count++] = end;
    }

    private void annotate(int start, int end) {
        if (annotations == annotationFirst.length) {
            annotationFirst = Arrays.copyOf(annotationFirst, annotations * 2);
            annotationLast = Arrays.copyOf(annotationLast, annotations * 2);
        }
        annotationFirst[annotations] = start;
        annotationLast[annotations++] = end;
    }

    /** C23's {@code [[name]]}. */
    private boolean isAttribute(int bracket) {
        return buffer.kind(bracket + 1) == TokenKind.LEFT_BRACKET && partner[bracket] >= 0
            && partner[bracket] == partner[bracket + 1] + 1;
    }

    /** The type of a folded token; without a parenthesised list, sizeof and its kind are operators. */
    private static int folded(int found, boolean withList) {
        return switch (found) {
            case Lexicon.CONSTANT -> withList ? CParser.SIZEOF_TYPE : CParser.SIZEOF;
            case Lexicon.OPAQUE -> withList ? CParser.OPAQUE_VALUE : CParser.IDENTIFIER;
            case Lexicon.TYPEOF -> CParser.BASIC_TYPE;
            case Lexicon.ASSERTION -> CParser.STATIC_ASSERT;
            default -> CParser.ASM;
        };
    }

    /** @return the last token that belongs to the word at i */
    private int fold(int i, int found) {
        return switch (found) {
            case Lexicon.ANNOTATION -> buffer.kind(i + 1) == TokenKind.LEFT_PAREN && partner[i + 1] > 0
                && !Lexicon.takesNoArguments(buffer.text(i)) ? partner[i + 1] : i;
            case Lexicon.CONSTANT, Lexicon.OPAQUE, Lexicon.TYPEOF ->
                buffer.kind(i + 1) == TokenKind.LEFT_PAREN && partner[i + 1] > 0 ? partner[i + 1] : i;
            case Lexicon.ASSERTION -> {
                int end = buffer.kind(i + 1) == TokenKind.LEFT_PAREN && partner[i + 1] > 0 ? partner[i + 1] : i;
                yield buffer.kind(end + 1) == TokenKind.SEMICOLON ? end + 1 : end;
            }
            case Lexicon.ASSEMBLY -> assemblyEnd(i);
            case Lexicon.LOCAL_LABEL -> statementEnd(i);
            default -> i;
        };
    }

    private int statementEnd(int i) {
        int end = i;
        while (buffer.kind(end) == TokenKind.IDENTIFIER || buffer.kind(end) == TokenKind.COMMA) {
            end++;
        }
        return buffer.kind(end) == TokenKind.SEMICOLON ? end : end - 1;
    }

    /** GNU's parenthesised form, MSVC's block, or MSVC's line, which ends with the source line or the block. */
    private int assemblyEnd(int i) {
        int next = i + 1;
        while (buffer.kind(next) == TokenKind.IDENTIFIER && isAssemblyQualifier(buffer.text(next))) {
            next++;
        }
        TokenKind kind = buffer.kind(next);
        if ((kind == TokenKind.LEFT_PAREN || kind == TokenKind.LEFT_BRACE && next == i + 1) && partner[next] > 0) {
            return partner[next];
        }
        int line = buffer.expanded(i).line();
        int end = i;
        while (endsNoAssembly(buffer.kind(end + 1)) && buffer.expanded(end + 1).line() == line
                && !buffer.text(end + 1).equals(buffer.text(i))) {
            end++;
        }
        return end;
    }

    private static boolean endsNoAssembly(TokenKind kind) {
        return kind != TokenKind.END_OF_FILE && kind != TokenKind.RIGHT_BRACE && kind != TokenKind.SEMICOLON;
    }

    private static boolean isAssemblyQualifier(String word) {
        return switch (word) {
            case "volatile", "__volatile__", "__volatile", "goto", "inline", "__inline", "__inline__" -> true;
            default -> false;
        };
    }
}
