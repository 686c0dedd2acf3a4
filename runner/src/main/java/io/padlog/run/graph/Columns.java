package io.padlog.run.graph;

import java.util.Arrays;
import java.util.List;

/** How far to the right vertices lie: as near to the middle of their neighbours as the others in their layer let them. */
final class Columns {
    private static final int SWEEPS = 10;

    private final Layers layers;
    private final List<List<Integer>> order;
    private final int[] widths;
    private final int gap;
    private final double[] centres;

    Columns(Layers layers, List<List<Integer>> order, int[] widths, int gap) {
        this.layers = layers;
        this.order = order;
        this.widths = widths;
        this.gap = gap;
        this.centres = new double[layers.vertices()];
    }

    /** Each vertex' middle; the leftmost box begins at 0. */
    int[] centres() {
        order.forEach(layer -> place(layer, new double[layer.size()]));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int step = 0; step < order.size(); step++) {
                List<Integer> layer = order.get(down ? step : order.size() - 1 - step);
                place(layer, layer.stream().mapToDouble(vertex -> wanted(vertex, down)).toArray());
            }
        }
        double left = Double.MAX_VALUE;
        for (int vertex = 0; vertex < centres.length; vertex++) {
            left = Math.min(left, centres[vertex] - widths[vertex] / 2.0);
        }
        int[] rounded = new int[centres.length];
        for (int vertex = 0; vertex < centres.length; vertex++) {
            rounded[vertex] = (int) Math.round(centres[vertex] - left);
        }
        return rounded;
    }

    private double wanted(int vertex, boolean down) {
        List<Integer> neighbours = down ? layers.above(vertex) : layers.below(vertex);
        return neighbours.stream().mapToDouble(other -> centres[other]).average().orElse(centres[vertex]);
    }

    /**
     * The places with the least squares of distances from those wanted: with the widths taken off, neighbours that want to
     * overlap move to their common mean (pool adjacent violators).
     */
    private void place(List<Integer> layer, double[] wanted) {
        int size = layer.size();
        double[] offsets = new double[size];
        for (int index = 1; index < size; index++) {
            offsets[index] = offsets[index - 1] + (widths[layer.get(index - 1)] + widths[layer.get(index)]) / 2.0 + gap;
        }
        double[] sums = new double[size];
        int[] counts = new int[size];
        int pools = 0;
        for (int index = 0; index < size; index++) {
            sums[pools] = wanted[index] - offsets[index];
            counts[pools++] = 1;
            while (pools > 1 && sums[pools - 2] / counts[pools - 2] > sums[pools - 1] / counts[pools - 1]) {
                sums[pools - 2] += sums[pools - 1];
                counts[pools - 2] += counts[pools - 1];
                pools--;
            }
        }
        double[] means = new double[size];
        int index = 0;
        for (int pool = 0; pool < pools; pool++) {
            Arrays.fill(means, index, index + counts[pool], sums[pool] / counts[pool]);
            index += counts[pool];
        }
        for (index = 0; index < size; index++) {
            centres[layer.get(index)] = means[index] + offsets[index];
        }
    }
}
