package io.padlog.run.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a graph's parts lie, in pixels from the upper left corner.
 *
 * @param boxes one for each node
 * @param routes one for each edge
 */
public record Layout(int width, int height, List<Box> boxes, List<Route> routes) {
    /** of the monospaced letters that {@link #LINE} is high */
    private static final int LETTER = 7;
    private static final int LINE = 15;
    private static final int PADDING = 8;
    private static final int COLUMN_GAP = 26;
    private static final int LAYER_GAP = 42;
    private static final int MARGIN = 12;
    private static final int PORT_GAP = 44;
    private static final int LOOP = 18;

    public Layout {
        boxes = List.copyOf(boxes);
        routes = List.copyOf(routes);
    }

    /** A rectangle. */
    public record Box(int x, int y, int width, int height) {
        int centre() {
            return x + width / 2;
        }
    }

    /** Points that an edge goes through. */
    public record Route(List<Point> points) {
        public Route {
            points = List.copyOf(points);
        }
    }

    /** A point. */
    public record Point(int x, int y) {}

    /** Lays a graph out from top to bottom, or sideways from left to right. */
    public static Layout of(Graph graph) {
        Layout downwards = downwards(graph);
        if (!graph.sideways()) {
            return downwards;
        }
        return new Layout(downwards.height, downwards.width,
                downwards.boxes.stream().map(box -> new Box(box.y, box.x, box.height, box.width)).toList(),
                downwards.routes.stream()
                        .map(route -> new Route(route.points.stream().map(point -> new Point(point.y, point.x)).toList()))
                        .toList());
    }

    private static Layout downwards(Graph graph) {
        Layers layers = new Layers(graph.nodes().size(), graph.edges());
        int[] widths = new int[layers.vertices()];
        int[] heights = new int[layers.vertices()];
        for (int node = 0; node < graph.nodes().size(); node++) {
            List<String> lines = graph.nodes().get(node).lines();
            int letters = lines.stream().mapToInt(line -> line.codePointCount(0, line.length())).max().orElse(0);
            int width = letters * LETTER + 2 * PADDING;
            int height = lines.size() * LINE + 2 * PADDING;
            widths[node] = graph.sideways() ? height : width;
            heights[node] = graph.sideways() ? width : height;
        }
        List<List<Integer>> order = new Ordering(layers).order();
        int[] centres = new Columns(layers, order, widths, COLUMN_GAP).centres();
        int[] tops = new int[order.size() + 1];
        tops[0] = MARGIN;
        for (int layer = 0; layer < order.size(); layer++) {
            int height = order.get(layer).stream().mapToInt(vertex -> heights[vertex]).max().orElse(0);
            tops[layer + 1] = tops[layer] + height + LAYER_GAP;
        }
        List<Box> boxes = new ArrayList<>();
        for (int node = 0; node < graph.nodes().size(); node++) {
            int left = centres[node] - widths[node] / 2 + MARGIN;
            boxes.add(new Box(left, tops[layers.layer(node)], widths[node], heights[node]));
        }
        List<Route> routes = routes(graph, layers, boxes, centres, tops);
        int width = boxes.stream().mapToInt(box -> box.x + box.width + LOOP).max().orElse(0);
        for (Route route : routes) {
            width = Math.max(width, route.points.stream().mapToInt(Point::x).max().orElse(0));
        }
        return new Layout(width + MARGIN, tops[order.size()] - LAYER_GAP + MARGIN, boxes, routes);
    }

    private static List<Route> routes(Graph graph, Layers layers, List<Box> boxes, int[] centres, int[] tops) {
        List<Route> routes = new ArrayList<>();
        for (int edge = 0; edge < graph.edges().size(); edge++) {
            List<Integer> chain = layers.chain(edge);
            int upper = chain.get(0);
            int lower = chain.get(chain.size() - 1);
            if (upper == lower) {
                routes.add(loop(boxes.get(upper)));
                continue;
            }
            List<Point> points = new ArrayList<>();
            Box from = boxes.get(upper);
            int start = port(from, layers.below(upper), chain.get(1), centres);
            int bottom = tops[layers.layer(upper) + 1] - LAYER_GAP;
            points.add(new Point(start, from.y + from.height));
            if (from.y + from.height < bottom) {
                points.add(new Point(start, bottom));
            }
            for (int vertex : chain.subList(1, chain.size() - 1)) {
                // Straight down beside the boxes of its layer, so that it crosses none of them.
                int x = centres[vertex] + MARGIN;
                points.add(new Point(x, tops[layers.layer(vertex)]));
                points.add(new Point(x, tops[layers.layer(vertex) + 1] - LAYER_GAP));
            }
            Box to = boxes.get(lower);
            points.add(new Point(port(to, layers.above(lower), chain.get(chain.size() - 2), centres), to.y));
            if (layers.isReversed(edge)) {
                Collections.reverse(points);
            }
            routes.add(new Route(points));
        }
        return routes;
    }

    /** Arrows leave and reach a box side by side, in the order of where they lead. */
    private static int port(Box box, List<Integer> neighbours, int neighbour, int[] centres) {
        List<Integer> sorted = neighbours.stream().sorted((one, other) -> Integer.compare(centres[one], centres[other])).toList();
        int gap = Math.min(PORT_GAP, box.width / (sorted.size() + 1));
        return box.centre() + (2 * sorted.indexOf(neighbour) - sorted.size() + 1) * gap / 2;
    }

    private static Route loop(Box box) {
        int right = box.x + box.width;
        int middle = box.y + box.height / 2;
        return new Route(List.of(new Point(right, middle + PADDING), new Point(right + LOOP, middle), new Point(right, middle - PADDING)));
    }
}
