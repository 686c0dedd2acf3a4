package io.padlog.extract.cfg;

import java.util.List;
import java.util.stream.Collectors;

/** Writes values as C, near to how the source does: without casts, with macros expanded. */
public final class ValueText implements Value.Cases<String> {
    private static final int MAXIMUM_NESTING = 40;
    private final List<Node> nodes;
    private int nesting;

    private ValueText(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** @param nodes those of the value's function, which tell what its temporaries are */
    public static String of(Value value, List<Node> nodes) {
        return new ValueText(nodes).text(value);
    }

    private String text(Value value) {
        if (nesting == MAXIMUM_NESTING) {
            return "…";
        }
        nesting++;
        String text = value.fold(this);
        nesting--;
        return text;
    }

    @Override public String onConstant(Value.Constant constant) {
        return Long.toString(constant.value());
    }

    @Override public String onText(Value.Text text) {
        return text.text();
    }

    @Override public String onVariable(Value.Variable variable) {
        return variable.name();
    }

    @Override public String onTemporary(Value.Temporary temporary) {
        Node node = nodes.get(temporary.node());
        return node instanceof Node.Call call
                ? call.arguments().stream().map(this::text).collect(Collectors.joining(", ", text(call.function()) + "(", ")"))
                : "…";
    }

    @Override public String onField(Value.Field field) {
        return field.base() instanceof Value.Dereference dereference
                ? operand(dereference.pointer()) + "->" + field.name()
                : operand(field.base()) + "." + field.name();
    }

    @Override public String onDereference(Value.Dereference dereference) {
        return "*" + operand(dereference.pointer());
    }

    @Override public String onAddressOf(Value.AddressOf address) {
        return "&" + text(address.object());
    }

    @Override public String onElement(Value.Element element) {
        return operand(element.base()) + "[" + text(element.index()) + "]";
    }

    @Override public String onOperation(Value.Operation operation) {
        if (operation.operator().endsWith("()")) {
            String name = operation.operator().substring(0, operation.operator().length() - 2);
            return name + operation.operands().stream().map(operand -> operand.fold(this)).collect(Collectors.joining(", ", "(", ")"));
        }
        return operation.operands().size() == 1
                ? operation.operator() + operand(operation.operands().get(0))
                : operation.operands().stream().map(this::operand)
                        .collect(Collectors.joining(" " + operation.operator() + " "));
    }

    @Override public String onUnknown(Value.Unknown unknown) {
        return unknown.text();
    }

    private String operand(Value value) {
        boolean compound = value instanceof Value.Operation || value instanceof Value.Dereference
                || value instanceof Value.AddressOf;
        return compound ? "(" + text(value) + ")" : text(value);
    }
}
