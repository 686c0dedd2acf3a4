package io.padlog.extract.lower;

import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves the numbers in nodes, values and edges to their final place. What does not change is not copied. */
final class Renumbering implements Node.Cases<Node>, Value.Cases<Value> {
    private final int[] places;

    /** @param places final number by provisional one, -1 for what was dropped */
    Renumbering(int[] places) {
        this.places = places;
    }

    Edge edge(Frontier.Loose edge, int to) {
        return new Edge(places[edge.from()], places[to], edge.kind(), value(edge.low()), value(edge.high()));
    }

    private Optional<Value> value(Optional<Value> value) {
        return value.isPresent() ? Optional.of(value(value.get())) : value;
    }

    private Value value(Value value) {
        return value.fold(this);
    }

    private List<Value> values(List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            Value moved = value(values.get(i));
            if (moved != values.get(i)) {
                // Each operand is walked once: twice at each level would be exponential.
                List<Value> result = new ArrayList<>(values);
                result.set(i, moved);
                for (int j = i + 1; j < result.size(); j++) {
                    result.set(j, value(result.get(j)));
                }
                return result;
            }
        }
        return values;
    }

    @Override
    public Node onEntry(Node.Entry entry) {
        return entry;
    }

    @Override
    public Node onExit(Node.Exit exit) {
        return exit;
    }

    @Override
    public Node onCall(Node.Call call) {
        Value function = value(call.function());
        List<Value> arguments = values(call.arguments());
        return function == call.function() && arguments == call.arguments()
                ? call : new Node.Call(call.span(), function, arguments);
    }

    @Override
    public Node onAssign(Node.Assign assign) {
        Value target = value(assign.target());
        Value source = value(assign.source());
        return target == assign.target() && source == assign.source()
                ? assign : new Node.Assign(assign.span(), target, source);
    }

    @Override
    public Node onBranch(Node.Branch branch) {
        Value condition = value(branch.condition());
        return condition == branch.condition() ? branch : new Node.Branch(branch.span(), condition);
    }

    @Override
    public Node onSwitch(Node.Switch choice) {
        Value subject = value(choice.subject());
        return subject == choice.subject() ? choice : new Node.Switch(choice.span(), subject);
    }

    @Override
    public Node onReturn(Node.Return exit) {
        return exit.value().isPresent() ? new Node.Return(exit.span(), exit.value().map(this::value)) : exit;
    }

    @Override
    public Node onJoin(Node.Join join) {
        return join;
    }

    @Override
    public Node onOpaque(Node.Opaque opaque) {
        return opaque;
    }

    @Override
    public Value onConstant(Value.Constant constant) {
        return constant;
    }

    @Override
    public Value onText(Value.Text text) {
        return text;
    }

    @Override
    public Value onVariable(Value.Variable variable) {
        return variable;
    }

    /** A jump into the middle of an expression can leave its first half behind: then the value is not known. */
    @Override
    public Value onTemporary(Value.Temporary temporary) {
        int place = places[temporary.node()];
        if (place < 0) {
            return new Value.Unknown("never computed");
        }
        return place == temporary.node() ? temporary : new Value.Temporary(place);
    }

    @Override
    public Value onField(Value.Field field) {
        Value base = value(field.base());
        return base == field.base() ? field : new Value.Field(base, field.name());
    }

    @Override
    public Value onDereference(Value.Dereference dereference) {
        Value pointer = value(dereference.pointer());
        return pointer == dereference.pointer() ? dereference : new Value.Dereference(pointer);
    }

    @Override
    public Value onAddressOf(Value.AddressOf address) {
        Value object = value(address.object());
        return object == address.object() ? address : new Value.AddressOf(object);
    }

    @Override
    public Value onElement(Value.Element element) {
        Value base = value(element.base());
        Value index = value(element.index());
        return base == element.base() && index == element.index() ? element : new Value.Element(base, index);
    }

    @Override
    public Value onOperation(Value.Operation operation) {
        List<Value> operands = values(operation.operands());
        return operands == operation.operands() ? operation : new Value.Operation(operation.operator(), operands);
    }

    @Override
    public Value onUnknown(Value.Unknown unknown) {
        return unknown;
    }
}
