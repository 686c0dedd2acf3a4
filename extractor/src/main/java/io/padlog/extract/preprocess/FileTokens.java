package io.padlog.extract.preprocess;

/** What macro expansion needs of the file being read. */
interface FileTokens {
    /** The next token of the file, with directives on the way carried out; an end-of-file token at its end. */
    Lexeme next();

    /** A pragma written as an operator. */
    void pragma(int location, String text);

    /** How many tokens were read from files. */
    long tokensRead();
}
