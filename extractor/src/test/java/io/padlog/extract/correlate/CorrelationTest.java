package io.padlog.extract.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.lower.Graphs;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each row is the body of {@code int f(T *p, int c)} and the sequences of {@code on} and {@code off} that the steps of its
 * environment allow: a sequence that no run can have must not be among them.
 */
class CorrelationTest {
    private static final int MAXIMUM_LENGTH = 4;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        # without conditions
        on(); off();                                                        => on off
        if (c) on(); off();                                                 => off | on off
        # the same condition twice, its negation, and with the variable changed between
        if (c) on(); work(); if (c) off();                                  => - | on off
        if (!c) on(); if (c == 0) off();                                    => - | on off
        if (c) on(); c = work(); if (c) off();                              => - | off | on | on off
        if (p->busy) on(); work(); if (p->busy) off();                      => - | on off
        if (p->busy) on(); p->busy = 0; if (p->busy) off();                 => - | on
        if (c > 3) on(); if (c <= 3) return 0; off();                       => - | on off
        # a flag
        int held = 0; if (work()) { on(); held = 1; } if (held) off();      => - | on off
        int held = 0; if (work()) { on(); } if (held) off();                => - | on
        int held; if (c) held = 0; else held = 1; if (!c) on(); work(); if (held) off(); => - | on off
        # an assertion, also of the opposite of what is known
        __padlog_assert(c); if (c) on(); off();                             => on off
        if (!c) { __padlog_assert(c); on(); }                               => - | on
        # the class of a status, and what is made of it
        int s = work(); if (s >= 0) on(); if (s < 0) return s; off();       => - | on off
        int s = work(); int ok = s >= 0; if (ok) on(); if (s >= 0) off();   => - | on off
        int s = -5; if (c) { s = 0; on(); } if (s == 0) off();              => - | on off
        # constants that exclude each other
        if (c == 1) on(); if (c == 2) off();                                => - | on | off
        switch (c) { case 1: on(); break; default: break; } if (c == 1) off(); => - | on off
        # bits of a flag word
        p->flags |= 4; if (p->flags & 4) on();                              => on
        # a lock function saves in its argument what was tested
        int i = now(); if (i < 2) on(&i); work(); if (i < 2) off(i);        => - | on off
        int i = now(); if (i < 2) on(&i); fill(&i); if (i < 2) off(i);      => - | off | on | on off
        # a pointer that was followed is not NULL
        if (p == 0) return 0; on(); if (p != 0) off();                      => - | on off
        """)
    void allowsOnlyWhatCanHappen(String body, String sequences) {
        ControlFlowGraph graph = Graphs.of("int f(T *p, int c) { " + body + " }");
        Correlation correlation = Correlation.of(graph, new OnAndOff(graph));
        assertThat(String.join(" | ", new Runs(graph, correlation).sequences())).isEqualTo(
                String.join(" | ", new TreeSet<>(List.of(sequences.split(" \\| ")))));
    }

    @Test
    void mergesEnvironmentsWhereThereWouldBeVeryMany() {
        // Each of eight flags is on or off for itself: 256 environments without a bound.
        String tests = IntStream.range(0, 8)
                .mapToObj(flag -> "if (p->f" + flag + ") { on(); off(); }").collect(Collectors.joining(" "));
        ControlFlowGraph graph = Graphs.of("int f(T *p, int c) { " + tests + tests + " return 0; }");
        Correlation correlation = Correlation.of(graph, new OnAndOff(graph));
        assertThat(new Runs(graph, correlation).environments()).isBetween(Merging.MOST_ENVIRONMENTS / 4, Merging.MOST_ENVIRONMENTS);
        assertThat(correlation.unfollowed()).isNotEmpty();
    }

    @Test
    void leavesRoomForAParameterBehindWhatIsForgotten() {
        // Each loop asks for what its own variable points to, which is not known before the loop.
        String loops = IntStream.range(0, 8)
                .mapToObj(each -> "T *q" + each + "; for (q = p; q; q = q->n) if (q->s != 1 && q->s != 2) return 0;"
                        .replaceAll("q(?!\\d)", "q" + each))
                .collect(Collectors.joining(" "));
        ControlFlowGraph graph = Graphs.of("int f(T *p, int c) { " + loops + " if (c) on(); return 0; }");
        Correlation correlation = Correlation.of(graph, new OnAndOff(graph));
        int unset = correlation.environment(List.of(new Value.Constant(1), new Value.Constant(0)));
        int set = correlation.environment(List.of(new Value.Constant(1), new Value.Constant(1)));
        assertThat(unset).isNotEqualTo(set);
    }

    /** Calls of {@code on} and {@code off} act; nothing writes a field. */
    private record OnAndOff(ControlFlowGraph graph) implements Effects {
        @Override public boolean acts(int node) {
            return graph.nodes().get(node) instanceof Node.Call call && call.function() instanceof Value.Variable callee
                    && (callee.name().equals("on") || callee.name().equals("off"));
        }

        @Override public boolean keepsArguments(int node) {
            return acts(node);
        }

        @Override public boolean returns(int node) {
            return true;
        }

        @Override public Optional<Set<Value>> writes(int node, String name) {
            return Optional.empty();
        }
    }

    /** Follows the steps from the entry, whatever the calls return. */
    private static final class Runs {
        private final ControlFlowGraph graph;
        private final Map<Integer, Set<Correlation.Step>> steps = new HashMap<>();
        private final Set<Integer> exits = new HashSet<>();

        private record At(int node, int environment, String sequence) {}

        Runs(ControlFlowGraph graph, Correlation correlation) {
            this.graph = graph;
            correlation.steps().forEach(step -> steps.computeIfAbsent(step.from(), from -> new HashSet<>()).add(step));
            correlation.leaves().forEach(leave -> exits.add(leave.node()));
        }

        Set<String> sequences() {
            Set<String> sequences = new TreeSet<>();
            Set<At> seen = new HashSet<>();
            ArrayDeque<At> waiting = new ArrayDeque<>(List.of(new At(0, -1, "")));
            while (!waiting.isEmpty()) {
                At at = waiting.poll();
                if (!seen.add(at) || at.sequence().split(" ").length > MAXIMUM_LENGTH) {
                    continue;
                }
                if (exits.contains(at.node())) {
                    sequences.add(at.sequence().isEmpty() ? "-" : at.sequence());
                }
                String sequence = (at.sequence() + " " + name(at.node())).trim();
                for (Correlation.Step step : steps.getOrDefault(at.node(), Set.of())) {
                    pass(at.environment(), step.mask()).ifPresent(next -> waiting.add(new At(step.to(), next, sequence)));
                }
            }
            return sequences;
        }

        /** How many environments there are at the node with most. */
        int environments() {
            Map<Integer, Set<Integer>> met = new HashMap<>();
            ArrayDeque<At> waiting = new ArrayDeque<>(List.of(new At(0, -1, "")));
            while (!waiting.isEmpty()) {
                At at = waiting.poll();
                if (met.computeIfAbsent(at.node(), node -> new HashSet<>()).add(at.environment())) {
                    for (Correlation.Step step : steps.getOrDefault(at.node(), Set.of())) {
                        pass(at.environment(), step.mask()).ifPresent(next -> waiting.add(new At(step.to(), next, "")));
                    }
                }
            }
            return met.values().stream().mapToInt(Set::size).max().orElseThrow();
        }

        private static Optional<Integer> pass(int environment, Mask mask) {
            return (environment & mask.allow() & mask.field()) == 0
                    ? Optional.empty() : Optional.of(environment & mask.allow() & mask.keep() | mask.set());
        }

        private String name(int node) {
            return graph.nodes().get(node) instanceof Node.Call call && call.function() instanceof Value.Variable callee
                    && (callee.name().equals("on") || callee.name().equals("off")) ? callee.name() : "";
        }
    }
}
