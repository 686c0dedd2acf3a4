package io.padlog.extract.facts;

import io.padlog.extract.access.PathNaming;
import io.padlog.extract.cfg.AccessPath;
import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.cfg.ValueText;
import io.padlog.extract.source.Position;
import io.padlog.extract.symbol.CallSite;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.token.TokenBuffer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what one function is: its declaration, its nodes and edges, its calls and assignments. */
final class FunctionRows {
    private final LinkedUnit unit;
    private final FunctionSymbol function;
    private final UnitRows rows;
    private final PathRows paths;
    private final int firstNode;

    FunctionRows(
            LinkedUnit unit, FunctionSymbol function, UnitRows rows, PathRows paths, int firstNode) {
        this.unit = unit;
        this.function = function;
        this.rows = rows;
        this.paths = paths;
        this.firstNode = firstNode;
    }

    /** What the function is, where it begins and whom it calls. */
    void outline() {
        declaration();
        place(0, function.graph().nodes().get(0));
        unit.calls(function).forEach(this::call);
    }

    /** @param naming of the function's values */
    void whole(PathNaming naming) {
        declaration();
        ControlFlowGraph graph = function.graph();
        for (int number = 0; number < graph.nodes().size(); number++) {
            node(number, graph.nodes().get(number), naming);
        }
        Set<Integer> ends = unit.calls(function).stream()
                .filter(call -> !unit.comesBack(call))
                .map(CallSite::node)
                .collect(Collectors.toSet());
        for (Edge edge : graph.edges()) {
            if (ends.contains(edge.from())) {
                continue;
            }
            rows.add(FactRelation.EDGE, node(edge.from()), node(edge.to()), rows.symbol(when(edge)));
        }
        for (CallSite call : unit.calls(function)) {
            call(call);
            arguments(call, naming);
        }
    }

    private int node(int number) {
        return firstNode + number;
    }

    private void declaration() {
        Declaration.Function declaration = function.graph().function();
        int number = function.number();
        rows.add(FactRelation.FUNCTION, number, 0, rows.symbol(function.name()),
                rows.symbol(function.isStatic() ? "static" : "extern"), rows.symbol(declaration.returns().text()));
        rows.add(FactRelation.FUNCTION_READ, number, rows.symbol(function.graph().complete() ? "complete" : "partly"));
        annotations(-1, declaration.annotations());
        for (int index = 0; index < declaration.parameters().size(); index++) {
            Declaration.Parameter parameter = declaration.parameters().get(index);
            rows.add(FactRelation.PARAMETER, number, index, rows.symbol(parameter.identifier()),
                    rows.symbol(parameter.type().text()));
            annotations(index, parameter.annotations());
        }
    }

    private void annotations(int parameter, List<Declaration.Annotation> annotations) {
        for (Declaration.Annotation annotation : annotations) {
            rows.add(FactRelation.ANNOTATION, function.number(), parameter, rows.symbol(annotation.identifier()),
                    rows.symbol(String.join(", ", annotation.arguments())));
        }
    }

    private void place(int number, Node node) {
        Position position = function.source().tokens().expanded(node.span().first());
        rows.add(FactRelation.NODE, node(number), function.number(), rows.symbol(node.fold(Kind.NAMES)));
        rows.add(FactRelation.LOCATED, node(number), rows.symbol(position.file().name()), position.line(),
                position.column());
        if (node instanceof Node.Entry) {
            rows.add(FactRelation.ENTRY, function.number(), node(number));
        }
    }

    private void node(int number, Node node, PathNaming naming) {
        place(number, node);
        if (node instanceof Node.Return) {
            rows.add(FactRelation.RETURNS, function.number(), node(number));
        } else if (node instanceof Node.Assign assign && !(assign.target() instanceof Value.Temporary)) {
            rows.add(FactRelation.ASSIGN, node(number), paths.number(function, naming.place(number, assign.target())),
                    paths.number(function, naming.value(number, assign.source())));
        }
        if (!(node instanceof Node.Entry || node instanceof Node.Exit || node instanceof Node.Join)) {
            TokenBuffer tokens = function.source().tokens();
            rows.add(FactRelation.TEXT, node(number), rows.symbol(
                    node instanceof Node.Branch ? tokens.condition(node.span()) : tokens.source(node.span())));
        }
    }

    private String when(Edge edge) {
        return switch (edge.kind()) {
            case ALWAYS -> "";
            case TRUE -> "true";
            case FALSE -> "false";
            case DEFAULT -> "default";
            case EXCEPTION -> "exception";
            case CASE -> "case " + edge.low().map(this::text).orElse("?") + edge.high().map(high -> " ... " + text(high)).orElse("");
        };
    }

    private String text(Value value) {
        return ValueText.of(value, function.graph().nodes());
    }

    private void call(CallSite call) {
        int node = node(call.node());
        rows.add(FactRelation.CALL, node, function.number(), rows.symbol(call.callee()));
        for (FunctionSymbol target : call.targets()) {
            rows.add(FactRelation.CALL_TARGET, node, target.number());
        }
        String macro = function.source().tokens().macro(call.call().span().first());
        if (!macro.isEmpty()) {
            rows.add(FactRelation.CALL_MACRO, node, rows.symbol(macro));
        }
        List<Value> arguments = call.call().arguments();
        for (int index = 0; index < arguments.size(); index++) {
            int position = index;
            unit.named(function.source(), arguments.get(index)).ifPresent(passed ->
                    rows.add(FactRelation.PASSED_TO_CALL, passed.number(), node, position));
        }
    }

    private void arguments(CallSite call, PathNaming naming) {
        int node = node(call.node());
        List<Value> arguments = call.call().arguments();
        for (int index = 0; index < arguments.size(); index++) {
            Value argument = arguments.get(index);
            AccessPath path = naming.value(call.node(), argument);
            rows.add(FactRelation.ARGUMENT, node, index, paths.number(function, path), rows.symbol(text(argument)));
            if (argument instanceof Value.Constant constant && constant.value() == (int) constant.value()) {
                rows.add(FactRelation.ARGUMENT_CONSTANT, node, index, (int) constant.value());
            }
        }
    }

    /** What the schema calls each kind of node. */
    private enum Kind implements Node.Cases<String> {
        NAMES;

        @Override public String onEntry(Node.Entry entry) { return "entry"; }
        @Override public String onExit(Node.Exit exit) { return "exit"; }
        @Override public String onCall(Node.Call call) { return "call"; }
        @Override public String onAssign(Node.Assign assign) { return "assign"; }
        @Override public String onBranch(Node.Branch branch) { return "branch"; }
        @Override public String onSwitch(Node.Switch choice) { return "switch"; }
        @Override public String onReturn(Node.Return exit) { return "return"; }
        @Override public String onJoin(Node.Join join) { return "join"; }
        @Override public String onOpaque(Node.Opaque opaque) { return "opaque"; }
    }
}
