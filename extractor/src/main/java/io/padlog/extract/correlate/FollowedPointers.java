package io.padlog.extract.correlate;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pointers that a node follows: had one been NULL, control would not have come past it. */
final class FollowedPointers {
    private final Set<Value> pointers = new HashSet<>();

    private FollowedPointers() {}

    static Set<Value> of(Node node) {
        FollowedPointers followed = new FollowedPointers();
        if (node instanceof Node.Call call) {
            followed.all(call.arguments());
        } else if (node instanceof Node.Assign assign) {
            followed.add(assign.target());
            followed.add(assign.source());
        } else if (node instanceof Node.Branch branch) {
            followed.add(branch.condition());
        }
        return followed.pointers;
    }

    private void all(List<Value> values) {
        values.forEach(this::add);
    }

    private void add(Value value) {
        if (value instanceof Value.Dereference dereference) {
            pointers.add(dereference.pointer());
            add(dereference.pointer());
        } else if (value instanceof Value.Field field) {
            add(field.base());
        } else if (value instanceof Value.Element element) {
            add(element.base());
            add(element.index());
        } else if (value instanceof Value.Operation operation) {
            all(operation.operands());
        }
    }
}
