package io.padlog.extract.lower;

import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.lower.Classes.ClassType;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Statement;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts statements into the graph. Each answer is whether control goes on after the statement. */
final class StatementLowering implements Statement.Cases<Boolean> {
    /** How many declarations of a function may make objects: each is a scope in the one before. */
    private static final int MAX_SCOPES = 64;

    private final TokenBuffer tokens;
    private final GraphBuilder graph;
    private final Names names;
    private final Exits exits;
    private final ExpressionLowering expressions;
    private final ObjectLowering objects;
    private final DeclarationLowering declarations;
    private final ConstantExpression constants;
    private Labels labels;
    private OptionalInt abnormal = OptionalInt.empty();
    private Optional<Frame.Loop> inlined = Optional.empty();
    private int scopes;

    StatementLowering(FileScope file, TokenBuffer tokens, GraphBuilder graph, Names names, Labels labels, Lambdas lambdas) {
        this.tokens = tokens;
        this.graph = graph;
        this.names = names;
        this.labels = labels;
        this.exits = new Exits(graph);
        ScopeGuards guards = new ScopeGuards(graph, tokens, this);
        this.expressions = new ExpressionLowering(file, tokens, graph, names, exits, this, guards, lambdas);
        this.objects = expressions.objects();
        this.declarations = new DeclarationLowering(
                graph, names, guards, new Cleanups(graph, tokens, names, expressions), expressions);
        this.constants = new ConstantExpression(names::constant);
    }

    /** The body of a function; {@code end} is its closing brace. */
    void function(Statement.Block body, Span end) {
        boolean goesOn = names.owner().isPresent() && names.isMethod() ? method(names.owner().get(), body) : lower(body);
        if (!isClosed(body.span())) {
            // The file ends within the function: what came after is not known, least of all a return.
            graph.add(new Node.Opaque(end, "the file ends within the function"));
            graph.take();
        } else if (goesOn) {
            exits.jumpToReturn(end, Optional.empty());
        }
        labels.close(graph, end);
    }

    /** A constructor begins with the parts of the object, and a destructor ends with them. */
    private boolean method(ClassType type, Statement.Block body) {
        if (names.isFunction(type.constructor())) {
            List<Expression.Construct> given = ObjectLowering.given(body);
            objects.constructParts(type, names.self(), given, body.span());
            return lower(new Statement.Block(body.span(), body.statements().subList(given.size(), body.statements().size())));
        } else if (names.isFunction(type.destructor())) {
            Frame.Finishing frame = new Frame.Finishing(exits.frame(), body);
            exits.enter(frame);
            lower(body);
            exits.leave();
            Span end = new Span(body.span().last(), body.span().last());
            exits.finish(frame, new Exits.Cleanup(end, abnormally -> objects.destroyParts(type, names.self(), end)));
            return graph.isLive();
        }
        return lower(body);
    }

    private boolean isClosed(Span body) {
        int open = 0;
        for (int token = body.first(); token <= body.last(); token++) {
            TokenKind kind = tokens.kind(token);
            open += kind == TokenKind.LEFT_BRACE ? 1 : kind == TokenKind.RIGHT_BRACE ? -1 : 0;
        }
        return open <= 0;
    }

    /** One copy of a {@code __finally} block. */
    private void finallyBlock(Statement.Block block, boolean abnormally) {
        Labels outerLabels = labels;
        OptionalInt outerAbnormal = abnormal;
        labels = labels.copy(block);
        abnormal = OptionalInt.of(abnormally ? 1 : 0);
        lower(block);
        Frontier end = graph.take();
        labels.close(graph, block.span());
        graph.resume(end);
        labels = outerLabels;
        abnormal = outerAbnormal;
    }

    /** One copy of the body of a lambda expression, whose returns end it and no more. */
    void inline(Statement.Block body, boolean abnormally) {
        Optional<Frame.Loop> outer = inlined;
        Frame.Loop frame = new Frame.Loop(exits.frame());
        inlined = Optional.of(frame);
        exits.enter(frame);
        finallyBlock(body, abnormally);
        exits.leave();
        graph.merge(frame.breaks);
        inlined = outer;
    }

    /** In a {@code __finally} block what AbnormalTermination() gives. */
    OptionalInt abnormal() {
        return abnormal;
    }

    /** The value of GNU's {@code ({ statements; value; })}. */
    Value value(Expression.StatementExpression expression) {
        List<Statement> statements = expression.block().statements();
        declarations.standsInBlock(false);
        int scope = names.open();
        Optional<Value> value = Optional.empty();
        for (int i = 0; i < statements.size(); i++) {
            boolean last = i + 1 == statements.size();
            if (last && statements.get(i) instanceof Statement.Evaluate evaluate) {
                value = Optional.of(expressions.value(evaluate.expression()));
            } else {
                lower(statements.get(i));
            }
        }
        names.close(scope);
        return value.isPresent() ? value.get() : expressions.unknown(expression.span());
    }

    private boolean lower(Statement statement) {
        return statement.fold(this);
    }

    @Override
    public Boolean onBlock(Statement.Block block) {
        int scope = names.open();
        statements(block.statements(), 0, block.span().last());
        names.close(scope);
        return graph.isLive();
    }

    /** Objects that a declaration makes are destroyed where the block is left, the last one first. */
    private void statements(List<Statement> statements, int first, int last) {
        for (int i = first; i < statements.size(); i++) {
            declarations.standsInBlock(isDeclaration(statements.get(i)));
            lower(statements.get(i));
            if (declarations.hasObjects()) {
                List<LocalObject> made = declarations.takeObjects();
                if (++scopes > MAX_SCOPES) {
                    graph.add(new Node.Opaque(statements.get(i).span(), "too many objects in one function"));
                    continue;
                }
                int next = i + 1;
                livesThrough(statements.get(i), made, new Span(last, last), () -> statements(statements, next, last));
                return;
            }
        }
    }

    /** Lowers what follows the making of objects, which end at {@code end}. */
    private void livesThrough(Statement maker, List<LocalObject> made, Span end, Runnable rest) {
        Frame.Finishing frame = new Frame.Finishing(exits.frame(), maker);
        exits.enter(frame);
        rest.run();
        exits.leave();
        exits.finish(frame, new Exits.Cleanup(end, abnormally -> end(made, end, abnormally)));
    }

    static boolean isDeclaration(Statement statement) {
        return statement instanceof Statement.Declarations
                || statement instanceof Statement.Labeled labeled && labeled.body() instanceof Statement.Declarations;
    }

    private static void end(List<LocalObject> made, Span span, boolean abnormally) {
        for (int i = made.size() - 1; i >= 0; i--) {
            made.get(i).end(span, abnormally);
        }
    }

    @Override
    public Boolean onDeclarations(Statement.Declarations statement) {
        statement.declarations().forEach(declaration -> declaration.fold(declarations));
        return graph.isLive();
    }

    @Override
    public Boolean onEvaluate(Statement.Evaluate evaluate) {
        expressions.effect(evaluate.expression());
        return graph.isLive();
    }

    @Override
    public Boolean onIf(Statement.If statement) {
        Frontier ends = new Frontier();
        for (Statement.Arm arm : statement.arms()) {
            Ways ways = expressions.condition(arm.condition());
            graph.resume(ways.yes());
            lower(arm.then());
            ends.addAll(graph.take());
            graph.resume(ways.no());
        }
        if (statement.otherwise().isPresent()) {
            lower(statement.otherwise().get());
        }
        graph.merge(ends);
        return graph.isLive();
    }

    @Override
    public Boolean onWhile(Statement.While loop) {
        int head = graph.add(new Node.Join(loop.span(), "while"));
        Ways ways = expressions.condition(loop.condition());
        graph.resume(ways.yes());
        Frame.Loop frame = body(loop.body());
        graph.merge(frame.continues);
        graph.connect(graph.take(), head);
        return after(ways.no(), frame);
    }

    @Override
    public Boolean onDoWhile(Statement.DoWhile loop) {
        boolean once = constants.evaluate(loop.condition()).filter(value -> value == 0).isPresent();
        if (once) {
            Frame.Loop frame = body(loop.body());
            graph.merge(frame.continues);
            return after(graph.take(), frame);
        }
        CountedLoop.before(loop.condition()).ifPresent(held -> expressions.assume(List.of(held)));
        int head = graph.add(new Node.Join(loop.span(), "do"));
        Frame.Loop frame = body(loop.body());
        graph.merge(frame.continues);
        Ways ways = expressions.condition(loop.condition());
        graph.connect(ways.yes(), head);
        return after(ways.no(), frame);
    }

    @Override
    public Boolean onFor(Statement.For loop) {
        int scope = names.open();
        declarations.standsInBlock(true);
        loop.start().ifPresent(this::lower);
        if (declarations.hasObjects()) {
            Span end = new Span(loop.span().last(), loop.span().last());
            livesThrough(loop, declarations.takeObjects(), end, () -> turns(loop));
        } else {
            turns(loop);
        }
        names.close(scope);
        return graph.isLive();
    }

    private void turns(Statement.For loop) {
        int head = graph.add(new Node.Join(loop.span(), "for"));
        Ways ways = loop.condition().isPresent()
                ? expressions.condition(loop.condition().get()) : new Ways(graph.take(), new Frontier());
        graph.resume(ways.yes());
        Frame.Loop frame = body(loop.body());
        graph.merge(frame.continues);
        loop.step().ifPresent(expressions::effect);
        graph.connect(graph.take(), head);
        after(ways.no(), frame);
    }

    @Override
    public Boolean onMacroLoop(Statement.MacroLoop loop) {
        int head = graph.add(new Node.Join(loop.span(), "loop"));
        // Nothing is known of the macro but that it comes to something else with each turn.
        expressions.effect(loop.head());
        Ways ways = graph.branch(loop.head().span(), expressions.unknown(loop.head().span()));
        graph.resume(ways.yes());
        Frame.Loop frame = body(loop.body());
        graph.merge(frame.continues);
        graph.connect(graph.take(), head);
        return after(ways.no(), frame);
    }

    private Frame.Loop body(Statement body) {
        Frame.Loop frame = new Frame.Loop(exits.frame());
        exits.enter(frame);
        lower(body);
        exits.leave();
        return frame;
    }

    private boolean after(Frontier end, Frame.Breakable frame) {
        graph.resume(end);
        graph.merge(frame.breaks);
        return graph.isLive();
    }

    @Override
    public Boolean onSwitch(Statement.Switch statement) {
        Value subject = expressions.value(statement.subject());
        int node = graph.add(new Node.Switch(statement.subject().span(), subject));
        graph.take();
        Frame.Choice frame = new Frame.Choice(exits.frame(), node, subject);
        exits.enter(frame);
        lower(statement.body());
        exits.leave();
        if (!frame.hasDefault) {
            frame.breaks.add(node, Edge.Kind.DEFAULT);
        }
        return after(graph.take(), frame);
    }

    @Override
    public Boolean onLabeled(Statement.Labeled labeled) {
        for (Statement.Label label : labeled.labels()) {
            if (label instanceof Statement.Label.Named named) {
                labels.find(named.name()).bind(graph, named.span(), graph.reserve());
            } else {
                choose(label);
            }
        }
        return lower(labeled.body());
    }

    /** A case of the switch around; without one it is not C, and ignored. */
    private void choose(Statement.Label label) {
        for (Frame frame = exits.frame(); !frame.isFunction(); frame = frame.outer()) {
            if (frame instanceof Frame.Choice choice) {
                if (label instanceof Statement.Label.Case one) {
                    choose(choice, one);
                } else if (!choice.hasDefault) {
                    choice.hasDefault = true;
                    graph.merge(Frontier.of(choice.node, Edge.Kind.DEFAULT));
                }
                return;
            }
        }
    }

    private void choose(Frame.Choice choice, Statement.Label.Case label) {
        Value low = caseValue(label.low());
        Optional<Value> high = label.high().map(this::caseValue);
        if (choice.subject instanceof Value.Constant subject && low instanceof Value.Constant from
                && high.orElse(low) instanceof Value.Constant to) {
            if (subject.value() < from.value() || subject.value() > to.value()) {
                return;
            }
            graph.settle(choice.node);
        }
        Frontier taken = new Frontier();
        taken.add(new Frontier.Loose(choice.node, Edge.Kind.CASE, Optional.of(low), high, choice.cases++));
        graph.merge(taken);
    }

    /** A constant, a name, or else something that C does not allow. */
    private Value caseValue(Expression expression) {
        Optional<Long> constant = constants.evaluate(expression);
        if (constant.isPresent()) {
            return new Value.Constant(constant.get());
        }
        return expression instanceof Expression.Name name
                ? names.meaning(name.name()) : expressions.unknown(expression.span());
    }

    @Override
    public Boolean onGoto(Statement.Goto jump) {
        exits.jump(new Destination.ToLabel(labels.find(jump.label())));
        return false;
    }

    @Override
    public Boolean onComputedGoto(Statement.ComputedGoto jump) {
        expressions.value(jump.target());
        graph.add(new Node.Join(jump.span(), "goto *"));
        exits.jump(new Destination.ToLabel(labels.computed()));
        return false;
    }

    @Override
    public Boolean onBreak(Statement.Break jump) {
        for (Frame frame = exits.frame(); !frame.isFunction(); frame = frame.outer()) {
            if (frame instanceof Frame.Breakable breakable) {
                exits.jump(new Destination.Break(breakable));
                return false;
            }
        }
        return stray(jump.span(), "break outside of loops and switches");
    }

    @Override
    public Boolean onContinue(Statement.Continue jump) {
        for (Frame frame = exits.frame(); !frame.isFunction(); frame = frame.outer()) {
            if (frame instanceof Frame.Loop loop) {
                exits.jump(new Destination.Continue(loop));
                return false;
            }
        }
        return stray(jump.span(), "continue outside of loops");
    }

    @Override
    public Boolean onLeave(Statement.Leave jump) {
        for (Frame frame = exits.frame(); !frame.isFunction(); frame = frame.outer()) {
            if (frame instanceof Frame.Guarded guarded) {
                guarded.leaves.addAll(graph.take());
                return false;
            }
        }
        return stray(jump.span(), "__leave outside of __try");
    }

    private boolean stray(Span span, String reason) {
        graph.add(new Node.Opaque(span, reason));
        return true;
    }

    @Override
    public Boolean onReturn(Statement.Return jump) {
        if (inlined.isPresent()) {
            jump.value().ifPresent(expressions::effect);
            exits.jump(new Destination.Break(inlined.get()));
        } else {
            exits.jumpToReturn(jump.span(), jump.value().map(expressions::value));
        }
        return false;
    }

    @Override
    public Boolean onTry(Statement.Try statement) {
        if (statement.handler() instanceof Statement.Handler.Except except) {
            return tryExcept(statement, except);
        }
        Frame.Finishing frame = new Frame.Finishing(exits.frame(), statement);
        guard(frame, statement.body());
        Statement.Block block = statement.handler().block();
        exits.finish(frame, new Exits.Cleanup(block.span(), abnormally -> finallyBlock(block, abnormally)));
        return graph.isLive();
    }

    private void guard(Frame.Guarded frame, Statement.Block body) {
        exits.enter(frame);
        lower(body);
        graph.merge(frame.leaves);
        exits.leave();
    }

    /**
     * The handler runs where the filter is positive. A filter that is constant EXCEPTION_CONTINUE_SEARCH (0) passes
     * exceptions on, EXCEPTION_CONTINUE_EXECUTION (-1) goes on where they were raised.
     */
    private boolean tryExcept(Statement.Try statement, Statement.Handler.Except except) {
        Optional<Long> filter = constants.evaluate(except.filter());
        boolean stops = filter.isEmpty() || filter.get() != 0;
        boolean handles = filter.isEmpty() || filter.get() > 0;
        int start = graph.add(new Node.Join(statement.span(), "__try"));
        Frame.Catching frame = new Frame.Catching(exits.frame(), statement, stops);
        guard(frame, statement.body());
        Frontier normal = graph.take();
        if (handles) {
            frame.raised.add(start, Edge.Kind.EXCEPTION);
            graph.resume(frame.raised);
            graph.add(new Node.Join(except.span(), "__except"));
            Ways ways = expressions.condition(except.filter());
            exits.raise(ways.no());
            graph.resume(ways.yes());
            lower(except.block());
        }
        graph.merge(normal);
        return graph.isLive();
    }

    @Override
    public Boolean onAssembly(Statement.Assembly assembly) {
        int number = graph.add(new Node.Join(assembly.span(), "asm"));
        for (String label : assembly.labels()) {
            exits.jump(new Destination.ToLabel(labels.find(label)));
            graph.resume(Frontier.of(number, Edge.Kind.ALWAYS));
        }
        return true;
    }

    @Override
    public Boolean onEmpty(Statement.Empty empty) {
        return graph.isLive();
    }

    @Override
    public Boolean onOpaque(Statement.Opaque opaque) {
        graph.add(new Node.Opaque(opaque.span(), opaque.reason()));
        return true;
    }
}
