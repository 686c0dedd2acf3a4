package io.padlog.extract.lower;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls of C++: they may be of a method, whose object comes first, make an object, or pass references. */
final class CppCalls {
    private final FileScope file;
    private final GraphBuilder graph;
    private final Names names;
    private final ScopeGuards guards;
    private final ExpressionLowering expressions;

    CppCalls(FileScope file, GraphBuilder graph, Names names, ScopeGuards guards, ExpressionLowering expressions) {
        this.file = file;
        this.graph = graph;
        this.names = names;
        this.guards = guards;
        this.expressions = expressions;
    }

    Value call(Expression.Call call) {
        MethodCalls methods = expressions.methods();
        Optional<MethodCalls.Callee> callee = Optional.empty();
        Value function;
        if (call.function() instanceof Expression.Member member) {
            Value base = expressions.value(member.base());
            if (guards.call(base, member.field(), call.span())) {
                return expressions.unknown(call.span());
            }
            callee = methods.method(member, base);
            function = expressions.field(member, base);
        } else if (call.function() instanceof Expression.Name name && !names.isVariable(name.name())) {
            callee = methods.named(name.name());
            if (callee.isEmpty() && file.classes().isType(name.name())) {
                return made(call, name.name());
            }
            function = names.meaning(name.name());
        } else {
            function = expressions.value(call.function());
        }
        return callee.isPresent() ? call(call, callee.get()) : expressions.call(call, function);
    }

    private Value call(Expression.Call call, MethodCalls.Callee callee) {
        MethodCalls methods = expressions.methods();
        List<Value> arguments = new ArrayList<>();
        callee.object().ifPresent(arguments::add);
        arguments.addAll(expressions.objects().arguments(
                methods.parameters(callee, call.arguments().size()), arguments.size(), call.arguments()));
        Value.Variable target = new Value.Variable(callee.name(), Value.Scope.FUNCTION, -1);
        int number = graph.add(new Node.Call(call.span(), target, arguments));
        methods.result(number, target.name());
        expressions.leave(number, target);
        return new Value.Temporary(number);
    }

    /** {@code T(a)}: a cast, or an object without a name, which is not followed. */
    private Value made(Expression.Call call, String type) {
        List<Value> values = call.arguments().stream().map(expressions::value).toList();
        return values.size() == 1 && !file.classes().isClass(type) ? values.get(0) : expressions.unknown(call.span());
    }
}
