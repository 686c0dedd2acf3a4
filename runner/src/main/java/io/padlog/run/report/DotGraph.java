package io.padlog.run.report;

import io.padlog.run.graph.Graph;
import java.io.IOException;
import java.util.List;

/** A graph in the language of Graphviz. */
public final class DotGraph {
    private DotGraph() {}

    public static void write(Graph graph, Appendable out) throws IOException {
        out.append("digraph " + quoted(graph.name()) + " {\n");
        out.append(graph.sideways() ? "  rankdir=LR;\n" : "");
        out.append("  node [shape=box, fontname=\"monospace\", fontsize=10];\n");
        out.append("  edge [fontname=\"monospace\", fontsize=9];\n");
        for (int number = 0; number < graph.nodes().size(); number++) {
            Graph.Node node = graph.nodes().get(number);
            String style = switch (node.kind()) {
                case TERMINAL -> ", style=rounded";
                case PLAIN -> "";
                case EXTERNAL -> ", style=dashed";
            };
            out.append("  n" + number + " [label=" + label(node.lines()) + style + "];\n");
        }
        for (Graph.Edge edge : graph.edges()) {
            String label = edge.label().isEmpty() ? "" : " [label=" + quoted(edge.label()) + "]";
            out.append("  n" + edge.from() + " -> n" + edge.to() + label + ";\n");
        }
        out.append("}\n");
    }

    /** Lines end with {@code \l}, which sets them flush left. */
    private static String label(List<String> lines) {
        if (lines.size() == 1) {
            return quoted(lines.get(0));
        }
        StringBuilder label = new StringBuilder("\"");
        for (String line : lines) {
            label.append(escaped(line)).append("\\l");
        }
        return label.append('"').toString();
    }

    private static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
