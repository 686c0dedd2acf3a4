package io.padlog.extract.preprocess;

/** A file that is being read, and how far. */
final class OpenFile {
    final LexedFile lexed;
    /** Location of its first character. */
    final int base;
    /** The include folder it was found in, for #include_next. */
    final int folder;
    /** How many conditionals were open when it was. */
    final int conditionals;
    /** Whether it is the source itself. */
    final boolean main;
    /** The next token. */
    int at;
    private int directive;

    OpenFile(LexedFile lexed, int base, int folder, int conditionals, boolean main) {
        this.lexed = lexed;
        this.base = base;
        this.folder = folder;
        this.conditionals = conditionals;
        this.main = main;
    }

    boolean atEnd() {
        return at >= lexed.size;
    }

    /** The number of the directive whose # is at the next token. */
    int directive() {
        while (lexed.directives[directive] < at) {
            directive++;
        }
        return directive;
    }

    int location(int token) {
        return base + lexed.begins[token];
    }

    Lexeme lexeme(int token) {
        int begin = base + lexed.begins[token];
        return new Lexeme(lexed.spellings[token], begin, begin, base + lexed.ends[token],
                lexed.flags[token] & LexedFile.SPACE);
    }

    /** The tokens from {@code first} up to but without {@code end}. */
    Lexeme[] lexemes(int first, int end) {
        Lexeme[] lexemes = new Lexeme[Math.max(0, end - first)];
        for (int i = 0; i < lexemes.length; i++) {
            lexemes[i] = lexeme(first + i);
        }
        return lexemes;
    }
}
