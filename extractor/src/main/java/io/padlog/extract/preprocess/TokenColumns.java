package io.padlog.extract.preprocess;

import io.padlog.extract.source.Position;
import io.padlog.extract.source.Span;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The token buffer that the preprocessor fills: five ints a token, places worked out when asked for. */
final class TokenColumns implements TokenBuffer {
    /** The use of tokens that no macro made. */
    static final int NO_USE = 0;
    private static final int LONGEST_SOURCE = 200;
    private static final Set<String> TIGHT_BEFORE = Set.of(")", "]", ",", "->", ".", "[", ";");
    private static final Set<String> TIGHT_AFTER = Set.of("(", "[", "!", "~", "->", ".");
    private static final int[] WHOLE_CALL = {};

    private final LocationTable locations;
    /** Where the tokens and uses before the first one here lie: this one itself if there are none. */
    private final TokenColumns start;
    private final int startSize;
    private final int startUses;
    /** How many tokens lie here. */
    private int size;
    private Spelling[] spellings;
    private int[] spelled;
    private int[] begins;
    private int[] ends;
    private int[] uses;

    private int useCount = 1;
    private String[] useNames = new String[64];
    private int[] useBegins = new int[64];
    private int[] useEnds = new int[64];

    TokenColumns(LocationTable locations) {
        this(locations, Optional.empty(), 0);
    }

    /**
     * Begins with the tokens of another buffer, which is not to change any more, and has none that lie elsewhere.
     *
     * @param locations in which the locations of those tokens are the same
     */
    TokenColumns(LocationTable locations, TokenColumns start, int expectedSize) {
        this(locations, Optional.of(start).filter(columns -> columns.size() > 0), expectedSize);
    }

    private TokenColumns(LocationTable locations, Optional<TokenColumns> start, int expectedSize) {
        this.locations = locations;
        this.start = start.orElse(this);
        this.startSize = start.map(TokenColumns::size).orElse(0);
        this.startUses = start.map(columns -> columns.useCount).orElse(0);
        if (this.start.startSize > 0 && start.isPresent()) {
            throw new IllegalArgumentException("the start of a start");
        }
        int capacity = Math.max(64, expectedSize);
        spellings = new Spelling[capacity];
        spelled = new int[capacity];
        begins = new int[capacity];
        ends = new int[capacity];
        uses = new int[capacity];
        useNames[NO_USE] = "";
    }

    void add(Spelling spelling, int spelledAt, int begin, int end, int use) {
        if (size == spellings.length) {
            grow();
        }
        int at = size++;
        spellings[at] = spelling;
        spelled[at] = spelledAt;
        begins[at] = begin;
        ends[at] = end;
        uses[at] = use;
    }

    private void grow() {
        int larger = size * 2;
        spellings = Arrays.copyOf(spellings, larger);
        spelled = Arrays.copyOf(spelled, larger);
        begins = Arrays.copyOf(begins, larger);
        ends = Arrays.copyOf(ends, larger);
        uses = Arrays.copyOf(uses, larger);
    }

    /** Opens a macro use in a file, from the name to the end of the call. */
    int openUse(String name, int begin, int end) {
        if (useCount == useNames.length) {
            int larger = useCount * 2;
            useNames = Arrays.copyOf(useNames, larger);
            useBegins = Arrays.copyOf(useBegins, larger);
            useEnds = Arrays.copyOf(useEnds, larger);
        }
        useNames[useCount] = name;
        useBegins[useCount] = begin;
        useEnds[useCount] = end;
        return startUses + useCount++;
    }

    /** The use has turned out to reach further, since what it expands to calls a macro with what follows it. */
    void extendUse(int use, int end) {
        useEnds[use - startUses] = Math.max(useEnds[use - startUses], end);
    }

    @Override
    public int size() {
        return startSize + size;
    }

    @Override
    public TokenKind kind(int token) {
        return spelling(token).kind;
    }

    @Override
    public String text(int token) {
        return spelling(token).text;
    }

    private Spelling spelling(int token) {
        return token < startSize ? start.spellings[token] : spellings[checked(token)];
    }

    /** The place in this one's own columns. */
    private int checked(int token) {
        if (token - startSize >= size) {
            throw new IndexOutOfBoundsException("token " + token + " of " + size());
        }
        return token - startSize;
    }

    private int begin(int token) {
        return token < startSize ? start.begins[token] : begins[checked(token)];
    }

    private int end(int token) {
        return token < startSize ? start.ends[token] : ends[checked(token)];
    }

    private int use(int token) {
        return token < startSize ? start.uses[token] : uses[checked(token)];
    }

    private int useBegin(int use) {
        return use < startUses ? start.useBegins[use] : useBegins[use - startUses];
    }

    private int useEnd(int use) {
        return use < startUses ? start.useEnds[use] : useEnds[use - startUses];
    }

    private int expandedBegin(int token) {
        int use = use(token);
        return use == NO_USE ? begin(token) : useBegin(use);
    }

    private int expandedStop(int token) {
        int use = use(token);
        return use == NO_USE ? end(token) : useEnd(use);
    }

    @Override
    public Position expanded(int token) {
        return locations.position(expandedBegin(token));
    }

    @Override
    public Position expandedEnd(int token) {
        return locations.position(expandedStop(token));
    }

    @Override
    public Position spelled(int token) {
        return locations.position(token < startSize ? start.spelled[token] : spelled[checked(token)]);
    }

    @Override
    public String macro(int token) {
        int use = use(token);
        return use < startUses ? start.useNames[use] : useNames[use - startUses];
    }

    @Override
    public String source(Span span) {
        int first = span.first();
        int last = span.last();
        int[] stretch = stretchOfCall(first, last);
        if (stretch != WHOLE_CALL) {
            return text(stretch[0], stretch[1]);
        }
        int begin = expandedBegin(first);
        int end = expandedStop(last);
        if (begin <= end && locations.source(begin) == locations.source(end)) {
            return text(begin, end);
        }
        return spelledOut(first, last);
    }

    @Override
    public String condition(Span span) {
        int first = span.first();
        int last = span.last();
        int use = use(first);
        if (use == NO_USE || use != use(last) || stretchOfCall(first, last) != WHOLE_CALL) {
            return source(span);
        }
        // An expression's span begins inside of the parentheses around its first operand, and around it.
        int before = first - 1;
        while (comesFrom(use, before) && text(before).equals("(")) {
            before--;
        }
        int after = last + 1;
        while (comesFrom(use, after) && text(after).equals(")")) {
            after++;
        }
        boolean whole = !comesFrom(use, before) && !comesFrom(use, after);
        return whole ? source(span) : joined(Math.max(before + 1, first - unopened(first, last)), last) + " in " + macro(first);
    }

    private int unopened(int first, int last) {
        int depth = 0;
        int lowest = 0;
        for (int token = first; token <= last; token++) {
            depth += text(token).equals("(") ? 1 : text(token).equals(")") ? -1 : 0;
            lowest = Math.min(lowest, depth);
        }
        return -lowest;
    }

    private boolean comesFrom(int use, int token) {
        return token >= 0 && token < size() && use(token) == use;
    }

    /** As one would write it: with blanks between what would else run together, and around operators. */
    private String joined(int first, int last) {
        StringBuilder text = new StringBuilder(text(first));
        for (int token = first + 1; token <= last && text.length() <= LONGEST_SOURCE; token++) {
            boolean together = TIGHT_BEFORE.contains(text(token)) || TIGHT_AFTER.contains(text(token - 1))
                    || text(token).equals("(") && kind(token - 1) == TokenKind.IDENTIFIER;
            text.append(together ? "" : " ").append(text(token));
        }
        return clipped(text);
    }

    private String text(int begin, int end) {
        SourceText source = locations.source(begin);
        return source.folded(locations.offset(begin), locations.offset(end), LONGEST_SOURCE);
    }

    /**
     * What the caller of a macro wrote for these tokens, if the macro made them all and they come out of one stretch of
     * its call.
     *
     * @return begin and end; empty if the whole call is what was written
     */
    private int[] stretchOfCall(int first, int last) {
        int use = use(first);
        if (use == NO_USE || use != use(last)) {
            return WHOLE_CALL;
        }
        int begin = begin(first);
        int end = end(first);
        for (int token = first; token <= last; token++) {
            int from = begin(token);
            int to = end(token);
            // A token of an inner call's body stands for that call, which encloses those of the call's arguments.
            boolean nested = from >= begin && to <= end || from <= begin && to >= end;
            if (use(token) != use || from <= useBegin(use) || to > useEnd(use) || !nested && !isAdjacent(end, from)) {
                return WHOLE_CALL;
            }
            begin = Math.min(begin, from);
            end = Math.max(end, to);
        }
        return new int[] {begin, end};
    }

    /** What may stand between two tokens of one argument is what expands to nothing, but no comma or parenthesis. */
    private boolean isAdjacent(int end, int begin) {
        if (end > begin) {
            return false;
        }
        String text = locations.source(end).text();
        int stop = locations.offset(begin);
        for (int i = locations.offset(end); i < stop; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '(' || c == ')') {
                return false;
            }
        }
        return true;
    }

    /** For a span that begins in one file and ends in another. */
    private String spelledOut(int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int token = first; token <= last && text.length() <= LONGEST_SOURCE; token++) {
            text.append(token == first ? "" : " ").append(text(token));
        }
        return clipped(text);
    }

    private static String clipped(StringBuilder text) {
        if (text.length() > LONGEST_SOURCE) {
            text.setLength(LONGEST_SOURCE - 1);
            text.append('…');
        }
        return text.toString();
    }
}
