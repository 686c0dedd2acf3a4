package io.padlog.run.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # edges                   => layer of each node
            0-1 1-2                   => 0 1 2
            0-1 0-2 1-3 2-3           => 0 1 1 2
            0-1 1-2 2-1 2-3           => 0 1 2 3
            0-1 0-2 1-2               => 0 1 2
            0-0 0-1                   => 0 1
            """)
    void aNodeLiesBelowThoseThatLeadToIt(String edges, String layers) {
        Graph graph = graph(edges, false);
        List<Integer> rows = graph.nodes().isEmpty() ? List.of()
                : Layout.of(graph).boxes().stream().map(Layout.Box::y).distinct().sorted().toList();
        List<Integer> found = Layout.of(graph).boxes().stream().map(box -> rows.indexOf(box.y())).toList();
        assertThat(found).isEqualTo(List.of(layers.strip().split(" ")).stream().map(Integer::valueOf).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void boxesDoNotOverlapAndArrowsEndAtThem(long seed) {
        Random random = new Random(seed);
        StringBuilder edges = new StringBuilder("0-1");
        for (int edge = 0; edge < 60; edge++) {
            edges.append(' ').append(random.nextInt(30)).append('-').append(random.nextInt(30));
        }
        for (boolean sideways : new boolean[] {false, true}) {
            Graph graph = graph(edges.toString(), sideways);
            Layout layout = Layout.of(graph);
            assertThat(layout).isEqualTo(Layout.of(graph));
            List<Layout.Box> boxes = layout.boxes();
            for (int one = 0; one < boxes.size(); one++) {
                assertThat(boxes.get(one).x() + boxes.get(one).width()).isLessThanOrEqualTo(layout.width());
                assertThat(boxes.get(one).y() + boxes.get(one).height()).isLessThanOrEqualTo(layout.height());
                for (int other = one + 1; other < boxes.size(); other++) {
                    assertThat(overlap(boxes.get(one), boxes.get(other))).as(one + " " + other).isFalse();
                }
            }
            for (int edge = 0; edge < graph.edges().size(); edge++) {
                List<Layout.Point> points = layout.routes().get(edge).points();
                assertThat(touches(boxes.get(graph.edges().get(edge).from()), points.get(0))).isTrue();
                assertThat(touches(boxes.get(graph.edges().get(edge).to()), points.get(points.size() - 1))).isTrue();
            }
        }
    }

    @Test
    void aLongChainIsLaidOutWithoutDeepRecursion() {
        List<Graph.Edge> edges = new ArrayList<>();
        List<Graph.Node> nodes = new ArrayList<>(List.of(node(0)));
        for (int node = 1; node < 20_000; node++) {
            nodes.add(node(node));
            edges.add(new Graph.Edge(node - 1, node, ""));
        }
        assertThat(Layout.of(new Graph("f", "", nodes, edges, false)).boxes()).hasSize(20_000);
    }

    private static boolean overlap(Layout.Box one, Layout.Box other) {
        return one.x() < other.x() + other.width() && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height() && other.y() < one.y() + one.height();
    }

    private static boolean touches(Layout.Box box, Layout.Point point) {
        return point.x() >= box.x() && point.x() <= box.x() + box.width() && point.y() >= box.y()
                && point.y() <= box.y() + box.height();
    }

    private static Graph graph(String text, boolean sideways) {
        List<Graph.Edge> edges = new ArrayList<>();
        int largest = 0;
        for (String edge : text.strip().split(" ")) {
            int from = Integer.parseInt(edge.substring(0, edge.indexOf('-')));
            int to = Integer.parseInt(edge.substring(edge.indexOf('-') + 1));
            largest = Math.max(largest, Math.max(from, to));
            edges.add(new Graph.Edge(from, to, ""));
        }
        List<Graph.Node> nodes = new ArrayList<>();
        for (int node = 0; node <= largest; node++) {
            nodes.add(node(node));
        }
        return new Graph("f", "", nodes, edges, sideways);
    }

    private static Graph.Node node(int number) {
        return new Graph.Node(Graph.Kind.PLAIN, List.of("node " + "x".repeat(number % 7), "line"), List.of());
    }
}
