package io.padlog.run.explain;

import io.padlog.run.finding.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns moves into the steps of a trace: each branch with the value it took, each call that changes the lock. */
final class TraceBuilder {
    private static final int MAXIMUM_DEPTH = 20;
    private static final int NO_EDGE = -1;

    private final FactView facts;
    private final LockMoves moves;
    private final LockSearch search;
    private final Set<Integer> functions;
    private final List<Step> steps = new ArrayList<>();

    /** @param functions gets those in which there are steps */
    TraceBuilder(FactView facts, LockMoves moves, Set<Integer> functions) {
        this.facts = facts;
        this.moves = moves;
        this.functions = functions;
        this.search = new LockSearch(moves);
    }

    List<Step> steps() {
        return steps;
    }

    /** Adds a step at a node. */
    void add(Step.Kind kind, int node, String text, int depth, boolean held) {
        int function = facts.functionOf(node);
        functions.add(function);
        steps.add(new Step(kind, facts.location(node), facts.functionName(function), text, depth,
                held ? Step.LockState.HELD : Step.LockState.FREE));
    }

    /** Adds what happens on a path through one function. */
    void follow(List<Move> path, int depth) {
        for (Move move : path) {
            move.effect().ifPresent(effect -> operation(move, effect, depth));
            branches(move, depth);
        }
    }

    private void operation(Move move, Move.Effect effect, int depth) {
        int node = move.from().node();
        String text = facts.text(node);
        boolean held = move.to().held();
        switch (effect.outcome()) {
            case "acquire" -> add(Step.Kind.ACQUIRE, node, text, depth, held);
            case "release", "delete" -> add(Step.Kind.RELEASE, node, text, depth, held);
            case "none", "unchanged", "convert", "held", "not held" -> { }
            default -> callee(move, effect, depth);
        }
    }

    private void callee(Move move, Move.Effect effect, int depth) {
        int node = move.from().node();
        Context context = effect.callee().orElseThrow();
        String name = facts.functionName(context.function());
        add(Step.Kind.CALL, node, "calls " + name, depth, move.from().held());
        boolean taken = effect.outcome().equals("taken");
        if (depth < MAXIMUM_DEPTH) {
            search.path(context, state -> moves.results(state).contains(effect.result())
                            && (taken ? state.held() && state.holder() != facts.entry(context.function()) : state.holder() < 0))
                    .ifPresent(path -> follow(path, depth + 1));
        }
        add(Step.Kind.RETURN_FROM, node, name + " returns" + result(effect.result()), depth, move.to().held());
    }

    private static String result(int signs) {
        return switch (signs) {
            case 1 -> " 0";
            case 2 -> " a positive value";
            case 4 -> " a negative value";
            case 6 -> " a nonzero value";
            default -> "";
        };
    }

    /** A move passes over nodes that change nothing; their branches are shown all the same. */
    private void branches(Move move, int depth) {
        int from = move.from().node();
        int to = move.to().node();
        RowIndex edges = facts.by("edge", 0);
        for (int row : way(from, to, move.arm())) {
            int node = edges.table().get(row, 0);
            String when = facts.symbol(edges.table().get(row, 2));
            boolean held = move.to().held();
            // What has one way only is assumed, not decided.
            boolean decided = edges.count(node) > 1;
            if (decided && (when.equals("true") || when.equals("false"))) {
                add(Step.Kind.BRANCH, node, facts.text(node) + " is " + when.toUpperCase(Locale.ROOT), depth, held);
            } else if (when.startsWith("case ") || when.equals("default")) {
                add(Step.Kind.SWITCH, node, facts.text(node) + " goes to " + when, depth, held);
            } else if (when.equals("exception")) {
                add(Step.Kind.EXCEPTION, node, facts.text(node) + " raises an exception", depth, held);
            }
        }
    }

    /** The edges of the {@code arm}-th way from one node to another over nodes that have no steps of their own. */
    private List<Integer> way(int from, int to, int arm) {
        RowIndex edges = facts.by("edge", 0);
        List<Integer> last = List.of();
        int found = 0;
        for (int index = 0; index < edges.count(from); index++) {
            Optional<List<Integer>> way = way(edges.row(from, index), to);
            if (way.isPresent()) {
                last = way.get();
                if (found++ == arm) {
                    return last;
                }
            }
        }
        return last;
    }

    private Optional<List<Integer>> way(int firstEdge, int to) {
        RowIndex edges = facts.by("edge", 0);
        RowIndex steps = facts.by("step", 0);
        Map<Integer, Integer> edgeBefore = new HashMap<>();
        ArrayDeque<Integer> waiting = new ArrayDeque<>(List.of(firstEdge));
        edgeBefore.put(firstEdge, NO_EDGE);
        Set<Integer> reached = new HashSet<>();
        while (!waiting.isEmpty()) {
            int edge = waiting.poll();
            int node = edges.table().get(edge, 1);
            if (node == to) {
                return Optional.of(backwards(edge, edgeBefore));
            }
            for (int index = 0; steps.count(node) == 0 && index < edges.count(node); index++) {
                int next = edges.row(node, index);
                if (reached.add(edges.table().get(next, 1))) {
                    edgeBefore.put(next, edge);
                    waiting.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Integer> backwards(int last, Map<Integer, Integer> edgeBefore) {
        List<Integer> way = new ArrayList<>();
        for (int edge = last; edge != NO_EDGE; edge = edgeBefore.get(edge)) {
            way.add(edge);
        }
        Collections.reverse(way);
        return way;
    }
}
