package io.padlog.run.explain;

import io.padlog.extract.facts.Table;
import io.padlog.run.engine.EngineResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The moves that {@code lib/lock_state.dl} makes, one at a time: the same steps, lock functions and trusted summaries, so
 * that a path made of them is one that the rule saw.
 */
final class LockMoves {
    private static final int POSITIVE = 2;
    private static final int NEGATIVE = 4;
    private static final int ANY_RESULT = 7;

    private final FactView facts;
    private final Map<Long, List<Outcome>> lockCalls = new HashMap<>();
    private final Map<Context, List<Outcome>> summaries = new HashMap<>();
    private final Set<Long> acting = new HashSet<>();
    private final Set<Integer> recursive = new HashSet<>();
    /** For a lock the nodes that wait for themselves, each with who shares it then. */
    private final Map<Integer, Set<Long>> upgrades = new HashMap<>();
    private final Set<Integer> neverNegative = new HashSet<>();
    private final Map<Context, Map<Integer, List<Integer>>> heldBefore = new HashMap<>();

    private record Outcome(int result, String effect) {}

    LockMoves(FactView facts, EngineResult result) {
        this.facts = facts;
        Table calls = result.relations().get("lock_call").rows();
        for (int row = 0; row < calls.rows(); row++) {
            lockCalls.computeIfAbsent(pair(calls.get(row, 0), calls.get(row, 1)), key -> new ArrayList<>())
                    .add(new Outcome(calls.get(row, 2), result.symbols().text(calls.get(row, 3))));
        }
        Table acts = result.relations().get("acts_on").rows();
        for (int row = 0; row < acts.rows(); row++) {
            acting.add(pair(acts.get(row, 0), acts.get(row, 1)));
        }
        Table locks = result.relations().get("recursive").rows();
        for (int row = 0; row < locks.rows(); row++) {
            recursive.add(locks.get(row, 0));
        }
        Table waiting = result.relations().get("upgrades").rows();
        for (int row = 0; row < waiting.rows(); row++) {
            upgrades.computeIfAbsent(waiting.get(row, 1), key -> new HashSet<>())
                    .add(pair(waiting.get(row, 0), waiting.get(row, 2)));
        }
        Table unsigned = result.relations().get("never_negative").rows();
        for (int row = 0; row < unsigned.rows(); row++) {
            neverNegative.add(unsigned.get(row, 0));
        }
        Table before = result.relations().get("explained_holder").rows();
        for (int row = 0; row < before.rows(); row++) {
            heldBefore.computeIfAbsent(context(before, row), key -> new HashMap<>())
                    .computeIfAbsent(before.get(row, 4), key -> new ArrayList<>())
                    .add(before.get(row, 5));
        }
        Table rows = result.relations().get("explained_summary").rows();
        for (int row = 0; row < rows.rows(); row++) {
            summaries.computeIfAbsent(context(rows, row), key -> new ArrayList<>())
                    .add(new Outcome(rows.get(row, 4), result.symbols().text(rows.get(row, 5))));
        }
    }

    private static Context context(Table table, int row) {
        return new Context(table.get(row, 0), table.get(row, 1), table.get(row, 2), table.get(row, 3));
    }

    /** A key that is asked for at each state of a path. */
    private static long pair(int first, int second) {
        return (long) first << Integer.SIZE | second & 0xffff_ffffL;
    }

    /** The state in which a function is entered. */
    State start(Context context) {
        int entry = facts.entry(context.function());
        return new State(entry, context.held() == 1 ? entry : 0, context.given());
    }

    /** Where control can go from a state of a function that is entered so. */
    List<Move> from(State state, Context context) {
        int lock = context.lock();
        List<Move.Effect> effects = effects(state, lock);
        List<Move> moves = new ArrayList<>();
        if (effects.isEmpty()) {
            RowIndex steps = facts.by("step", 0);
            int count = steps.count(state.node());
            Map<Integer, Integer> arms = new HashMap<>();
            for (int index = 0; index < count; index++) {
                int arm = count == 1 ? 0 : arms.merge(steps.get(state.node(), index, 1), 1, Integer::sum) - 1;
                Optional<State> next = move(state, steps, index, 2, state.holder());
                if (next.isPresent()) {
                    moves.add(new Move(state, next.get(), arm, Optional.empty()));
                }
            }
            return moves;
        }
        RowIndex steps = facts.by("call_step", 0);
        for (Move.Effect effect : effects) {
            List<Integer> holders = holdersAfter(state, effect, context);
            for (int index = 0; index < steps.count(state.node()); index++) {
                if (steps.get(state.node(), index, 1) == effect.result()) {
                    for (int holder : holders) {
                        moveAfterCall(state, steps, index, holder).ifPresent(next ->
                                moves.add(new Move(state, next, 0, Optional.of(effect))));
                    }
                }
            }
        }
        return moves;
    }

    /** Whether a call of a lock function gives the lock back. */
    boolean isRelease(int node, int lock) {
        return lockCalls.getOrDefault(pair(node, lock), List.of()).stream()
                .anyMatch(outcome -> outcome.effect().equals("release"));
    }

    /** Whether the function can leave at this state's node in it, and with a result of which classes. */
    List<Integer> results(State state) {
        RowIndex leaves = facts.by("leaves", 0);
        List<Integer> results = new ArrayList<>();
        for (int index = 0; index < leaves.count(state.node()); index++) {
            int field = leaves.get(state.node(), index, 3);
            int allow = leaves.get(state.node(), index, 4);
            if ((state.environment() & allow & field) != 0) {
                int signs = leaves.get(state.node(), index, 2);
                boolean positive = (signs & NEGATIVE) != 0 && neverNegative.contains(leaves.get(state.node(), index, 1));
                results.add(positive ? signs & ~NEGATIVE | POSITIVE : signs);
            }
        }
        return results;
    }

    /** Who can have the lock then: several only where it is given back that was taken again. */
    private List<Integer> holdersAfter(State state, Move.Effect effect, Context context) {
        boolean gives = effect.outcome().equals("release") || effect.outcome().equals("released");
        if (gives && state.heldAgain()) {
            return heldBefore.getOrDefault(context, Map.of()).getOrDefault(state.holder(), List.of());
        }
        return List.of(holderAfter(state, effect, recursive.contains(context.lock())));
    }

    private int holderAfter(State state, Move.Effect effect, boolean again) {
        boolean deeper = state.held() && again;
        return switch (effect.outcome()) {
            case "acquire", "taken" -> deeper ? state.node() + State.AGAIN : state.holder() < 0 && again ? 0 : state.node();
            case "release" -> deeper ? 0 : -state.node();
            case "delete" -> -state.node();
            case "released" -> deeper ? 0 : state.held() ? -state.node() : -facts.entry(facts.functionOf(state.node()));
            case "convert" -> state.held() && !state.heldAgain() ? state.node() : state.holder();
            default -> state.holder();
        };
    }

    private static Optional<State> move(State state, RowIndex steps, int index, int mask, int holder) {
        return masked(state, steps, steps.row(state.node(), index), 1, mask, holder);
    }

    private static Optional<State> moveAfterCall(State state, RowIndex steps, int index, int holder) {
        return masked(state, steps, steps.row(state.node(), index), 2, 3, holder);
    }

    /** Applies the mask in the four columns from {@code mask} on: field, allow, keep, set. */
    private static Optional<State> masked(State state, RowIndex steps, int row, int to, int mask, int holder) {
        Table table = steps.table();
        int allowed = state.environment() & table.get(row, mask + 1);
        if ((allowed & table.get(row, mask)) == 0) {
            return Optional.empty();
        }
        int environment = allowed & table.get(row, mask + 2) | table.get(row, mask + 3);
        return Optional.of(new State(table.get(row, to), holder, environment));
    }

    private List<Move.Effect> effects(State state, int lock) {
        List<Move.Effect> effects = new ArrayList<>();
        for (Outcome outcome : lockCalls.getOrDefault(pair(state.node(), lock), List.of())) {
            // Where a path ends, a move that nothing can make says that the node acts.
            effects.add(ends(outcome.effect(), state, lock)
                    ? new Move.Effect("none", Optional.empty(), 0)
                    : new Move.Effect(outcome.effect(), Optional.empty(), outcome.result()));
        }
        RowIndex renamed = facts.by("renamed", 0);
        if (renamed.count(state.node()) == 0) {
            return effects;
        }
        Set<Integer> bound = new HashSet<>();
        for (int index = 0; index < renamed.count(state.node()); index++) {
            int callee = renamed.get(state.node(), index, 1);
            if (renamed.get(state.node(), index, 3) == lock) {
                boolean entersHeld = state.held() && !recursive.contains(lock);
                Context context = new Context(callee, renamed.get(state.node(), index, 2), entersHeld ? 1 : 0,
                        given(state.node(), callee));
                if (acting.contains(pair(callee, context.lock()))) {
                    bound.add(callee);
                    List<Outcome> outcomes = summaries.getOrDefault(context, List.of(new Outcome(0, "none")));
                    for (Outcome outcome : outcomes) {
                        effects.add(new Move.Effect(outcome.effect(), Optional.of(context), outcome.result()));
                    }
                }
            }
        }
        if (!bound.isEmpty()) {
            passBy(state.node(), bound, effects);
        }
        return effects;
    }

    /** Taking a held lock is the end of a path unless it can be taken again, and so is what contradicts the source. */
    private boolean ends(String effect, State state, int lock) {
        if (!state.held()) {
            return effect.equals("held");
        }
        boolean again = recursive.contains(lock)
                && !upgrades.getOrDefault(lock, Set.of()).contains(pair(state.node(), state.holder()));
        return effect.equals("acquire") && !again || effect.equals("not held");
    }

    private void passBy(int node, Set<Integer> bound, List<Move.Effect> effects) {
        RowIndex targets = facts.by("call_target", 0);
        for (int index = 0; index < targets.count(node); index++) {
            if (!bound.contains(targets.get(node, index, 1))) {
                effects.add(new Move.Effect("none", Optional.empty(), ANY_RESULT));
            }
        }
    }

    private int given(int node, int callee) {
        RowIndex enters = facts.by("enters", 0);
        for (int index = 0; index < enters.count(node); index++) {
            if (enters.get(node, index, 1) == callee) {
                return enters.get(node, index, 2);
            }
        }
        return -1;
    }
}
