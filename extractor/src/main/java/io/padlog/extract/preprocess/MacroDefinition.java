package io.padlog.extract.preprocess;

import java.util.Arrays;

/** What a #define says. Offsets are those of the file it is written in. Immutable, shared between threads. */
final class MacroDefinition {
    /** Flags of a body element beside {@link LexedFile#SPACE}: # stands before the parameter. */
    static final byte STRINGIZE = 4;
    /** ## stands after the element. */
    static final byte PASTE = 8;
    /** The element opens a __VA_OPT__ group; its parameter column holds the index of the one that closes it. */
    static final byte OPTION_BEGIN = 16;
    static final byte OPTION_END = 32;
    static final int OBJECT_LIKE = -1;
    static final int NOT_A_PARAMETER = -1;

    /** Names with a meaning of their own, which no #define can express. */
    enum Builtin { NONE, LINE, FILE, COUNTER, DATE, TIME, PRAGMA_OPERATOR, PRAGMA_KEYWORD }

    final Spelling name;
    /** How many parameters there are, the variable one among them; {@link #OBJECT_LIKE} if it is no function. */
    final int parameters;
    final boolean variadic;
    final Builtin builtin;
    /** What is wrong with the directive; empty if nothing. */
    final String error;
    /** Whether the name was defined in spite of the error. */
    final boolean usable;

    int size;
    Spelling[] body = new Spelling[4];
    int[] offsets = new int[4];
    byte[] flags = new byte[4];
    int[] params = new int[4];

    private MacroDefinition(Spelling name, int parameters, boolean variadic, Builtin builtin, String error, boolean usable) {
        this.name = name;
        this.parameters = parameters;
        this.variadic = variadic;
        this.builtin = builtin;
        this.error = error;
        this.usable = usable;
    }

    static MacroDefinition of(Spelling name, int parameters, boolean variadic, String error) {
        return new MacroDefinition(name, parameters, variadic, Builtin.NONE, error, true);
    }

    static MacroDefinition unusable(Spelling name, String error) {
        return new MacroDefinition(name, OBJECT_LIKE, false, Builtin.NONE, error, false);
    }

    static MacroDefinition builtin(Spelling name, Builtin builtin) {
        return new MacroDefinition(name, OBJECT_LIKE, false, builtin, "", true);
    }

    boolean isFunctionLike() {
        return parameters != OBJECT_LIKE;
    }

    /** Used by the parser only, before the definition is shared. */
    void add(Spelling spelling, int offset, int elementFlags, int param) {
        if (size == body.length) {
            int larger = size * 2;
            body = Arrays.copyOf(body, larger);
            offsets = Arrays.copyOf(offsets, larger);
            flags = Arrays.copyOf(flags, larger);
            params = Arrays.copyOf(params, larger);
        }
        body[size] = spelling;
        offsets[size] = offset;
        flags[size] = (byte) elementFlags;
        params[size++] = param;
    }

    boolean has(int element, byte flag) {
        return (flags[element] & flag) != 0;
    }
}
