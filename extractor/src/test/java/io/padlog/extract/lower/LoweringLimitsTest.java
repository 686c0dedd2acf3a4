package io.padlog.extract.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What input may not do: blow the stack, or make the graph much larger than the source. */
class LoweringLimitsTest {
    private static final int MANY = 10_000;

    private static String many(int count, String separator, IntFunction<String> piece) {
        return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining(separator));
    }

    private static ControlFlowGraph lower(String body) {
        return Graphs.of("int f(int); int test(int a, int b) {" + body + "}");
    }

    /** Rooms that walk values by recursion are to have it easy. */
    private static int height(Value value) {
        int height = 0;
        List<Value> level = List.of(value);
        while (!level.isEmpty()) {
            List<Value> next = new ArrayList<>();
            for (Value one : level) {
                if (one instanceof Value.Operation operation) {
                    next.addAll(operation.operands());
                }
            }
            level = next;
            height++;
        }
        return height;
    }

    @Test
    void longListsAreNotDeep() {
        assertThat(lower(many(MANY, " else ", i -> "if (a == " + i + ") f(" + i + ");")).nodes()).hasSize(2 * MANY + 3);
        assertThat(lower("if (" + many(MANY, " && ", i -> "a") + ") f(1);").nodes()).hasSize(MANY + 4);
        assertThat(lower(many(MANY, ", ", i -> "f(a)") + ";").nodes()).hasSize(MANY + 3);
        assertThat(lower("switch (a) {" + many(MANY, "", i -> "case " + i + ": f(1);") + "}").edges())
                .hasSize(2 * MANY + 3);
    }

    @Test
    void valuesStayLow() {
        ControlFlowGraph chain = lower("return " + many(MANY, " + ", i -> "a") + ";");
        ControlFlowGraph nested = lower("return " + "(".repeat(200) + "a" + " + a * b)".repeat(200) + ";");
        for (ControlFlowGraph graph : List.of(chain, nested)) {
            for (Node node : graph.nodes()) {
                if (node instanceof Node.Assign assign) {
                    assertThat(height(assign.source())).isLessThan(100);
                } else if (node instanceof Node.Return exit) {
                    assertThat(height(exit.value().orElseThrow())).isLessThan(100);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "if (a) { % }", "while (a) { % }", "do { % } while (a);", "switch (a) { case 1: { % } }",
        "__try { % f(2); } __finally { f(3); }", "__try { f(1); } __finally { % }",
        "__try { probe(a); % } __except (a) { f(2); }", "f(1); out%: if (a) { % }", "b = ({ % a; });"})
    void deepStatementsFitAnOrdinaryStack(String shape) throws InterruptedException {
        String body = "return 1;";
        for (int i = 0; i < 100; i++) {
            body = shape.replace("out%", "out" + i).replace("%", body);
        }
        assertThat(onStack(512, body).nodes().size()).isGreaterThanOrEqualTo(3);
    }

    private static ControlFlowGraph onStack(int kilobytes, String body) throws InterruptedException {
        List<ControlFlowGraph> result = new ArrayList<>();
        Thread thread = new Thread(null, () -> result.add(lower(body)), "small stack", kilobytes * 1024L);
        thread.start();
        thread.join();
        return result.get(0);
    }

    @Test
    void returnsBeyondTheLimitShareACopy() {
        int returns = Exits.MAX_RETURNS + 10;
        ControlFlowGraph graph = lower(
                "__try { " + many(returns, " ", i -> "if (a == " + i + ") return f(" + i + ");")
                        + "} __finally { f(AbnormalTermination()); }");
        List<String> lines = GraphText.lines(graph);
        assertThat(graph.complete()).isTrue();
        assertThat(lines).filteredOn(line -> line.contains("call f(1) ")).hasSize(Exits.MAX_RETURNS + 2);
        assertThat(lines).filteredOn(line -> line.contains("join returns")).hasSize(1);
        int join = graph.nodes().indexOf(
                graph.nodes().stream().filter(Node.Join.class::isInstance).findFirst().orElseThrow());
        assertThat(lines).filteredOn(line -> line.contains(" t" + join + " = t")).hasSize(10);
        assertThat(graph.nodes()).filteredOn(Node.Return.class::isInstance)
                .extracting(node -> ((Node.Return) node).value())
                .contains(Optional.of(new Value.Temporary(join))).hasSize(Exits.MAX_RETURNS + 2);
    }

    @Test
    void finallyInFinallyIsBounded() {
        String body = "f(1);";
        for (int i = 0; i < 40; i++) {
            body = "__try { if (a) return 1; if (b) return 2; } __finally { " + body + " }";
        }
        ControlFlowGraph graph = lower(body);
        assertThat(graph.complete()).isFalse();
        assertThat(graph.nodes().size()).isLessThan(3 * Exits.MAX_COPIED_NODES);
        assertThat(GraphText.lines(graph)).anyMatch(line -> line.contains("too many copies of __finally blocks"));
    }
}
