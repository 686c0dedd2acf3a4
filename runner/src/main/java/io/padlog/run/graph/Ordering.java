package io.padlog.run.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of the vertices in each layer: near the middle of their neighbours, which leaves few crossings. */
final class Ordering {
    private static final int SWEEPS = 8;

    private final Layers layers;
    private final List<List<Integer>> order = new ArrayList<>();
    private final int[] position;

    Ordering(Layers layers) {
        this.layers = layers;
        this.position = new int[layers.vertices()];
    }

    /** For each layer its vertices from left to right. */
    List<List<Integer>> order() {
        int count = layers.layers();
        for (int layer = 0; layer < count; layer++) {
            order.add(new ArrayList<>());
        }
        for (int vertex = 0; vertex < layers.vertices(); vertex++) {
            order.get(layers.layer(vertex)).add(vertex);
        }
        order.forEach(this::number);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int step = 1; step < order.size(); step++) {
                sort(order.get(down ? step : order.size() - 1 - step), down);
            }
        }
        return order;
    }

    private void sort(List<Integer> layer, boolean down) {
        double[] middles = new double[layers.vertices()];
        for (int vertex : layer) {
            List<Integer> neighbours = down ? layers.above(vertex) : layers.below(vertex);
            middles[vertex] = neighbours.stream().mapToInt(other -> position[other]).average().orElse(position[vertex]);
        }
        layer.sort(Comparator.comparingDouble(vertex -> middles[vertex]));
        number(layer);
    }

    private void number(List<Integer> layer) {
        for (int index = 0; index < layer.size(); index++) {
            position[layer.get(index)] = index;
        }
    }
}
