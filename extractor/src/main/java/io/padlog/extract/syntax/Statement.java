package io.padlog.extract.syntax;

import io.padlog.extract.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A statement (C17 §6.8, with GNU and MSVC extensions). */
public sealed interface Statement {
    Span span();

    <R> R fold(Cases<R> cases);

    /** One answer for each member of the family. */
    interface Cases<R> {
        R onBlock(Block block);
        R onDeclarations(Declarations declarations);
        R onEvaluate(Evaluate evaluate);
        R onIf(If statement);
        R onWhile(While loop);
        R onDoWhile(DoWhile loop);
        R onFor(For loop);
        R onMacroLoop(MacroLoop loop);
        R onSwitch(Switch statement);
        R onLabeled(Labeled labeled);
        R onGoto(Goto jump);
        R onComputedGoto(ComputedGoto jump);
        R onBreak(Break jump);
        R onContinue(Continue jump);
        R onReturn(Return jump);
        R onTry(Try statement);
        R onLeave(Leave jump);
        R onAssembly(Assembly assembly);
        R onEmpty(Empty empty);
        R onOpaque(Opaque opaque);
    }

    /** {@code { statements }} */
    record Block(Span span, List<Statement> statements) implements Statement {
        public Block { statements = List.copyOf(statements); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onBlock(this); }
    }

    /** A line of local declarations. */
    record Declarations(Span span, List<Declaration> declarations) implements Statement {
        public Declarations { declarations = List.copyOf(declarations); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onDeclarations(this); }
    }

    /** {@code expression;} */
    record Evaluate(Span span, Expression expression) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onEvaluate(this); }
    }

    /** {@code if (a) … else if (b) … else …}: the arms are a list, so that a long chain is not deep. */
    record If(Span span, List<Arm> arms, Optional<Statement> otherwise) implements Statement {
        public If { arms = List.copyOf(arms); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onIf(this); }
    }

    /** {@code if (condition) then} */
    record Arm(Expression condition, Statement then) {}

    /** {@code while (condition) body} */
    record While(Span span, Expression condition, Statement body) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onWhile(this); }
    }

    /** {@code do body while (condition);} */
    record DoWhile(Span span, Statement body, Expression condition) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onDoWhile(this); }
    }

    /** {@code for (start; condition; step) body}; start is a declaration or an expression statement. */
    record For(Span span, Optional<Statement> start, Optional<Expression> condition, Optional<Expression> step, Statement body)
            implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onFor(this); }
    }

    /** An unknown macro with a body, {@code list_for_each(p, head) { … }}: runs any number of times. */
    record MacroLoop(Span span, Expression head, Statement body) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onMacroLoop(this); }
    }

    /** {@code switch (subject) body} */
    record Switch(Span span, Expression subject, Statement body) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onSwitch(this); }
    }

    /** {@code case 1: case 2: here: body}; the body is {@link Empty} before a closing brace. */
    record Labeled(Span span, List<Label> labels, Statement body) implements Statement {
        public Labeled { labels = List.copyOf(labels); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onLabeled(this); }
    }

    /** What stands before a colon. */
    sealed interface Label {
        Span span();

        /** {@code name:} */
        record Named(Span span, String name) implements Label {}

        /** {@code case low:} or GNU {@code case low ... high:} */
        record Case(Span span, Expression low, Optional<Expression> high) implements Label {}

        /** {@code default:} */
        record Default(Span span) implements Label {}
    }

    /** {@code goto label;} */
    record Goto(Span span, String label) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onGoto(this); }
    }

    /** GNU {@code goto *target;} */
    record ComputedGoto(Span span, Expression target) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onComputedGoto(this); }
    }

    /** {@code break;} */
    record Break(Span span) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onBreak(this); }
    }

    /** {@code continue;} */
    record Continue(Span span) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onContinue(this); }
    }

    /** {@code return value;} */
    record Return(Span span, Optional<Expression> value) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onReturn(this); }
    }

    /** MSVC {@code __try body handler} */
    record Try(Span span, Block body, Handler handler) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onTry(this); }
    }

    /** What follows the body of a {@code __try}. */
    sealed interface Handler {
        Span span();

        Block block();

        /** {@code __except (filter) block} */
        record Except(Span span, Expression filter, Block block) implements Handler {}

        /** {@code __finally block} */
        record Finally(Span span, Block block) implements Handler {}
    }

    /** MSVC {@code __leave;} */
    record Leave(Span span) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onLeave(this); }
    }

    /** Inline assembly; {@code labels} are those that {@code asm goto} may jump to. */
    record Assembly(Span span, List<String> labels) implements Statement {
        public Assembly { labels = List.copyOf(labels); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onAssembly(this); }
    }

    /** {@code ;} */
    record Empty(Span span) implements Statement {
        @Override public <R> R fold(Cases<R> cases) { return cases.onEmpty(this); }
    }

    /** A statement that could not be read; control flow goes on after it. */
    record Opaque(Span span, String reason) implements Statement {
        public Opaque { Objects.requireNonNull(reason); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onOpaque(this); }
    }
}
