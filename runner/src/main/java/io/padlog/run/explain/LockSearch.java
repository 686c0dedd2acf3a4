package io.padlog.run.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The shortest way through a function to a state, by breadth-first search. */
final class LockSearch {
    /** More states than this in one function are not searched; the finding is then shown without a path. */
    private static final int MAXIMUM_STATES = 200_000;

    private final LockMoves moves;

    LockSearch(LockMoves moves) {
        this.moves = moves;
    }

    /** The moves from the function's entry to the nearest state that is wanted; empty if there is none. */
    Optional<List<Move>> path(Context context, Predicate<State> wanted) {
        State start = moves.start(context);
        Map<State, Move> reachedBy = new HashMap<>();
        ArrayDeque<State> waiting = new ArrayDeque<>(List.of(start));
        reachedBy.put(start, new Move(start, start, 0, Optional.empty()));
        while (!waiting.isEmpty() && reachedBy.size() < MAXIMUM_STATES) {
            State state = waiting.poll();
            if (wanted.test(state)) {
                return Optional.of(backwards(state, start, reachedBy));
            }
            for (Move move : moves.from(state, context)) {
                if (reachedBy.putIfAbsent(move.to(), move) == null) {
                    waiting.add(move.to());
                }
            }
        }
        return Optional.empty();
    }

    private static List<Move> backwards(State end, State start, Map<State, Move> reachedBy) {
        List<Move> path = new ArrayList<>();
        for (State state = end; !state.equals(start); state = reachedBy.get(state).from()) {
            path.add(reachedBy.get(state));
        }
        Collections.reverse(path);
        return path;
    }
}
