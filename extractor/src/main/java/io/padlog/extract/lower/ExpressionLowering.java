package io.padlog.extract.lower;

import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.BinaryOperator;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Initializer;
import io.padlog.extract.token.TokenBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts what an expression does into the graph, from left to right, and gives what it is worth. */
final class ExpressionLowering implements Expression.Cases<Value> {
    /**
     * A value is a tree that later rooms walk by recursion. So that it stays low, a chain of operators stores what it
     * has after so many operands,
     */
    private static final int MAX_CHAIN = 16;

    /** and an operation that stands this deep in others stores its result. */
    private static final int MAX_NESTING = 32;

    private final FileScope file;
    private final TokenBuffer tokens;
    private final GraphBuilder graph;
    private final Names names;
    private final ConstantExpression constants;
    private final Exits exits;
    private final StatementLowering statements;
    private final ConditionLowering conditions;
    private final EffectLowering effects;
    private final MethodCalls methods;
    private final ObjectLowering objects;
    private final CppCalls cppCalls;
    private final Lambdas lambdas;
    private final Truths truths;
    private int nesting;

    ExpressionLowering(
            FileScope file, TokenBuffer tokens, GraphBuilder graph, Names names, Exits exits,
            StatementLowering statements, ScopeGuards guards, Lambdas lambdas) {
        this.file = file;
        this.tokens = tokens;
        this.graph = graph;
        this.names = names;
        this.constants = new ConstantExpression(names::constant);
        this.exits = exits;
        this.statements = statements;
        this.conditions = new ConditionLowering(graph, this);
        this.effects = new EffectLowering(graph, this);
        this.methods = new MethodCalls(file.classes(), names);
        this.objects = new ObjectLowering(file.classes(), graph, this);
        this.cppCalls = new CppCalls(file, graph, names, guards, this);
        this.lambdas = lambdas;
        this.truths = new Truths(tokens, names);
    }

    ObjectLowering objects() {
        return objects;
    }

    MethodCalls methods() {
        return methods;
    }

    Value value(Expression expression) {
        nesting++;
        Value value = expression.fold(this);
        nesting--;
        return value;
    }

    /** Branches on an expression; nothing is left of the current frontier. */
    Ways condition(Expression expression) {
        return expression.fold(conditions);
    }

    /** Evaluates an expression whose value nobody reads. */
    void effect(Expression expression) {
        expression.fold(effects);
    }

    /** What a call to one of the {@link Intrinsic}s is. */
    Optional<Intrinsic> intrinsic(Expression.Call call) {
        return call.function() instanceof Expression.Name name ? intrinsic(name.name()) : Optional.empty();
    }

    private Optional<Intrinsic> intrinsic(String name) {
        Optional<Intrinsic> intrinsic = Intrinsic.named(name);
        return intrinsic.isPresent() && !file.isFunction(name) ? intrinsic : Optional.empty();
    }

    static boolean isShortCircuit(Expression.Binary binary) {
        BinaryOperator operator = binary.operators().get(0);
        return operator == BinaryOperator.AND || operator == BinaryOperator.OR;
    }

    Value unknown(Span span) {
        return new Value.Unknown(tokens.source(span));
    }

    /** Ends the path unless the condition holds. */
    void assume(List<Expression> arguments) {
        if (!arguments.isEmpty()) {
            graph.resume(condition(arguments.get(0)).yes());
        }
    }

    @Override
    public Value onName(Expression.Name name) {
        OptionalInt abnormal = statements.abnormal();
        if (abnormal.isPresent() && isAbnormalTermination(name)) {
            return new Value.Constant(abnormal.getAsInt());
        }
        return names.meaning(name.name());
    }

    private boolean isAbnormalTermination(Expression.Name name) {
        return intrinsic(name.name()).filter(intrinsic -> intrinsic == Intrinsic.ABNORMAL_TERMINATION).isPresent();
    }

    @Override
    public Value onNumber(Expression.Number number) {
        return number.value().isPresent() ? new Value.Constant(number.value().get()) : new Value.Unknown(number.text());
    }

    @Override
    public Value onText(Expression.Text text) {
        return new Value.Text(text.text());
    }

    @Override
    public Value onCall(Expression.Call call) {
        if (call.function() instanceof Expression.Conditional chosen && chosen.then().isPresent()) {
            return onConditional(chosen.called(call));
        }
        Optional<Intrinsic> intrinsic = intrinsic(call);
        return intrinsic.isPresent() ? intrinsic(intrinsic.get(), call) : call(call);
    }

    private Value intrinsic(Intrinsic intrinsic, Expression.Call call) {
        return switch (intrinsic) {
            case ASSUME -> {
                assume(call.arguments());
                yield new Value.Constant(1);
            }
            case ASSERT -> {
                if (call.arguments().stream().noneMatch(this::isNeverTrue)) {
                    assume(call.arguments());
                }
                yield new Value.Constant(1);
            }
            case UNREACHABLE -> {
                graph.take();
                yield unknown(call.span());
            }
            case THROW -> {
                call.arguments().forEach(this::effect);
                exits.raise(Frontier.of(graph.add(new Node.Join(call.span(), "throw")), Edge.Kind.EXCEPTION));
                graph.take();
                yield unknown(call.span());
            }
            case EXPECT -> call.arguments().isEmpty() ? unknown(call.span()) : value(call.arguments().get(0));
            case EXCHANGE -> exchange(call);
            case ABNORMAL_TERMINATION -> {
                OptionalInt abnormal = statements.abnormal();
                yield abnormal.isPresent() ? new Value.Constant(abnormal.getAsInt()) : call(call);
            }
        };
    }

    /** The call stays in the graph, between reading the old value and storing the new one. */
    private Value exchange(Expression.Call call) {
        List<Value> arguments = call.arguments().stream().map(this::value).toList();
        Value function = Place.callee(value(call.function()));
        if (arguments.size() == 2 && arguments.get(0) instanceof Value.AddressOf target) {
            Value old = exits.spill(call.span(), target.object());
            graph.add(new Node.Call(call.span(), function, arguments));
            graph.add(new Node.Assign(call.span(), target.object(), arguments.get(1)));
            return old;
        }
        return new Value.Temporary(graph.add(new Node.Call(call.span(), function, arguments)));
    }

    /** {@code FALSE}, {@code !"text"}, {@code FALSE && "text"}. */
    private boolean isNeverTrue(Expression condition) {
        if (condition instanceof Expression.Binary binary) {
            return binary.operators().stream().allMatch(operator -> operator == BinaryOperator.AND)
                    && binary.operands().stream().anyMatch(this::isNeverTrue);
        }
        boolean deniesText = condition instanceof Expression.Unary unary
                && unary.operator() == Expression.UnaryOperator.NOT && unary.operand() instanceof Expression.Text;
        return deniesText || constants.evaluate(condition).filter(value -> value == 0).isPresent();
    }

    private Value call(Expression.Call call) {
        return file.classes().isC() ? call(call, value(call.function())) : cppCalls.call(call);
    }

    Value call(Expression.Call call, Value callee) {
        Value function = Place.callee(callee);
        List<Value> arguments = new ArrayList<>(call.arguments().size());
        for (Expression argument : call.arguments()) {
            arguments.add(value(argument));
        }
        int number = graph.add(new Node.Call(call.span(), function, arguments));
        leave(number, function);
        return new Value.Temporary(number);
    }

    /** What is known of calls that do not come back, or not here. */
    void leave(int number, Value function) {
        if (function instanceof Value.Variable callee
                && (callee.scope() == Value.Scope.FUNCTION || callee.scope() == Value.Scope.UNDECLARED)) {
            if (file.raising().contains(callee.name())) {
                exits.raise(Frontier.of(number, Edge.Kind.EXCEPTION));
            }
            if (file.noreturn().contains(callee.name())) {
                graph.take();
            }
        }
    }

    @Override
    public Value onMember(Expression.Member member) {
        return field(member, value(member.base()));
    }

    Value field(Expression.Member member, Value base) {
        Value field = new Value.Field(member.arrow() ? Place.dereference(base) : base, member.field());
        boolean reference = !file.classes().isC() && methods.isReference(member.base(), base, member.field());
        return reference ? Place.dereference(field) : field;
    }

    @Override
    public Value onElement(Expression.Element element) {
        Value base = value(element.base());
        return new Value.Element(base, value(element.index()));
    }

    @Override
    public Value onUnary(Expression.Unary unary) {
        Value operand = value(unary.operand());
        if (operand instanceof Value.Constant constant) {
            Optional<Long> result = Arithmetic.apply(unary.operator(), constant.value());
            if (result.isPresent()) {
                return new Value.Constant(result.get());
            }
        }
        return switch (unary.operator()) {
            case PLUS -> operand;
            case MINUS -> new Value.Operation("-", List.of(operand));
            case NOT -> new Value.Operation("!", List.of(operand));
            case COMPLEMENT -> new Value.Operation("~", List.of(operand));
            case ADDRESS_OF -> Place.addressOf(operand);
            case DEREFERENCE -> Place.dereference(operand);
        };
    }

    @Override
    public Value onUpdate(Expression.Update update) {
        Value target = place(update.target());
        if (update.prefix()) {
            return step(update, target);
        }
        Value old = exits.spill(update.span(), target);
        step(update, target);
        return old;
    }

    /** Counts up or down and gives the new value. */
    Value step(Expression.Update update, Value target) {
        BinaryOperator operator = update.change() < 0 ? BinaryOperator.SUBTRACT : BinaryOperator.ADD;
        return assign(update.span(), target, operation(operator, target, new Value.Constant(1)));
    }

    @Override
    public Value onBinary(Expression.Binary binary) {
        if (isShortCircuit(binary)) {
            return truth(binary);
        }
        Value result = value(binary.operands().get(0));
        for (int i = 0; i < binary.operators().size(); i++) {
            Value right = value(binary.operands().get(i + 1));
            BinaryOperator operator = binary.operators().get(i);
            if (isEquality(operator) && truths.isTrue(binary.operands().get(i + 1), right, result)) {
                result = operation(opposite(operator), result, new Value.Constant(0));
            } else if (isEquality(operator) && i == 0 && truths.isTrue(binary.operands().get(0), result, right)) {
                result = operation(opposite(operator), right, new Value.Constant(0));
            } else {
                result = operation(operator, result, right);
            }
            boolean last = i + 1 == binary.operators().size();
            if (result instanceof Value.Operation && ((i + 1) % MAX_CHAIN == 0 || last && nesting > MAX_NESTING)) {
                result = exits.spill(binary.span(), result);
            }
        }
        return result;
    }

    private static boolean isEquality(BinaryOperator operator) {
        return operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
    }

    private static BinaryOperator opposite(BinaryOperator equality) {
        return equality == BinaryOperator.EQUAL ? BinaryOperator.NOT_EQUAL : BinaryOperator.EQUAL;
    }

    private static Value operation(BinaryOperator operator, Value left, Value right) {
        if (left instanceof Value.Constant a && right instanceof Value.Constant b) {
            Optional<Long> result = Arithmetic.apply(operator, a.value(), b.value());
            if (result.isPresent()) {
                return new Value.Constant(result.get());
            }
        }
        return new Value.Operation(operator.spelling(), List.of(left, right));
    }

    /** The value of {@code a && b}: both ways store it in the temporary of the join where they meet. */
    private Value truth(Expression.Binary binary) {
        Ways ways = condition(binary);
        if (ways.no().isEmpty() || ways.yes().isEmpty()) {
            graph.resume(ways.no().isEmpty() ? ways.yes() : ways.no());
            return new Value.Constant(ways.no().isEmpty() ? 1 : 0);
        }
        Value.Temporary result = new Value.Temporary(graph.reserve());
        graph.resume(ways.yes());
        graph.add(new Node.Assign(binary.span(), result, new Value.Constant(1)));
        Frontier yes = graph.take();
        graph.resume(ways.no());
        graph.add(new Node.Assign(binary.span(), result, new Value.Constant(0)));
        return join(binary, yes, result);
    }

    private Value join(Expression expression, Frontier other, Value.Temporary result) {
        graph.merge(other);
        graph.put(result.node(), new Node.Join(expression.span(), "value"));
        return result;
    }

    @Override
    public Value onConditional(Expression.Conditional conditional) {
        if (conditional.then().isEmpty()) {
            return elvis(conditional);
        }
        Ways ways = condition(conditional.condition());
        if (ways.no().isEmpty() || ways.yes().isEmpty()) {
            graph.resume(ways.no().isEmpty() ? ways.yes() : ways.no());
            return value(ways.no().isEmpty() ? conditional.then().get() : conditional.otherwise());
        }
        Value.Temporary result = new Value.Temporary(graph.reserve());
        graph.resume(ways.yes());
        store(conditional.then().get(), result);
        Frontier yes = graph.take();
        graph.resume(ways.no());
        store(conditional.otherwise(), result);
        return join(conditional, yes, result);
    }

    /** GNU {@code a ?: b}: a is evaluated once. */
    private Value elvis(Expression.Conditional conditional) {
        Value first = value(conditional.condition());
        if (first instanceof Value.Constant constant) {
            return constant.value() != 0 ? first : value(conditional.otherwise());
        }
        Value.Temporary result = new Value.Temporary(graph.reserve());
        Ways ways = graph.branch(conditional.condition().span(), first);
        graph.resume(ways.yes());
        graph.add(new Node.Assign(conditional.condition().span(), result, first));
        Frontier yes = graph.take();
        graph.resume(ways.no());
        store(conditional.otherwise(), result);
        return join(conditional, yes, result);
    }

    private void store(Expression expression, Value.Temporary result) {
        Value value = value(expression);
        if (graph.isLive()) {
            graph.add(new Node.Assign(expression.span(), result, value));
        }
    }

    @Override
    public Value onAssignment(Expression.Assignment assignment) {
        Value target = place(assignment.target());
        Value source = value(assignment.value());
        return assign(
                assignment.span(), target,
                assignment.operator().isPresent() ? operation(assignment.operator().get(), target, source) : source);
    }

    /** Where an assignment stores: unknown where C would have no place, as with {@code READ(x) = 1}. */
    Value place(Expression target) {
        Value value = value(target);
        return Place.isPlace(value) ? value : unknown(target.span());
    }

    /** Stores a value and gives what the assignment is worth. */
    Value assign(Span span, Value target, Value source) {
        graph.add(new Node.Assign(span, target, source));
        return target instanceof Value.Unknown ? source : target;
    }

    @Override
    public Value onCast(Expression.Cast cast) {
        Value operand = value(cast.operand());
        return operand instanceof Value.Constant constant
                ? new Value.Constant(Arithmetic.cast(cast.type(), constant.value())) : operand;
    }

    /** Only where the class is not known: else the members of an object are constructed before the body. */
    @Override
    public Value onConstruct(Expression.Construct construct) {
        if (construct.arguments().size() != 1) {
            construct.arguments().forEach(this::effect);
            return unknown(construct.span());
        }
        Value field = new Value.Field(Place.dereference(names.self()), construct.member());
        return assign(construct.span(), field, value(construct.arguments().get(0)));
    }

    @Override
    public Value onNew(Expression.New object) {
        int number = graph.add(new Node.Call(
                object.span(), new Value.Variable("operator new", Value.Scope.UNDECLARED, -1), List.of()));
        Value address = new Value.Temporary(number);
        Optional<Classes.ClassType> type = file.classes().classOf(object.type(), names.bindings());
        if (type.isPresent()) {
            objects.construct(type.get(), address, object.arguments(), object.span());
            methods.result(number, type.get());
        } else {
            object.arguments().forEach(this::effect);
        }
        return address;
    }

    @Override
    public Value onDelete(Expression.Delete deleted) {
        Value object = value(deleted.object());
        methods.classOf(deleted.object(), object).ifPresent(type -> objects.destroy(type, object, deleted.span()));
        graph.add(new Node.Call(
                deleted.span(), new Value.Variable("operator delete", Value.Scope.UNDECLARED, -1), List.of(object)));
        return unknown(deleted.span());
    }

    @Override
    public Value onSizeOf(Expression.SizeOf sizeOf) {
        return unknown(sizeOf.span());
    }

    @Override
    public Value onCompoundLiteral(Expression.CompoundLiteral literal) {
        evaluate(literal.initializer());
        return unknown(literal.span());
    }

    private void evaluate(Initializer.Braced initializer) {
        for (Initializer.Item item : initializer.items()) {
            if (item.value() instanceof Initializer.Single single) {
                effect(single.value());
            } else if (item.value() instanceof Initializer.Braced braced) {
                evaluate(braced);
            }
        }
    }

    @Override
    public Value onComma(Expression.Comma comma) {
        int last = comma.parts().size() - 1;
        for (int i = 0; i < last; i++) {
            effect(comma.parts().get(i));
        }
        return value(comma.parts().get(last));
    }

    @Override
    public Value onStatementExpression(Expression.StatementExpression expression) {
        return statements.value(expression);
    }

    @Override
    public Value onLambda(Expression.Lambda lambda) {
        return lambdas.value(lambda);
    }

    @Override
    public Value onLabelAddress(Expression.LabelAddress address) {
        return new Value.Unknown("&&" + address.label());
    }

    @Override
    public Value onOpaque(Expression.Opaque opaque) {
        return unknown(opaque.span());
    }
}
