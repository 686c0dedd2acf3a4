package io.padlog.extract.lower;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.syntax.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A statement that the one in hand lies in, and that a jump may leave or aim at. The outermost is the function. */
abstract sealed class Frame {
    private final Frame outer;

    private Frame(Frame outer) {
        this.outer = outer;
    }

    private Frame() {
        this.outer = this;
    }

    /** The next frame outwards; the function's is its own. */
    Frame outer() {
        return outer;
    }

    boolean isFunction() {
        return outer == this;
    }

    static final class Function extends Frame {}

    /** What {@code break} leaves: a loop or a switch. */
    abstract static sealed class Breakable extends Frame {
        final Frontier breaks = new Frontier();

        private Breakable(Frame outer) {
            super(outer);
        }
    }

    static final class Loop extends Breakable {
        final Frontier continues = new Frontier();

        Loop(Frame outer) {
            super(outer);
        }
    }

    static final class Choice extends Breakable {
        /** The number of the node. */
        final int node;
        final Value subject;
        /** How many cases have an edge so far. */
        int cases;
        boolean hasDefault;

        Choice(Frame outer, int node, Value subject) {
            super(outer);
            this.node = node;
            this.subject = subject;
        }
    }

    /** The body of a {@code __try}, or what follows a declaration whose objects are destroyed at its end. */
    abstract static sealed class Guarded extends Frame {
        final Statement statement;
        /** Where {@code __leave} left the body. */
        final Frontier leaves = new Frontier();
        /** Where an exception left the body. */
        final Frontier raised = new Frontier();

        private Guarded(Frame outer, Statement statement) {
            super(outer);
            this.statement = statement;
        }
    }

    /** Guarded by {@code __except}. */
    static final class Catching extends Guarded {
        /** Whether the filter can be other than EXCEPTION_CONTINUE_SEARCH. */
        final boolean stopsExceptions;

        Catching(Frame outer, Statement.Try statement, boolean stopsExceptions) {
            super(outer, statement);
            this.stopsExceptions = stopsExceptions;
        }
    }

    /** Guarded by {@code __finally}, or by destructors. */
    static final class Finishing extends Guarded {
        /** Jumps out of the body, in order of their first; all with one destination share a copy of the block. */
        final Map<Destination, Frontier> departures = new LinkedHashMap<>();
        /** The return that stands for those beyond {@link Exits#MAX_RETURNS}, with the join before its copy. */
        Optional<Destination.Return> sharedReturn = Optional.empty();
        int sharedJoin;
        int returns;

        Finishing(Frame outer, Statement statement) {
            super(outer, statement);
        }
    }
}
