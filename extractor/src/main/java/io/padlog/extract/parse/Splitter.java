package io.padlog.extract.parse;

/**
 * Cuts a unit into external declarations by brackets alone, so that one that does not parse takes no other with it.
 * Where braces do not match, the layout decides: a function ends with the first closing brace in column 1, or before
 * the first line that begins a declaration in column 1. {@code extern "C" {} } leaves no trace. A class of C++ is one
 * piece, whose members are cut by another splitter.
 */
final class Splitter {
    /** What a cut-out piece looks like. */
    enum Kind { FUNCTION, DECLARATION, MACRO_USE, CLASS }

    /** How far to look for the body behind old-style parameter declarations. */
    private static final int OLD_STYLE_REACH = 512;

    private final UnitTokens tokens;
    private final int[] type;
    private final int[] match;
    private final Brackets brackets = new Brackets();
    private final int limit;
    private final boolean inClass;
    private int linkageBlocks;
    private int from;
    private int to;
    private Kind kind = Kind.DECLARATION;
    private boolean oldStyle;
    private int missingBraces;

    // What was seen of the declaration being cut.
    private int recordWord;
    private boolean assigned;
    private int listOpen;
    private int classBrace;

    /** Cuts [from, to), the members of a class or else what stands outside of functions. */
    Splitter(UnitTokens tokens, int from, int to, boolean inClass) {
        this.inClass = inClass;
        this.tokens = tokens;
        this.to = from;
        this.limit = to;
        this.type = tokens.type;
        this.match = tokens.match;
    }

    int from() {
        return from;
    }

    /** Exclusive. */
    int to() {
        return to;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the parameters are declared between the parentheses and the body. */
    boolean oldStyle() {
        return oldStyle;
    }

    /** How many braces of the piece nobody closes. */
    int missingBraces() {
        return missingBraces;
    }

    /** Of a class the brace that its members begin with. */
    int classBrace() {
        return classBrace;
    }

    /** Cuts the next external declaration. @return false at the end */
    boolean next() {
        from = skipNothings(to);
        if (from >= limit) {
            return false;
        }
        kind = Kind.DECLARATION;
        oldStyle = false;
        missingBraces = 0;
        recordWord = -1;
        assigned = false;
        listOpen = -1;
        to = cut();
        if (kind == Kind.DECLARATION && isMacroUse() && !declaresConstructor()) {
            kind = Kind.MACRO_USE;
        }
        return true;
    }

    /** Whether, at the end, what comes behind cannot belong to the last piece. */
    boolean ended() {
        int last = type[limit - 1];
        boolean body = kind == Kind.FUNCTION && to == limit || to < limit;
        return linkageBlocks == 0 && missingBraces == 0
                && (last == CParser.SEMICOLON || last == CParser.RIGHT_BRACE && body);
    }

    private int skipNothings(int start) {
        int i = start;
        while (i < limit) {
            switch (type[i]) {
                case CParser.SEMICOLON, CParser.STATIC_ASSERT, CParser.ASM -> i++;
                case CParser.CPP_CATCH -> i = behindHandler(i);
                case CParser.STORAGE -> {
                    if (type[i + 1] != CParser.STRING || type[i + 2] != CParser.LEFT_BRACE) {
                        return i;
                    }
                    linkageBlocks++;
                    i += 3;
                }
                case CParser.RIGHT_BRACE -> {
                    if (linkageBlocks == 0) {
                        return i;
                    }
                    linkageBlocks--;
                    i++;
                }
                default -> {
                    return i;
                }
            }
        }
        return i;
    }

    /** Behind {@code catch (…) { … }}, which a function may have beside its body. */
    private int behindHandler(int word) {
        int close = type[word + 1] == CParser.LEFT_PAREN ? match[word + 1] : -1;
        return close > 0 && type[close + 1] == CParser.LEFT_BRACE && match[close + 1] > 0 ? match[close + 1] + 1 : word + 1;
    }

    private int cut() {
        int i = from;
        while (i < limit) {
            switch (type[i]) {
                case CParser.SEMICOLON -> {
                    if (!isOldStyle(i)) {
                        return i + 1;
                    }
                    oldStyle = true;
                    i++;
                }
                case CParser.LEFT_PAREN, CParser.LEFT_BRACKET -> {
                    if (listOpen < 0 && type[i] == CParser.LEFT_PAREN) {
                        listOpen = i;
                    }
                    i = match[i] > i ? match[i] + 1 : i + 1;
                    if (isUseOnItsOwnLine(i)) {
                        return i;
                    }
                }
                case CParser.LEFT_BRACE -> {
                    boolean record = isRecordBody(i);
                    if (tokens.isCpp() && match[i] > 0 && (record || listOpen < 0) && isCppData(i, record)) {
                        i = match[i] + 1;
                        continue;
                    }
                    if (isMacroWithData(i)) {
                        kind = Kind.MACRO_USE;
                        return type[match[i] + 1] == CParser.SEMICOLON ? match[i] + 2 : match[i] + 1;
                    }
                    boolean holdsData = assigned || record;
                    if (!holdsData) {
                        kind = listOpen >= 0 ? Kind.FUNCTION : Kind.DECLARATION;
                        return bodyEnd(i);
                    }
                    if (match[i] < 0) {
                        return bodyEnd(i);
                    }
                    i = match[i] + 1;
                }
                case CParser.RIGHT_BRACE -> {
                    return strayBraces(i);
                }
                case CParser.COLON -> i = tokens.isCpp() && listOpen >= 0 ? memberInitializers(i) : i + 1;
                case CParser.ASSIGN -> {
                    assigned = true;
                    i++;
                }
                case CParser.STRUCT, CParser.UNION, CParser.ENUM -> {
                    recordWord = i;
                    i++;
                }
                default -> i++;
            }
        }
        return limit;
    }

    /** The brace of a record that is defined in a function; -1 if the word begins none. */
    int localRecord(int word) {
        int brace = word + 1;
        while (brace < to && (type[brace] == CParser.IDENTIFIER || type[brace] == CParser.COLON
                || type[brace] == CParser.COMMA || type[brace] == CParser.STORAGE)) {
            brace++;
        }
        return type[brace] == CParser.LEFT_BRACE && match[brace] > 0 && match[brace] < to ? brace : -1;
    }

    /** {@code int x{0};} has its value there, and a class its members. */
    private boolean isCppData(int brace, boolean record) {
        if (!record) {
            return brace > from
                && (type[brace - 1] == CParser.IDENTIFIER || type[brace - 1] == CParser.RIGHT_BRACKET);
        }
        boolean members = type[recordWord] != CParser.ENUM && kind != Kind.CLASS && hasMembers(recordWord, brace);
        if (members) {
            kind = Kind.CLASS;
            classBrace = brace;
        }
        return members;
    }

    /** Whether a record has more than C knows: bases, methods, values of fields. */
    boolean hasMembers(int word, int brace) {
        if (tokens.text(word).equals("class")) {
            return true;
        }
        for (int i = word; i < match[brace]; i++) {
            boolean found = switch (type[i]) {
                case CParser.COLON -> i < brace;
                case CParser.LEFT_PAREN -> type[i - 1] == CParser.IDENTIFIER && type[i + 1] != CParser.STAR;
                case CParser.ASSIGN -> true;
                case CParser.LEFT_BRACE -> i > brace && type[i - 1] == CParser.IDENTIFIER && type[i - 2] != CParser.STRUCT
                    && type[i - 2] != CParser.UNION && type[i - 2] != CParser.ENUM;
                default -> false;
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** What a constructor gives its members: {@code : base(a), field{b}}; the braces become parentheses. */
    private int memberInitializers(int colon) {
        int i = colon + 1;
        while (type[i] == CParser.IDENTIFIER && (type[i + 1] == CParser.LEFT_PAREN || type[i + 1] == CParser.LEFT_BRACE)
                && match[i + 1] > 0) {
            int close = match[i + 1];
            boolean more = type[close + 1] == CParser.COMMA;
            if (!more && type[close + 1] != CParser.LEFT_BRACE) {
                return colon + 1;
            }
            type[i + 1] = CParser.LEFT_PAREN;
            type[close] = CParser.RIGHT_PAREN;
            i = close + 2;
            if (!more) {
                type[colon] = CParser.MEMBERS;
                return close + 1;
            }
        }
        return colon + 1;
    }

    private int strayBraces(int i) {
        if (i > from && linkageBlocks > 0) {
            return i;
        }
        int end = i + 1;
        while (linkageBlocks == 0 && end < limit && type[end] == CParser.RIGHT_BRACE) {
            end++;
        }
        return end;
    }

    /** {@code struct tag {}, {@code struct MACRO(8) tag {}, {@code enum tag : int {}; not {@code struct tag f() {}. */
    private boolean isRecordBody(int brace) {
        if (recordWord < 0) {
            return false;
        }
        for (int i = recordWord + 1; i < brace; i++) {
            switch (type[i]) {
                case CParser.IDENTIFIER, CParser.BASIC_TYPE -> { }
                case CParser.COLON -> {
                    return true;
                }
                case CParser.LEFT_PAREN -> {
                    if (match[i] < i || type[match[i] + 1] != CParser.IDENTIFIER) {
                        return false;
                    }
                    i = match[i];
                }
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the semicolon ends a parameter's declaration: {@code int f(a) int a; {}. */
    private boolean isOldStyle(int semicolon) {
        if (tokens.isCpp()) {
            return false;
        }
        if (oldStyle && type[semicolon + 1] == CParser.LEFT_BRACE) {
            return true;
        }
        if (!oldStyle && !hasUndeclaredParameters(semicolon)) {
            return false;
        }
        int reach = Math.min(limit, semicolon + OLD_STYLE_REACH);
        for (int i = semicolon + 1; i < reach; i++) {
            switch (type[i]) {
                case CParser.LEFT_BRACE -> {
                    return type[i - 1] == CParser.SEMICOLON;
                }
                case CParser.IDENTIFIER, CParser.STAR, CParser.COMMA, CParser.SEMICOLON, CParser.BASIC_TYPE, CParser.STRUCT,
                        CParser.UNION, CParser.ENUM, CParser.STORAGE -> {
                    if (type[i] == CParser.STORAGE && !tokens.text(i).equals("register")) {
                        return false;
                    }
                }
                case CParser.LEFT_BRACKET, CParser.LEFT_PAREN -> i = Math.max(i, match[i]);
                default -> {
                    return false;
                }
            }
        }
        return false;
    }

    /** Whether names alone stand between the parentheses, and words of a declaration behind them. */
    private boolean hasUndeclaredParameters(int semicolon) {
        if (assigned || listOpen <= from || type[listOpen - 1] != CParser.IDENTIFIER || match[listOpen] < listOpen + 2) {
            return false;
        }
        int close = match[listOpen];
        if (close + 1 >= semicolon || type[close + 1] == CParser.LEFT_PAREN || type[close + 1] == CParser.COMMA) {
            return false;
        }
        for (int i = listOpen + 1; i < close; i++) {
            if (type[i] != ((i - listOpen) % 2 == 1 ? CParser.IDENTIFIER : CParser.COMMA)) {
                return false;
            }
        }
        return true;
    }

    /** {@code MACRO(x)} in column 1, with a declaration in column 1 behind it rather than a semicolon. */
    private boolean isUseOnItsOwnLine(int next) {
        if (type[from] != CParser.IDENTIFIER || listOpen != from + 1 || next != match[from + 1] + 1
                || next >= limit && !inClass) {
            return false;
        }
        if (inClass) {
            boolean ends = next == limit || type[next] == CParser.IDENTIFIER || type[next] == CParser.STORAGE
                || type[next] == CParser.BASIC_TYPE || type[next] == CParser.STRUCT;
            return ends && tokens.isNewLine(next - 1, next);
        }
        boolean declaration = switch (type[next]) {
            case CParser.STORAGE, CParser.STRUCT, CParser.UNION, CParser.ENUM, CParser.BASIC_TYPE -> true;
            case CParser.IDENTIFIER -> type[next + 1] != CParser.LEFT_PAREN || match[next + 1] > 0
                && type[match[next + 1] + 1] != CParser.LEFT_BRACE;
            default -> false;
        };
        return declaration && column(from) == 1 && column(next) == 1 && !isOldStyleBehind(next);
    }

    private boolean isOldStyleBehind(int next) {
        for (int i = next; i < Math.min(limit, next + OLD_STYLE_REACH); i++) {
            if (type[i] == CParser.SEMICOLON) {
                return isOldStyle(i);
            }
            if (type[i] == CParser.LEFT_PAREN || type[i] == CParser.LEFT_BRACE) {
                return false;
            }
        }
        return false;
    }

    /** {@code DEFINE_TABLE(name) { a, b };} has neither a type nor statements. */
    private boolean isMacroWithData(int brace) {
        boolean heading = type[from] == CParser.IDENTIFIER && listOpen == from + 1 && match[listOpen] == brace - 1;
        if (!heading || match[brace] < brace + 2) {
            return false;
        }
        for (int i = brace + 1; i < match[brace]; i++) {
            switch (type[i]) {
                case CParser.SEMICOLON, CParser.IF, CParser.FOR, CParser.WHILE, CParser.DO, CParser.SWITCH, CParser.RETURN,
                    CParser.GOTO, CParser.TRY, CParser.ASM -> {
                    return false;
                }
                default -> { }
            }
        }
        return true;
    }

    /** {@code Class(int);} in a class, as opposed to {@code MACRO(x)}. */
    private boolean declaresConstructor() {
        return inClass && type[to - 1] == CParser.SEMICOLON && tokens.isClass(from);
    }

    private boolean isMacroUse() {
        if (type[from] != CParser.IDENTIFIER) {
            return false;
        }
        int end = from + 1;
        if (end < to && type[end] == CParser.LEFT_PAREN && match[end] > 0) {
            end = match[end] + 1;
        }
        return end == to || end + 1 == to && type[end] == CParser.SEMICOLON;
    }

    private int column(int token) {
        return tokens.buffer.expanded(tokens.first[token]).column();
    }

    /** The end, exclusive, of the body that begins with this brace. */
    private int bodyEnd(int brace) {
        int close = match[brace];
        if (close > 0 && (column(close) == 1 || column(from) != 1)) {
            return close + 1;
        }
        int end = close > 0 ? close : limit;
        for (int i = brace + 1; i < end; i++) {
            boolean ends = switch (type[i]) {
                case CParser.RIGHT_BRACE -> column(i) == 1;
                case CParser.STORAGE, CParser.BASIC_TYPE, CParser.IDENTIFIER ->
                    close < 0 && isHeader(i) && column(i) == 1;
                default -> false;
            };
            if (ends) {
                return separate(type[i] == CParser.RIGHT_BRACE ? i + 1 : i);
            }
        }
        return close > 0 ? close + 1 : separate(limit);
    }

    /** Whether {@code words name(…) {} begins here, behind the end of a statement. */
    private boolean isHeader(int start) {
        if (type[start - 1] != CParser.SEMICOLON && type[start - 1] != CParser.RIGHT_BRACE) {
            return false;
        }
        int i = start;
        while (type[i] == CParser.IDENTIFIER || type[i] == CParser.STORAGE || type[i] == CParser.BASIC_TYPE
                || type[i] == CParser.STAR || type[i] == CParser.STRUCT) {
            i++;
        }
        return i > start + 1 && type[i] == CParser.LEFT_PAREN && match[i] > 0 && type[match[i] + 1] == CParser.LEFT_BRACE;
    }

    /** Matches the brackets of the piece by themselves, since they do not match as they are. */
    private int separate(int end) {
        for (int i = from; i < end; i++) {
            if (match[i] >= end) {
                match[match[i]] = -1;
            }
        }
        tokens.match(from, end, brackets);
        missingBraces = Math.min(brackets.openBraces(), Frames.LIMIT);
        return end;
    }
}
