package io.padlog.extract.parse;

/**
 * The brackets around the token that the classifier looks at, and how deep the parser and later rooms will be there.
 * Depth counts brackets, statements in statements without braces, and the operators that nest: prefixes, postfixes,
 * assignments, conditionals. Fields are those of the innermost bracket; opening one saves them, closing restores them.
 */
final class Frames {
    /** Deeper nesting is not parsed. */
    static final int LIMIT = 512;

    /** What a bracket holds. */
    enum Kind { FILE, BLOCK, FIELDS, ENUMERATORS, INITIALIZER, PARAMETERS, DECLARATOR, TYPE, ARGUMENTS, GROUP, HEAD, FOR, INDEX }

    /** What is expected next. */
    enum Mode { STATEMENT, SPECIFIERS, DECLARATOR, TAIL, EXPRESSION }

    /** What one bracket remembers. */
    private static final class Frame {
        Kind kind;
        Mode resume;
        int opener;
        int scope;
        int base;
        int statementStart;
        int heads;
        int operandChain;
        int expressionChain;
        int conditionals;
        boolean seenType;
        boolean isTypedef;
        boolean inDeclaration;
        boolean inCase;
    }

    private final Frame[] frames = new Frame[LIMIT + 2];
    private int top;
    private Frame frame;

    void start(int token) {
        top = 0;
        frame = at(0);
        enter(Kind.FILE, Mode.SPECIFIERS, -1, 0, 0, token);
    }

    /** Few units go as deep as they may. */
    private Frame at(int depth) {
        if (frames[depth] == null) {
            frames[depth] = new Frame();
        }
        return frames[depth];
    }

    private void enter(Kind kind, Mode resume, int opener, int scope, int base, int statementStart) {
        frame.kind = kind;
        frame.resume = resume;
        frame.opener = opener;
        frame.scope = scope;
        frame.base = base;
        beginDeclaration();
        frame.inDeclaration = kind == Kind.FILE;
        endStatement(statementStart);
    }

    /** @return whether the bracket could be opened; not when that would be too deep */
    boolean open(Kind kind, Mode resume, int opener, int scope) {
        int depth = depth() + 1;
        if (depth > LIMIT) {
            return false;
        }
        frame = at(++top);
        enter(kind, resume, opener, scope, depth, opener + 1);
        return true;
    }

    /** @return what is expected behind the bracket; the fields are those of the bracket around it again */
    Mode close() {
        Mode resume = frame.resume;
        frame = frames[--top];
        return resume;
    }

    /** Leaves brackets until the innermost is a block. @return whether there is a block */
    boolean closeToBlock() {
        while (top > 0 && frame.kind != Kind.BLOCK) {
            close();
        }
        return frame.kind == Kind.BLOCK;
    }

    boolean isOutermost() {
        return top == 0;
    }

    int depth() {
        return frame.base + frame.heads + frame.operandChain + frame.expressionChain;
    }

    boolean isTooDeep() {
        return depth() > LIMIT;
    }

    Kind kind() {
        return frame.kind;
    }

    int opener() {
        return frame.opener;
    }

    int scope() {
        return frame.scope;
    }

    int statementStart() {
        return frame.statementStart;
    }

    void beginDeclaration() {
        frame.seenType = false;
        frame.isTypedef = false;
        frame.inDeclaration = true;
    }

    /** A statement ended; the next begins at the token given. */
    void endStatement(int next) {
        frame.heads = 0;
        frame.statementStart = next;
        endExpression();
        frame.inCase = false;
        frame.conditionals = 0;
    }

    void endExpression() {
        frame.operandChain = 0;
        frame.expressionChain = 0;
    }

    void head() {
        frame.heads++;
    }

    void operandPart() {
        frame.operandChain++;
    }

    void endOperand() {
        frame.operandChain = 0;
    }

    void expressionPart() {
        frame.expressionChain++;
    }

    boolean seenType() {
        return frame.seenType;
    }

    void seeType() {
        frame.seenType = true;
    }

    boolean isTypedef() {
        return frame.isTypedef;
    }

    void seeTypedef() {
        frame.isTypedef = true;
    }

    boolean inDeclaration() {
        return frame.inDeclaration;
    }

    void leaveDeclaration() {
        frame.inDeclaration = false;
    }

    void beginCase() {
        frame.inCase = true;
    }

    void beginConditional() {
        frame.conditionals++;
    }

    /** A colon in an expression. @return whether it ends a case label */
    boolean endsCase() {
        if (frame.conditionals > 0) {
            frame.conditionals--;
            return false;
        }
        boolean ends = frame.inCase;
        frame.inCase = false;
        return ends;
    }
}
