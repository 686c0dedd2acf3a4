package io.padlog.extract.cfg;

import io.padlog.extract.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A step of a function that does one thing. Its number is its place in the graph's list. */
public sealed interface Node {
    /** Where it stands in the source. */
    Span span();

    <R> R fold(Cases<R> cases);

    /** One answer for each member of the family. */
    interface Cases<R> {
        R onEntry(Entry entry);
        R onExit(Exit exit);
        R onCall(Call call);
        R onAssign(Assign assign);
        R onBranch(Branch branch);
        R onSwitch(Switch choice);
        R onReturn(Return exit);
        R onJoin(Join join);
        R onOpaque(Opaque opaque);
    }

    /** Where the function begins: node 0, exactly one. The span is the function's name. */
    record Entry(Span span) implements Node {
        @Override public <R> R fold(Cases<R> cases) { return cases.onEntry(this); }
    }

    /** Where every return goes: exactly one. The span is the closing brace. */
    record Exit(Span span) implements Node {
        @Override public <R> R fold(Cases<R> cases) { return cases.onExit(this); }
    }

    /** Calls {@code function}; its result is {@code Temporary} of this node. */
    record Call(Span span, Value function, List<Value> arguments) implements Node {
        public Call { arguments = List.copyOf(arguments); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onCall(this); }
    }

    /**
     * Stores {@code source} in {@code target}: a place (variable, field, element, what a pointer points at), this
     * node's own {@code Temporary}, or that of a {@link Join} further on where several ways meet. The target is
     * {@code Unknown} where C assigns to something that is no place here, such as the call of an unknown macro.
     */
    record Assign(Span span, Value target, Value source) implements Node {
        @Override public <R> R fold(Cases<R> cases) { return cases.onAssign(this); }
    }

    /**
     * Goes on by TRUE where {@code condition} is not 0, else by FALSE. An assumption ({@code NT_ASSERT},
     * {@code _Analysis_assume_}) is a branch without the other edge.
     */
    record Branch(Span span, Value condition) implements Node {
        @Override public <R> R fold(Cases<R> cases) { return cases.onBranch(this); }
    }

    /** Goes on by the CASE edge with the value of {@code subject}, else by DEFAULT. */
    record Switch(Span span, Value subject) implements Node {
        @Override public <R> R fold(Cases<R> cases) { return cases.onSwitch(this); }
    }

    /**
     * Leaves the function; its one edge goes to the exit. In a function whose end can be reached the closing brace is
     * a return too. A {@code __finally} between the {@code return} statement and the exit has run before.
     */
    record Return(Span span, Optional<Value> value) implements Node {
        @Override public <R> R fold(Cases<R> cases) { return cases.onReturn(this); }
    }

    /**
     * Does nothing: a label, a loop head, the head of a handler, the end of {@code a ? b : c}. {@code note} says which,
     * for readers.
     */
    record Join(Span span, String note) implements Node {
        @Override public <R> R fold(Cases<R> cases) { return cases.onJoin(this); }
    }

    /** A statement that could not be read. */
    record Opaque(Span span, String reason) implements Node {
        public Opaque { Objects.requireNonNull(reason); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onOpaque(this); }
    }
}
