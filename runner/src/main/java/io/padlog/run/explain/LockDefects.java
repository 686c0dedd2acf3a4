package io.padlog.run.explain;

import io.padlog.extract.facts.Table;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.FindingKind;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Step;
import io.padlog.run.finding.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The defects that the lock rules found, and the paths that show them. */
final class LockDefects {
    private final FactView facts;
    private final EngineResult result;
    private final LockMoves moves;
    private final LockSearch search;
    private final Map<Context, List<Caller>> callers = new HashMap<>();
    private final Map<Caller, List<Context>> givingBack = new HashMap<>();
    private final Map<Integer, List<String>> callbacks = new HashMap<>();
    private final Set<Integer> functions = new TreeSet<>();

    /** A row of relation {@code finding}. */
    record Defect(String rule, FindingKind kind, Confidence confidence, Context context, int node, int holder) {}

    /** A call that enters a function while its caller has the lock in {@code holder}'s hands. */
    private record Caller(Context context, int node, int holder) {}

    LockDefects(FactView facts, EngineResult result) {
        this.facts = facts;
        this.result = result;
        this.moves = new LockMoves(facts, result);
        this.search = new LockSearch(moves);
        Table entries = result.relations().get("explained_entry").rows();
        Set<Context> needing = needing();
        for (int row = 0; row < entries.rows(); row++) {
            Context callee = context(entries, row, 0);
            Caller caller = new Caller(context(entries, row, 4), entries.get(row, 8), entries.get(row, 9));
            callers.computeIfAbsent(callee, key -> new ArrayList<>()).add(caller);
            if (needing.contains(callee)) {
                givingBack.computeIfAbsent(caller, key -> new ArrayList<>()).add(callee);
            }
        }
        Table reaching = result.relations().get("finding_callback").rows();
        for (int row = 0; row < reaching.rows(); row++) {
            callbacks.computeIfAbsent(reaching.get(row, 0), key -> new ArrayList<>())
                    .add(facts.functionName(reaching.get(row, 1)));
        }
    }

    /** Functions that, entered without a lock, may give it back. */
    private Set<Context> needing() {
        Table rows = result.relations().get("needs").rows();
        Set<Context> needing = new HashSet<>();
        for (int row = 0; row < rows.rows(); row++) {
            needing.add(new Context(rows.get(row, 0), rows.get(row, 1), 0, rows.get(row, 2)));
        }
        return needing;
    }

    private static Context context(Table table, int row, int column) {
        return new Context(table.get(row, column), table.get(row, column + 1), table.get(row, column + 2),
                table.get(row, column + 3));
    }

    /** Each defect once, however many ways lead to it: one of those of which most is certain. */
    Collection<Defect> all() {
        Table rows = result.relations().get("finding").rows();
        Map<List<Object>, Defect> defects = new LinkedHashMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            Defect defect = new Defect(
                    symbol(rows, row, 0),
                    FindingKind.valueOf(symbol(rows, row, 1).toUpperCase(Locale.ROOT).replace('-', '_')),
                    Confidence.valueOf(symbol(rows, row, 2).toUpperCase(Locale.ROOT)),
                    context(rows, row, 3), rows.get(row, 7), rows.get(row, 8));
            List<Object> what = List.of(defect.rule(), defect.kind(), defect.context().function(), defect.context().lock(),
                    defect.node(), defect.holder());
            defects.merge(what, defect, (one, other) -> one.confidence().atLeast(other.confidence()) ? one : other);
        }
        return defects.values();
    }

    private String symbol(Table table, int row, int column) {
        return result.symbols().text(table.get(row, column));
    }

    /** The functions that the paths of the findings made so far go through. */
    Set<Integer> functions() {
        return functions;
    }

    Finding finding(Defect defect) {
        Context context = defect.context();
        String function = facts.functionName(context.function());
        String lock = facts.lockName(context.function(), context.lock(), Math.abs(defect.holder()));
        List<Step> steps = trace(defect, lock);
        Optional<Step> acquire = defect.holder() > 0 ? lastAcquire(steps) : Optional.empty();
        return new Finding(
                Finding.idOf(defect.rule(), function, lock, facts.ordinal(defect.node())),
                defect.rule(), defect.kind(), defect.confidence(), facts.location(defect.node()), function, lock,
                acquire.map(Step::at), acquire.map(Step::function).orElse(""),
                callbacks.getOrDefault(context.function(), List.of()), message(defect, function, lock, acquire),
                new Trace(steps), List.of(facts.unitName(facts.unitOf(context.function()))));
    }

    private static Optional<Step> lastAcquire(List<Step> steps) {
        for (int index = steps.size() - 1; index >= 0; index--) {
            if (steps.get(index).kind() == Step.Kind.ACQUIRE) {
                return Optional.of(steps.get(index));
            }
        }
        return Optional.empty();
    }

    private List<Step> trace(Defect defect, String lock) {
        TraceBuilder trace = new TraceBuilder(facts, moves, functions);
        int depth = enter(defect.context(), trace, new HashSet<>());
        boolean leaves = defect.kind() == FindingKind.HELD_AT_RETURN;
        search.path(defect.context(), state -> state.node() == defect.node() && state.lastHolder() == defect.holder()
                        && (!leaves || !moves.results(state).isEmpty()))
                .ifPresent(path -> trace.follow(path, depth));
        String function = facts.functionName(defect.context().function());
        String text = facts.text(defect.node());
        boolean held = defect.holder() > 0;
        // The second acquire is where the finding stands, not where the lock was taken: a call, not an acquire.
        switch (defect.kind()) {
            case HELD_AT_RETURN -> trace.add(Step.Kind.RETURN, defect.node(),
                    function + " returns with " + lock + " held", depth, true);
            case TAKEN_TWICE -> trace.add(Step.Kind.CALL, defect.node(), text + " waits for a lock that is held", depth, true);
            case NOT_HELD -> release(new Caller(defect.context(), defect.node(), defect.holder()), trace, depth, new HashSet<>());
            case WRONG_RELEASE -> trace.add(Step.Kind.RELEASE, defect.node(),
                    text + " does not undo what took the lock", depth, false);
            case WRONG_ORDER -> trace.add(Step.Kind.CALL, defect.node(), text + " comes too late", depth, held);
            case FORBIDDEN_CALL -> trace.add(Step.Kind.CALL, defect.node(), text + " must not be called so", depth, held);
            case REPORTED -> throw inWords(defect);
        }
        return trace.steps();
    }

    /** Shows how what is not held is given back: at the node, or in what is called there. */
    private void release(Caller at, TraceBuilder trace, int depth, Set<Context> seen) {
        for (Context callee : givingBack.getOrDefault(at, List.of())) {
            if (seen.add(callee)) {
                trace.add(Step.Kind.CALL, at.node(), "calls " + facts.functionName(callee.function()), depth, false);
                search.path(callee, state -> state.holder() == 0 && givesBack(callee, state)).ifPresent(path -> {
                    trace.follow(path, depth + 1);
                    int node = path.isEmpty() ? facts.entry(callee.function()) : path.get(path.size() - 1).to().node();
                    release(new Caller(callee, node, 0), trace, depth + 1, seen);
                });
                return;
            }
        }
        trace.add(Step.Kind.RELEASE, at.node(), facts.text(at.node()) + " gives back a lock that is not held", depth, false);
    }

    private boolean givesBack(Context context, State state) {
        return moves.isRelease(state.node(), context.lock())
                || givingBack.containsKey(new Caller(context, state.node(), state.holder()));
    }

    /** Shows how a function came to be called with the lock held.
     *  @return the depth of the function's own steps */
    private int enter(Context context, TraceBuilder trace, Set<Context> seen) {
        if (context.held() == 1 && seen.add(context)) {
            for (Caller caller : callers.getOrDefault(context, List.of())) {
                boolean ownHolder = caller.holder() != facts.entry(caller.context().function());
                if (ownHolder || !seen.contains(caller.context()) && caller.context().held() == 1) {
                    int depth = enter(caller.context(), trace, seen);
                    search.path(caller.context(), state -> state.node() == caller.node() && state.holder() == caller.holder())
                            .ifPresent(path -> trace.follow(path, depth));
                    trace.add(Step.Kind.CALL, caller.node(), "calls " + facts.functionName(context.function()), depth, true);
                    return depth + 1;
                }
            }
        }
        trace.add(Step.Kind.ENTRY, facts.entry(context.function()),
                facts.functionName(context.function()) + " is called", 0, context.held() == 1);
        return 0;
    }

    private static IllegalStateException inWords(Defect defect) {
        return new IllegalStateException(defect.rule() + ": a rule about locks reports in words of its own");
    }

    private String message(Defect defect, String function, String lock, Optional<Step> acquire) {
        String taken = acquire.map(step -> "; it was taken " + place(step, defect)).orElse("");
        return switch (defect.kind()) {
            case HELD_AT_RETURN -> "'" + lock + "' is still held when '" + function + "' returns" + taken;
            case TAKEN_TWICE -> "'" + lock + "' is taken while it is held already" + reservation(defect) + taken;
            case NOT_HELD -> "'" + lock + "' is given back but not held" + before(defect);
            case WRONG_RELEASE -> "'" + lock + "' is given back in a way that does not go with how it was taken" + taken;
            case WRONG_ORDER -> defect.holder() > 0
                    ? "another lock is taken while '" + lock + "' is held, against the order" + opposite(defect) + taken
                    : "'" + lock + "' is taken against the order of locks";
            case REPORTED -> throw inWords(defect);
            case FORBIDDEN_CALL -> defect.holder() > 0
                    ? "'" + facts.text(defect.node()) + "' is called while '" + lock + "' is held" + taken
                    : "'" + facts.text(defect.node()) + "' is called outside of '" + lock + "'";
        };
    }

    /** Who gave the lock back before; of several calls that left it free it is not known which. */
    private String before(Defect defect) {
        if (defect.holder() >= 0) {
            return "";
        }
        return -defect.holder() == facts.entry(defect.context().function())
                ? "; a function called before gave it back"
                : "; it was given back before at line " + facts.location(-defect.holder()).line();
    }

    /** What must be so beside what the path shows. */
    private String reservation(Defect defect) {
        Table rows = result.relations().get("reservation").rows();
        return IntStream.range(0, rows.rows())
                .filter(row -> rows.get(row, 0) == defect.node() && rows.get(row, 1) == defect.context().lock()
                        && rows.get(row, 2) == defect.holder())
                .mapToObj(row -> ", " + symbol(rows, row, 3))
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    /** Where else the two locks are taken, the other way round. */
    private String opposite(Defect defect) {
        Table rows = result.relations().get("taken_in_opposite_order").rows();
        return IntStream.range(0, rows.rows())
                .filter(row -> rows.get(row, 0) == defect.node() && rows.get(row, 1) == defect.context().lock())
                .mapToObj(row -> facts.location(rows.get(row, 2)))
                .min(Comparator.naturalOrder())
                .map(place -> " at " + place.file() + ":" + place.line())
                .orElse("");
    }

    private String place(Step acquire, Defect defect) {
        Location at = acquire.at();
        boolean sameFile = at.file().equals(facts.location(defect.node()).file());
        boolean sameFunction = acquire.function().equals(facts.functionName(defect.context().function()));
        return (sameFile ? "at line " + at.line() : "at " + at.file() + ":" + at.line())
                + (sameFunction ? "" : " by '" + acquire.function() + "'");
    }
}
