package io.padlog.run.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Step;
import io.padlog.run.graph.Graph;
import io.padlog.run.graph.Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Findings, the source lines that they go through and the graphs of their functions as the page's program wants them:
 * names that stand often are numbers, rows are arrays.
 */
final class HtmlFlows {
    /** lines shown around what a path touches */
    private static final int AROUND = 12;

    private final CheckResult result;
    private final SourceLines sources;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, Integer>> ranges = new TreeMap<>();

    HtmlFlows(CheckResult result, SourceLines sources) {
        this.result = result;
        this.sources = sources;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : result.findings()) {
            Json.newLine(json);
            finding(finding, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("graphs");
        for (Graph graph : result.graphs()) {
            Json.newLine(json);
            graph(graph, json);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("sources");
        for (Map.Entry<String, TreeMap<Integer, Integer>> file : ranges.entrySet()) {
            Json.newLine(json);
            source(file.getKey(), file.getValue(), json);
        }
        json.writeEndObject();
        json.writeArrayFieldStart("names");
        for (String name : names.keySet()) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private int number(String name) {
        return names.computeIfAbsent(name, key -> names.size());
    }

    private void finding(Finding finding, JsonGenerator json) throws IOException {
        touch(finding.at());
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeNumberField("rule", number(finding.rule()));
        json.writeStringField("kind", finding.kind().id());
        json.writeStringField("confidence", finding.confidence().id());
        json.writeNumberField("file", number(finding.at().file()));
        json.writeNumberField("line", finding.at().line());
        json.writeNumberField("column", finding.at().column());
        json.writeNumberField("function", number(finding.function()));
        json.writeStringField("lock", finding.lock());
        Optional<Location> acquire = finding.acquire();
        if (acquire.isPresent()) {
            touch(acquire.get());
            json.writeArrayFieldStart("acquire");
            json.writeNumber(number(acquire.get().file()));
            json.writeNumber(acquire.get().line());
            json.writeEndArray();
        }
        json.writeArrayFieldStart("callbacks");
        for (String callback : finding.callbacks()) {
            json.writeNumber(number(callback));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("units");
        for (String unit : finding.units()) {
            json.writeNumber(number(unit));
        }
        json.writeEndArray();
        json.writeStringField("message", finding.message());
        json.writeArrayFieldStart("steps");
        for (Step step : finding.trace().steps()) {
            step(step, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Kind, file, line, column, function, depth, whether the lock is held, text. */
    private void step(Step step, JsonGenerator json) throws IOException {
        touch(step.at());
        json.writeStartArray();
        json.writeString(step.kind().id());
        json.writeNumber(number(step.at().file()));
        json.writeNumber(step.at().line());
        json.writeNumber(step.at().column());
        json.writeNumber(number(step.function()));
        json.writeNumber(step.depth());
        json.writeNumber(step.lock() == Step.LockState.HELD ? 1 : 0);
        json.writeString(step.text());
        json.writeEndArray();
    }

    /** Its nodes are kind, place and size, lines, and the lines and columns they stand for; its edges ends, label and points. */
    private void graph(Graph graph, JsonGenerator json) throws IOException {
        Layout layout = Layout.of(graph);
        json.writeStartObject();
        json.writeNumberField("function", number(graph.name()));
        json.writeNumberField("file", number(graph.file()));
        json.writeNumberField("width", layout.width());
        json.writeNumberField("height", layout.height());
        json.writeArrayFieldStart("nodes");
        for (int index = 0; index < graph.nodes().size(); index++) {
            node(graph.nodes().get(index), layout.boxes().get(index), json);
            graph.nodes().get(index).places().forEach(place -> touch(graph.file(), place.line()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("edges");
        for (int index = 0; index < graph.edges().size(); index++) {
            Graph.Edge edge = graph.edges().get(index);
            json.writeStartArray();
            json.writeNumber(edge.from());
            json.writeNumber(edge.to());
            json.writeString(edge.label());
            json.writeStartArray();
            for (Layout.Point point : layout.routes().get(index).points()) {
                json.writeNumber(point.x());
                json.writeNumber(point.y());
            }
            json.writeEndArray();
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void node(Graph.Node node, Layout.Box box, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeString(node.kind() == Graph.Kind.TERMINAL ? "terminal" : "plain");
        json.writeNumber(box.x());
        json.writeNumber(box.y());
        json.writeNumber(box.width());
        json.writeNumber(box.height());
        json.writeStartArray();
        for (String line : node.lines()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeStartArray();
        for (Graph.Place place : node.places()) {
            json.writeNumber(place.line());
            json.writeNumber(place.column());
        }
        json.writeEndArray();
        json.writeEndArray();
    }

    private void touch(Location at) {
        touch(at.file(), at.line());
    }

    /** Ranges that meet are one. */
    private void touch(String file, int line) {
        TreeMap<Integer, Integer> ofFile = ranges.computeIfAbsent(file, key -> new TreeMap<>());
        int first = Math.max(1, line - AROUND);
        int last = line + AROUND;
        Map.Entry<Integer, Integer> before = ofFile.floorEntry(first);
        if (before != null && before.getValue() >= first - 1) {
            if (before.getValue() >= last) {
                return;
            }
            first = before.getKey();
        }
        for (Map.Entry<Integer, Integer> next = ofFile.ceilingEntry(first); next != null && next.getKey() <= last + 1;
                next = ofFile.ceilingEntry(first)) {
            last = Math.max(last, next.getValue());
            ofFile.remove(next.getKey());
        }
        ofFile.put(first, last);
    }

    /** Pieces of a file: the number of the first line, then the lines. */
    private void source(String file, TreeMap<Integer, Integer> ofFile, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(String.valueOf(number(file)));
        for (Map.Entry<Integer, Integer> range : ofFile.entrySet()) {
            List<String> lines = new ArrayList<>();
            for (int line = range.getKey(); line <= range.getValue(); line++) {
                sources.line(file, line).ifPresent(lines::add);
            }
            if (!lines.isEmpty()) {
                json.writeStartArray();
                json.writeNumber(range.getKey());
                for (String line : lines) {
                    json.writeString(line);
                }
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }
}
