package io.padlog.extract.lower;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where control leaves the statements that it is in: jumps and exceptions, by way of the {@code __finally} blocks
 * between. A jump out of a {@code __try} waits in its frame until the body is complete; then each destination gets its
 * copy of the block. So copies are made at the nesting of the statement, however deep the jump stood.
 */
final class Exits {
    /** How many returns of one body get a copy of their own; the rest share one, and its return node. */
    static final int MAX_RETURNS = 64;

    /** How many nodes the copies of one function may have. A block beyond that is left out and opaque. */
    static final int MAX_COPIED_NODES = 20_000;

    private final GraphBuilder graph;
    private Frame frame = new Frame.Function();
    private int copied;

    Exits(GraphBuilder graph) {
        this.graph = graph;
    }

    Frame frame() {
        return frame;
    }

    void enter(Frame inner) {
        frame = inner;
    }

    /** Leaves the innermost frame. */
    void leave() {
        frame = frame.outer();
    }

    /** Goes on at a destination instead of here. */
    void jump(Destination destination) {
        if (!graph.isLive()) {
            return;
        }
        for (Frame one = frame; !one.isFunction(); one = one.outer()) {
            if (one instanceof Frame.Finishing finishing && !destination.isInside(finishing)) {
                depart(finishing, destination);
                return;
            }
        }
        destination.arrive(graph);
    }

    /** Returns; the value is computed before any {@code __finally} block runs. */
    void jumpToReturn(Span span, Optional<Value> value) {
        boolean moves = graph.isLive() && value.isPresent() && !isSteady(value.get()) && isInsideFinally();
        jump(new Destination.Return(span, moves ? Optional.of(spill(span, value.get())) : value));
    }

    /** Computes a value here and now. */
    Value spill(Span span, Value value) {
        int number = graph.reserve();
        Value temporary = new Value.Temporary(number);
        graph.put(number, new Node.Assign(span, temporary, value));
        return temporary;
    }

    /** Takes an exception to what handles it; out of the function is nowhere. */
    void raise(Frontier origin) {
        for (Frame one = frame; !one.isFunction(); one = one.outer()) {
            if (one instanceof Frame.Finishing
                    || one instanceof Frame.Catching catching && catching.stopsExceptions) {
                ((Frame.Guarded) one).raised.addAll(origin);
                return;
            }
        }
    }

    /**
     * What is done on each way out of a body.
     *
     * @param copy puts it into the graph once more; whether a jump or an exception leaves the body
     */
    record Cleanup(Span span, Consumer<Boolean> copy) {}

    /** Makes the copies of a {@code __finally} block or of destructors after its body, one for each way out of it. */
    void finish(Frame.Finishing body, Cleanup block) {
        if (graph.isLive()) {
            copy(block, false);
        }
        Frontier normal = graph.take();
        for (Map.Entry<Destination, Frontier> departure : body.departures.entrySet()) {
            graph.resume(departure.getValue());
            if (body.sharedReturn.isPresent() && body.sharedReturn.get() == departure.getKey()) {
                graph.put(body.sharedJoin, new Node.Join(block.span(), "returns"));
            }
            copy(block, true);
            jump(departure.getKey());
        }
        if (!body.raised.isEmpty()) {
            graph.resume(body.raised);
            copy(block, true);
            raise(graph.take());
        }
        graph.resume(normal);
    }

    private void copy(Cleanup block, boolean abnormal) {
        int before = graph.size();
        if (copied > MAX_COPIED_NODES) {
            graph.add(new Node.Opaque(block.span(), "too many copies of __finally blocks or destructors"));
            return;
        }
        block.copy().accept(abnormal);
        // An inner block's nodes count again for each block around it: that only makes the bound tighter.
        copied += graph.size() - before;
    }

    private void depart(Frame.Finishing from, Destination destination) {
        Destination actual = destination;
        if (destination instanceof Destination.Return leaving && !from.departures.containsKey(destination)
                && ++from.returns > MAX_RETURNS) {
            actual = share(from, leaving);
        }
        from.departures.computeIfAbsent(actual, first -> new Frontier()).addAll(graph.take());
    }

    private Destination share(Frame.Finishing from, Destination.Return leaving) {
        if (from.sharedReturn.isEmpty()) {
            from.sharedJoin = graph.reserve();
            Value merged = new Value.Temporary(from.sharedJoin);
            from.sharedReturn =
                    Optional.of(new Destination.Return(leaving.span(), leaving.value().map(value -> merged)));
        }
        if (leaving.value().isPresent()) {
            Value merged = new Value.Temporary(from.sharedJoin);
            graph.add(new Node.Assign(leaving.span(), merged, leaving.value().get()));
        }
        return from.sharedReturn.get();
    }

    private boolean isInsideFinally() {
        for (Frame one = frame; !one.isFunction(); one = one.outer()) {
            if (one instanceof Frame.Finishing) {
                return true;
            }
        }
        return false;
    }

    /** Whether no statement can change the value. */
    private static boolean isSteady(Value value) {
        return value instanceof Value.Constant || value instanceof Value.Text || value instanceof Value.Temporary;
    }
}
