package io.padlog.extract.lower;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.source.Span;
import java.util.Optional;

/** Where a jump goes. Equal destinations are one for the copies of a {@code __finally} block. */
sealed interface Destination {
    /** Whether a jump from inside that body stays in it. */
    boolean isInside(Frame.Guarded guarded);

    /** Puts the nodes that end the jump, behind the current frontier, and leaves nothing of it. */
    void arrive(GraphBuilder graph);

    /** {@code return value;} with the value computed already. */
    record Return(Span span, Optional<Value> value) implements Destination {
        @Override
        public boolean isInside(Frame.Guarded guarded) {
            return false;
        }

        @Override
        public void arrive(GraphBuilder graph) {
            graph.add(new Node.Return(span, value));
            graph.connect(graph.take(), graph.exit());
        }
    }

    /** {@code goto label;} */
    record ToLabel(Label label) implements Destination {
        @Override
        public boolean isInside(Frame.Guarded guarded) {
            return label.isInside(guarded.statement);
        }

        @Override
        public void arrive(GraphBuilder graph) {
            label.arrive(graph);
        }
    }

    /** {@code break;} */
    record Break(Frame.Breakable from) implements Destination {
        @Override
        public boolean isInside(Frame.Guarded guarded) {
            return contains(guarded, from);
        }

        @Override
        public void arrive(GraphBuilder graph) {
            from.breaks.addAll(graph.take());
        }
    }

    /** {@code continue;} */
    record Continue(Frame.Loop loop) implements Destination {
        @Override
        public boolean isInside(Frame.Guarded guarded) {
            return contains(guarded, loop);
        }

        @Override
        public void arrive(GraphBuilder graph) {
            loop.continues.addAll(graph.take());
        }
    }

    private static boolean contains(Frame.Guarded guarded, Frame inner) {
        for (Frame frame = inner; !frame.isFunction(); frame = frame.outer()) {
            if (frame == guarded) {
                return true;
            }
        }
        return false;
    }
}
