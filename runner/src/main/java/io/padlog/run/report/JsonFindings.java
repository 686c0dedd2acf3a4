package io.padlog.run.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.padlog.extract.Extraction;
import io.padlog.extract.source.Diagnostic;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Note;
import io.padlog.run.finding.Step;
import io.padlog.run.finding.Suppressed;
import io.padlog.run.finding.Verdict;
import java.io.IOException;
import java.util.Locale;

/**
 * The whole result as JSON: one object, or in lines, where each finding, verdict and diagnostic and the coverage is an
 * object on a line of its own that tells in {@code type} what it is.
 */
public final class JsonFindings implements FindingWriter {
    private final String version;
    private final boolean lines;

    /** @param lines an object on each line */
    public JsonFindings(String version, boolean lines) {
        this.version = version;
        this.lines = lines;
    }

    @Override
    public void write(CheckResult result, Appendable out) throws IOException {
        try (JsonGenerator json = Json.generator(out)) {
            if (!lines) {
                json.writeStartObject();
                json.writeStringField("tool", "padlog");
                json.writeStringField("version", version);
                json.writeStringField("engine", result.engine());
                json.writeBooleanField("stopped", result.stopped());
                json.writeNumberField("hidden", result.hidden());
            }
            start("findings", json);
            for (Finding finding : result.findings()) {
                open("finding", json);
                finding(finding, json);
                json.writeEndObject();
            }
            next("suppressed", json);
            for (Suppressed suppressed : result.suppressed()) {
                open("suppressed", json);
                finding(suppressed.finding(), json);
                suppression(suppressed, json);
                json.writeEndObject();
            }
            next("notes", json);
            for (Note note : result.notes()) {
                open("note", json);
                json.writeStringField("id", note.id());
                location(note.at(), json);
                json.writeStringField("message", note.message());
                json.writeEndObject();
            }
            next("verdicts", json);
            for (Verdict verdict : result.verdicts()) {
                open("verdict", json);
                verdict(verdict, json);
                json.writeEndObject();
            }
            next("diagnostics", json);
            for (Diagnostic diagnostic : result.diagnostics()) {
                open("diagnostic", json);
                diagnostic(diagnostic, json);
                json.writeEndObject();
            }
            coverage(result.coverage(), json);
            if (!lines) {
                json.writeEndObject();
            }
        }
        out.append('\n');
    }

    private void start(String name, JsonGenerator json) throws IOException {
        if (!lines) {
            json.writeArrayFieldStart(name);
        }
    }

    private void next(String name, JsonGenerator json) throws IOException {
        if (!lines) {
            json.writeEndArray();
            json.writeArrayFieldStart(name);
        }
    }

    private void open(String type, JsonGenerator json) throws IOException {
        if (!lines) {
            Json.newLine(json);
        }
        json.writeStartObject();
        if (lines) {
            json.writeStringField("type", type);
        }
    }

    /** The fields of a finding. */
    static void finding(Finding finding, JsonGenerator json) throws IOException {
        json.writeStringField("finding_id", finding.id());
        json.writeStringField("rule", finding.rule());
        json.writeStringField("kind", finding.kind().id());
        json.writeStringField("confidence", finding.confidence().id());
        location(finding.at(), json);
        json.writeStringField("function", finding.function());
        json.writeStringField("lock", finding.lock());
        if (finding.acquire().isPresent()) {
            json.writeObjectFieldStart("acquire");
            location(finding.acquire().get(), json);
            json.writeStringField("function", finding.acquireFunction());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("callbacks");
        for (String callback : finding.callbacks()) {
            json.writeString(callback);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("units");
        for (String unit : finding.units()) {
            json.writeString(unit);
        }
        json.writeEndArray();
        json.writeStringField("message", finding.message());
        json.writeArrayFieldStart("steps");
        for (Step step : finding.trace().steps()) {
            json.writeStartObject();
            json.writeStringField("kind", step.kind().id());
            location(step.at(), json);
            json.writeStringField("function", step.function());
            json.writeNumberField("depth", step.depth());
            json.writeStringField("lock_state", step.lock().id());
            json.writeStringField("text", step.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Where the source says that a finding is known. */
    static void suppression(Suppressed suppressed, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("suppression");
        location(suppressed.by().at(), json);
        json.writeStringField("reason", suppressed.by().reason());
        json.writeEndObject();
    }

    /** The fields of a verdict. */
    static void verdict(Verdict verdict, JsonGenerator json) throws IOException {
        json.writeStringField("rule", verdict.rule());
        json.writeStringField("unit", verdict.unit());
        json.writeStringField("outcome", verdict.outcome().title());
        json.writeStringField("reason", verdict.reason());
    }

    /** The fields of a diagnostic; line 0 is the whole file. */
    static void diagnostic(Diagnostic diagnostic, JsonGenerator json) throws IOException {
        json.writeStringField("kind", diagnostic.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("file", diagnostic.position().file().name());
        json.writeNumberField("line", diagnostic.position().line());
        json.writeNumberField("column", diagnostic.position().column());
        json.writeStringField("message", diagnostic.message());
    }

    private void coverage(Extraction.Coverage coverage, JsonGenerator json) throws IOException {
        if (lines) {
            json.writeStartObject();
            json.writeStringField("type", "coverage");
        } else {
            json.writeEndArray();
            Json.newLine(json);
            json.writeObjectFieldStart("coverage");
        }
        coverageFields(coverage, json);
        json.writeEndObject();
    }

    /** The fields of the coverage. */
    static void coverageFields(Extraction.Coverage coverage, JsonGenerator json) throws IOException {
        json.writeNumberField("units", coverage.units());
        json.writeNumberField("files", coverage.files());
        json.writeNumberField("unreadable_files", coverage.unreadableFiles());
        json.writeNumberField("lines", coverage.lines());
        json.writeNumberField("functions", coverage.functions());
        json.writeNumberField("partly_read_functions", coverage.partlyRead());
        json.writeNumberField("lost_functions", coverage.lostFunctions());
        json.writeArrayFieldStart("missing_headers");
        for (Extraction.MissingHeader header : coverage.missingHeaders()) {
            json.writeStartObject();
            json.writeStringField("name", header.name());
            json.writeNumberField("files", header.files());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void location(Location at, JsonGenerator json) throws IOException {
        json.writeStringField("file", at.file());
        json.writeNumberField("line", at.line());
        json.writeNumberField("column", at.column());
    }
}
