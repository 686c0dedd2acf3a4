package io.padlog.extract.lower;

import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labels of a function, or of one copy of a {@code __finally} block: each copy has its own. They are looked for
 * when the first is asked for, since most functions have none.
 */
final class Labels {
    private final Optional<Labels> outer;
    private final Statement.Block block;
    private final Label computed = new Label("any label", List.of());
    private Optional<Map<String, Label>> found = Optional.empty();

    /** The labels of a function. */
    Labels(Statement.Block body) {
        this(Optional.empty(), body);
    }

    private Labels(Optional<Labels> outer, Statement.Block block) {
        this.outer = outer;
        this.block = block;
    }

    /** Those of a copy made inside here. */
    Labels copy(Statement.Block block) {
        return new Labels(Optional.of(this), block);
    }

    /** The label; one that the function lacks is made up, and {@link #close} sees that nothing bound it. */
    Label find(String name) {
        Labels labels = this;
        while (!labels.own().containsKey(name) && labels.outer.isPresent()) {
            labels = labels.outer.get();
        }
        return labels.own().computeIfAbsent(name, missing -> new Label(missing, List.of()));
    }

    /** What every computed goto of the function jumps to, and from there to every label. */
    Label computed() {
        return outer.map(Labels::computed).orElse(computed);
    }

    /** Completes the graph when all of the block is in it; nothing is left of the current frontier. */
    void close(GraphBuilder graph, Span span) {
        if (computed.isAwaited()) {
            int hub = graph.reserve();
            computed.bind(graph, span, hub);
            graph.take();
            for (Label label : own().values()) {
                label.reach(graph, hub);
            }
        }
        for (Label label : found.map(Map::values).orElse(List.of())) {
            label.close(graph, span);
        }
    }

    private Map<String, Label> own() {
        if (found.isEmpty()) {
            Map<String, Label> labels = new LinkedHashMap<>();
            block.fold(new LabelScan(labels));
            found = Optional.of(labels);
        }
        return found.get();
    }
}
