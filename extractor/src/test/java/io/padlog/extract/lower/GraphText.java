package io.padlog.extract.lower;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A graph as text, a line for each node: {@code 3 branch p->n < 0 T->4 F->5}. {@code t2} is what node 2 computed,
 * {@code x#1} a local variable that shares its name, {@code ?text?} an unknown value, and
 * {@code !->} the way of an exception.
 */
final class GraphText implements Node.Cases<String>, Value.Cases<String> {
    private final ControlFlowGraph graph;

    private GraphText(ControlFlowGraph graph) {
        this.graph = graph;
    }

    /** All nodes. */
    static List<String> lines(ControlFlowGraph graph) {
        return lines(graph, number -> "");
    }

    /** All nodes, each with something more said about it in front of its edges. */
    static List<String> lines(ControlFlowGraph graph, IntFunction<String> more) {
        GraphText text = new GraphText(graph);
        List<String> lines = new ArrayList<>();
        int edge = 0;
        for (int number = 0; number < graph.nodes().size(); number++) {
            StringBuilder line = new StringBuilder();
            line.append(number).append(' ').append(graph.nodes().get(number).fold(text)).append(more.apply(number));
            for (; edge < graph.edges().size() && graph.edges().get(edge).from() == number; edge++) {
                line.append(' ').append(text.edge(graph.edges().get(edge)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private String edge(Edge edge) {
        String condition = switch (edge.kind()) {
            case ALWAYS -> "";
            case TRUE -> "T";
            case FALSE -> "F";
            case CASE -> "case " + text(edge.low()) + edge.high().map(high -> "..." + text(high)).orElse("");
            case DEFAULT -> "default";
            case EXCEPTION -> "!";
        };
        return condition + "->" + (edge.to() == graph.exit() ? "exit" : edge.to());
    }

    private String text(Value value) {
        return value.fold(this);
    }

    private String text(Optional<Value> value) {
        return value.map(this::text).orElse("");
    }

    /** With parentheses where they tell operands apart. */
    private String operand(Value value) {
        return value instanceof Value.Operation ? "(" + text(value) + ")" : text(value);
    }

    @Override
    public String onEntry(Node.Entry entry) {
        return "entry";
    }

    @Override
    public String onExit(Node.Exit exit) {
        return "exit";
    }

    @Override
    public String onCall(Node.Call call) {
        return "call " + operand(call.function()) + call.arguments().stream().map(this::text).toList().toString()
                .replaceFirst("^\\[", "(").replaceFirst("]$", ")");
    }

    @Override
    public String onAssign(Node.Assign assign) {
        return text(assign.target()) + " = " + text(assign.source());
    }

    @Override
    public String onBranch(Node.Branch branch) {
        return "branch " + text(branch.condition());
    }

    @Override
    public String onSwitch(Node.Switch choice) {
        return "switch " + text(choice.subject());
    }

    @Override
    public String onReturn(Node.Return exit) {
        return exit.value().isPresent() ? "return " + text(exit.value()) : "return";
    }

    @Override
    public String onJoin(Node.Join join) {
        return "join " + join.note();
    }

    @Override
    public String onOpaque(Node.Opaque opaque) {
        return "opaque " + opaque.reason();
    }

    @Override
    public String onConstant(Value.Constant constant) {
        return Long.toString(constant.value());
    }

    @Override
    public String onText(Value.Text text) {
        return text.text();
    }

    @Override
    public String onVariable(Value.Variable variable) {
        boolean shared = graph.locals().stream().filter(one -> one.identifier().equals(variable.name())).count() > 1;
        return switch (variable.scope()) {
            case LOCAL -> shared ? variable.name() + "#" + variable.index() : variable.name();
            case PARAMETER, GLOBAL, FUNCTION, ENUMERATOR, UNDECLARED -> variable.name();
        };
    }

    @Override
    public String onTemporary(Value.Temporary temporary) {
        return "t" + temporary.node();
    }

    @Override
    public String onField(Value.Field field) {
        return field.base() instanceof Value.Dereference dereference
                ? operand(dereference.pointer()) + "->" + field.name() : operand(field.base()) + "." + field.name();
    }

    @Override
    public String onDereference(Value.Dereference dereference) {
        return "*" + operand(dereference.pointer());
    }

    @Override
    public String onAddressOf(Value.AddressOf address) {
        return "&" + operand(address.object());
    }

    @Override
    public String onElement(Value.Element element) {
        return operand(element.base()) + "[" + text(element.index()) + "]";
    }

    @Override
    public String onOperation(Value.Operation operation) {
        String first = operand(operation.operands().get(0));
        return operation.operands().size() == 1
                ? operation.operator() + first
                : first + " " + operation.operator() + " " + operand(operation.operands().get(1));
    }

    @Override
    public String onUnknown(Value.Unknown unknown) {
        return "?" + unknown.text() + "?";
    }
}
