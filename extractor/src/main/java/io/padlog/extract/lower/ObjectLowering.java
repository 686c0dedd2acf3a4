package io.padlog.extract.lower;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.lower.Classes.ClassType;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Declaration.Parameter;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of constructors and destructors that C++ does not write down. A class without a constructor of its own has
 * its bases and fields constructed all the same, and destroyed in the reverse order.
 */
final class ObjectLowering {
    /** How deep in fields and bases without constructors of their own what they hold is looked for. */
    private static final int DEEPEST = 8;

    private final Classes classes;
    private final GraphBuilder graph;
    private final ExpressionLowering expressions;

    ObjectLowering(Classes classes, GraphBuilder graph, ExpressionLowering expressions) {
        this.classes = classes;
        this.graph = graph;
        this.expressions = expressions;
    }

    /** The class of a variable or field that is an object of one that does something when it begins or ends. */
    Optional<ClassType> object(Declaration.Variable variable, Map<String, String> bindings) {
        return classes.isC() || variable.storage() != Declaration.Storage.NONE
                ? Optional.empty() : classes.objectOf(variable.type(), bindings).filter(type -> acts(type, 0));
    }

    private boolean acts(ClassType type, int depth) {
        return depth < DEEPEST && (classes.isFunction(type.constructor()) || classes.isFunction(type.destructor())
                || classes.bases(type).stream().anyMatch(base -> acts(base, depth + 1))
                || fields(type).stream().anyMatch(field -> acts(field.type(), depth + 1)));
    }

    /** Whether a class has a constructor of its own. */
    boolean isConstructed(ClassType type) {
        return classes.isFunction(type.constructor());
    }

    private record ObjectField(String name, ClassType type) {}

    private List<ObjectField> fields(ClassType type) {
        List<ObjectField> fields = new ArrayList<>();
        for (Declaration.Field field : type.record().fields()) {
            classes.objectOf(field.type(), type.bindings()).filter(held -> held.record() != type.record())
                    .ifPresent(held -> fields.add(new ObjectField(field.identifier(), held)));
        }
        return fields;
    }

    /** Constructs an object. */
    void construct(ClassType type, Value address, List<Expression> arguments, Span span) {
        construct(type, address, arguments, span, 0);
    }

    private void construct(ClassType type, Value address, List<Expression> arguments, Span span, int depth) {
        if (classes.isFunction(type.constructor())) {
            call(type.constructor(), address, arguments, span);
        } else if (depth < DEEPEST) {
            arguments.forEach(expressions::effect);
            classes.bases(type).forEach(base -> construct(base, address, List.of(), span, depth + 1));
            fields(type).stream().filter(field -> acts(field.type(), depth + 1)).forEach(field ->
                    construct(field.type(), address(address, field.name()), List.of(), span, depth + 1));
        }
    }

    /** Destroys an object. */
    void destroy(ClassType type, Value address, Span span) {
        destroy(type, address, span, 0);
    }

    private void destroy(ClassType type, Value address, Span span, int depth) {
        if (classes.isFunction(type.destructor())) {
            call(type.destructor(), address, List.of(), span);
        } else if (depth < DEEPEST) {
            destroyParts(type, address, span, depth);
        }
    }

    /** What a destructor does behind its body. */
    void destroyParts(ClassType type, Value address, Span span) {
        destroyParts(type, address, span, 0);
    }

    private void destroyParts(ClassType type, Value address, Span span, int depth) {
        List<ObjectField> fields = fields(type);
        Collections.reverse(fields);
        fields.stream().filter(field -> acts(field.type(), depth + 1)).forEach(field ->
                destroy(field.type(), address(address, field.name()), span, depth + 1));
        List<ClassType> bases = classes.bases(type);
        Collections.reverse(bases);
        bases.forEach(base -> destroy(base, address, span, depth + 1));
    }

    /** What a constructor does before its body: as its list says, or without arguments. */
    void constructParts(ClassType type, Value address, List<Expression.Construct> given, Span span) {
        Optional<Expression.Construct> delegated = named(given, type.simpleName());
        if (delegated.isPresent()) {
            call(type.constructor(), address, delegated.get().arguments(), delegated.get().span());
            return;
        }
        List<Expression.Construct> rest = new ArrayList<>(given);
        for (ClassType base : classes.bases(type)) {
            Optional<Expression.Construct> one = named(given, base.simpleName()).or(() -> named(given, base.record().tag()));
            one.ifPresent(rest::remove);
            construct(base, address, one.map(Expression.Construct::arguments).orElse(List.of()),
                    one.map(Expression.Construct::span).orElse(span));
        }
        List<ObjectField> objects = fields(type);
        for (Declaration.Field field : type.record().fields()) {
            Optional<Expression.Construct> one = named(rest, field.identifier());
            Optional<ObjectField> object =
                    objects.stream().filter(held -> held.name().equals(field.identifier())).findFirst();
            if (object.isPresent() && acts(object.get().type(), 1)) {
                construct(object.get().type(), address(address, field.identifier()),
                        one.map(Expression.Construct::arguments).orElse(List.of()),
                        one.map(Expression.Construct::span).orElse(span));
            } else if (one.isPresent()) {
                store(one.get(), new Value.Field(Place.dereference(address), field.identifier()), field.type().reference());
            }
            one.ifPresent(rest::remove);
        }
        rest.forEach(one -> one.arguments().forEach(expressions::effect));
    }

    private static Optional<Expression.Construct> named(List<Expression.Construct> given, String name) {
        return given.stream().filter(one -> one.member().equals(name)).findFirst();
    }

    /** Stores what a field is given; a reference holds an address. */
    private void store(Expression.Construct given, Value field, boolean reference) {
        if (given.arguments().size() == 1) {
            Value value = expressions.value(given.arguments().get(0));
            expressions.assign(given.span(), field, reference && Place.isPlace(value) ? Place.addressOf(value) : value);
        } else {
            given.arguments().forEach(expressions::effect);
            expressions.assign(given.span(), field,
                    given.arguments().isEmpty() ? new Value.Constant(0) : expressions.unknown(given.span()));
        }
    }

    private static Value address(Value object, String field) {
        return Place.addressOf(new Value.Field(Place.dereference(object), field));
    }

    private void call(String function, Value address, List<Expression> arguments, Span span) {
        List<Value> values = new ArrayList<>();
        values.add(address);
        values.addAll(arguments(classes.parameters(function, arguments.size() + 1), 1, arguments));
        graph.add(new Node.Call(span, new Value.Variable(function, Value.Scope.FUNCTION, -1), values));
        boolean local = address instanceof Value.AddressOf object
                && object.object() instanceof Value.Variable variable && variable.scope() == Value.Scope.LOCAL;
        if (local) {
            Value object = ((Value.AddressOf) address).object();
            classes.definition(function, values.size()).ifPresent(
                    constructor -> remember(constructor, object, values, span, 0));
        }
    }

    /**
     * Stores in a local object what its constructor keeps of its arguments, as if that stood here: the destructor has no
     * arguments, and what a guard locks is to have one name at both.
     */
    private void remember(Declaration.Function constructor, Value object, List<Value> arguments, Span span, int depth) {
        Map<String, Value> actuals = new HashMap<>();
        for (int i = 1; i < constructor.parameters().size(); i++) {
            actuals.put(constructor.parameters().get(i).identifier(), arguments.get(i));
        }
        for (Statement statement : constructor.body().statements()) {
            if (!(statement instanceof Statement.Evaluate evaluate)) {
                continue;
            }
            if (evaluate.expression() instanceof Expression.Construct one) {
                List<Value> given = one.arguments().stream()
                        .map(argument -> actual(argument, actuals)).flatMap(Optional::stream).toList();
                if (given.size() == one.arguments().size() && depth < DEEPEST) {
                    remember(constructor, one.member(), object, given, span, depth);
                }
            } else if (evaluate.expression() instanceof Expression.Assignment assignment
                    && assignment.target() instanceof Expression.Name field && assignment.operator().isEmpty()) {
                actual(assignment.value(), actuals).ifPresent(value ->
                        graph.add(new Node.Assign(span, new Value.Field(object, field.name()), value)));
            }
        }
    }

    /** What a constructor gives a base, an object in a field, or a field that is none. */
    private void remember(
            Declaration.Function constructor, String member, Value object, List<Value> given, Span span, int depth) {
        String owner = constructor.identifier().substring(0, constructor.identifier().lastIndexOf("::"));
        Optional<Classes.FoundField> field = classes.classOf(owner, Map.of()).flatMap(type -> classes.field(type, member));
        Optional<ClassType> part = field.isPresent()
                ? classes.objectOf(field.get().type(), field.get().owner().bindings()) : classes.classOf(member, Map.of());
        Value whole = field.isPresent() ? new Value.Field(object, member) : object;
        List<Value> all = new ArrayList<>(List.of(Place.addressOf(whole)));
        all.addAll(given);
        Optional<Declaration.Function> inner =
                part.flatMap(type -> classes.definition(type.constructor(), all.size()));
        if (inner.isPresent()) {
            remember(inner.get(), whole, all, span, depth + 1);
        } else if (field.isPresent() && given.size() == 1) {
            graph.add(new Node.Assign(span, whole, given.get(0)));
        }
    }

    private static Optional<Value> actual(Expression argument, Map<String, Value> actuals) {
        return argument instanceof Expression.Name name ? Optional.ofNullable(actuals.get(name.name())) : Optional.empty();
    }

    /** The values of arguments, with those left out; what goes to a reference goes as an address. */
    List<Value> arguments(List<Parameter> parameters, int first, List<Expression> arguments) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(argument(parameters, first + i, arguments.get(i)));
        }
        for (int i = first + arguments.size(); i < parameters.size() && parameters.get(i).value().isPresent(); i++) {
            values.add(argument(parameters, i, parameters.get(i).value().get()));
        }
        return values;
    }

    private Value argument(List<Parameter> parameters, int index, Expression argument) {
        Value value = expressions.value(argument);
        boolean reference = index < parameters.size() && parameters.get(index).type().reference();
        return reference && Place.isPlace(value) ? Place.addressOf(value) : value;
    }

    /** What stands before the body of a constructor. */
    static List<Expression.Construct> given(Statement.Block body) {
        List<Expression.Construct> given = new ArrayList<>();
        for (Statement statement : body.statements()) {
            if (statement instanceof Statement.Evaluate evaluate && evaluate.expression() instanceof Expression.Construct one) {
                given.add(one);
            } else {
                break;
            }
        }
        return given;
    }
}
