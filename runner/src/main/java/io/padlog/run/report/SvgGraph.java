package io.padlog.run.report;

import io.padlog.run.graph.Graph;
import io.padlog.run.graph.Layout;
import java.io.IOException;
import java.util.List;

/** A graph as a picture. */
public final class SvgGraph {
    private static final int BASELINE = 19;
    private static final int LINE = 15;
    private static final int PADDING = 8;
    private static final String STYLE = """
              <style>
                svg { background: #fff; color: #1b1f24 }
                text { font: 11.5px ui-monospace, Menlo, Consolas, monospace; fill: currentColor }
                rect { fill: #f6f8fa; stroke: #59636e } .terminal rect { fill: #ddf4ff } .external rect { stroke-dasharray: 4 3 }
                path { fill: none; stroke: #59636e } .label { font-size: 10px }
                @media (prefers-color-scheme: dark) {
                  svg { background: #0d1117; color: #e6edf3 } rect { fill: #161b22; stroke: #9198a1 }
                  .terminal rect { fill: #0c2d4d } path { stroke: #9198a1 }
                }
              </style>
            """;

    private SvgGraph() {}

    public static void write(Graph graph, Appendable out) throws IOException {
        Layout layout = Layout.of(graph);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + layout.width() + "\" height=\"" + layout.height()
                + "\" viewBox=\"0 0 " + layout.width() + " " + layout.height() + "\" role=\"img\">\n");
        out.append("  <title>" + Markup.escaped(graph.name()) + "</title>\n").append(STYLE);
        out.append("  <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\""
                + " orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" style=\"fill:#59636e\"/></marker></defs>\n");
        for (int edge = 0; edge < graph.edges().size(); edge++) {
            List<Layout.Point> points = layout.routes().get(edge).points();
            out.append("  <path d=\"" + curve(points, graph.sideways()) + "\" marker-end=\"url(#arrow)\"/>\n");
            String label = graph.edges().get(edge).label();
            if (!label.isEmpty()) {
                boolean up = points.get(0).y() > points.get(points.size() - 1).y();
                out.append("  <text class=\"label\" x=\"" + (points.get(0).x() + 4) + "\" y=\""
                        + (points.get(0).y() + (up ? -5 : 12)) + "\">" + Markup.escaped(label) + "</text>\n");
            }
        }
        for (int number = 0; number < graph.nodes().size(); number++) {
            node(graph.nodes().get(number), layout.boxes().get(number), out);
        }
        out.append("</svg>\n");
    }

    private static void node(Graph.Node node, Layout.Box box, Appendable out) throws IOException {
        String kind = switch (node.kind()) {
            case TERMINAL -> "terminal";
            case PLAIN -> "plain";
            case EXTERNAL -> "external";
        };
        out.append("  <g class=\"" + kind + "\"><rect x=\"" + box.x() + "\" y=\"" + box.y() + "\" width=\"" + box.width()
                + "\" height=\"" + box.height() + "\" rx=\"" + (node.kind() == Graph.Kind.TERMINAL ? 12 : 3) + "\"/>");
        int y = box.y() + BASELINE;
        for (String line : node.lines()) {
            out.append("<text x=\"" + (box.x() + PADDING) + "\" y=\"" + y + "\" xml:space=\"preserve\">" + Markup.escaped(line)
                    + "</text>");
            y += LINE;
        }
        out.append("</g>\n");
    }

    /** Through all points, upright at each, or level. */
    private static String curve(List<Layout.Point> points, boolean level) {
        StringBuilder path = new StringBuilder("M" + points.get(0).x() + " " + points.get(0).y());
        for (int index = 1; index < points.size(); index++) {
            Layout.Point from = points.get(index - 1);
            Layout.Point to = points.get(index);
            int x = (from.x() + to.x()) / 2;
            int y = (from.y() + to.y()) / 2;
            path.append(level ? "C" + x + " " + from.y() + " " + x + " " + to.y() : "C" + from.x() + " " + y + " " + to.x() + " " + y);
            path.append(" ").append(to.x()).append(" ").append(to.y());
        }
        return path.toString();
    }
}
