package io.padlog.run.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.padlog.extract.source.Diagnostic;
import io.padlog.run.catalog.Rule;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Note;
import io.padlog.run.finding.Suppressed;
import io.padlog.run.finding.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * One page that needs nothing else: the result as JSON, and a program that shows of it what is looked at, so that it opens
 * fast however much there is.
 */
public final class HtmlFindings implements FindingWriter {
    private static final String STYLE = "/*{style}*/";
    private static final String DATA = "{data}";
    private static final String PROGRAM = "/*{program}*/";

    private final ReportSetting setting;

    public HtmlFindings(ReportSetting setting) {
        this.setting = setting;
    }

    @Override
    public void write(CheckResult result, Appendable out) throws IOException {
        String page = resource("report.html");
        int style = page.indexOf(STYLE);
        int data = page.indexOf(DATA);
        int program = page.indexOf(PROGRAM);
        out.append(page, 0, style).append(resource("report.css"));
        out.append(page, style + STYLE.length(), data);
        data(result, out);
        out.append(page, data + DATA.length(), program).append(resource("report.js"));
        out.append(page, program + PROGRAM.length(), page.length());
    }

    private void data(CheckResult result, Appendable out) throws IOException {
        HtmlFlows flows = new HtmlFlows(result, setting.sources());
        try (JsonGenerator json = Json.generatorInHtml(out)) {
            json.writeStartObject();
            json.writeStringField("version", setting.version());
            json.writeStringField("engine", result.engine());
            json.writeNumberField("hidden", result.hidden());
            json.writeBooleanField("stopped", result.stopped());
            json.writeArrayFieldStart("rules");
            for (Rule rule : setting.rules()) {
                Json.newLine(json);
                rule(rule, json);
            }
            json.writeEndArray();
            flows.write(json);
            json.writeArrayFieldStart("suppressed");
            for (Suppressed one : result.suppressed()) {
                Json.newLine(json);
                suppressed(one, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notes");
            for (Note note : result.notes()) {
                Json.newLine(json);
                json.writeStartObject();
                json.writeStringField("place", note.at().file() + ":" + note.at().line());
                json.writeStringField("message", note.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("verdicts");
            for (Verdict verdict : result.verdicts()) {
                Json.newLine(json);
                json.writeStartObject();
                JsonFindings.verdict(verdict, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("diagnostics");
            for (Diagnostic diagnostic : result.diagnostics()) {
                Json.newLine(json);
                json.writeStartObject();
                JsonFindings.diagnostic(diagnostic, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("coverage");
            JsonFindings.coverageFields(result.coverage(), json);
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void suppressed(Suppressed one, JsonGenerator json) throws IOException {
        Finding finding = one.finding();
        json.writeStartObject();
        json.writeStringField("place", finding.at().file() + ":" + finding.at().line());
        json.writeStringField("rule", finding.rule());
        json.writeStringField("confidence", finding.confidence().id());
        json.writeStringField("message", finding.message());
        json.writeStringField("by", one.by().at().file() + ":" + one.by().at().line());
        json.writeStringField("reason", one.by().reason());
        json.writeEndObject();
    }

    private static void rule(Rule rule, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("title", rule.title());
        json.writeStringField("finds", rule.finds());
        json.writeStringField("false_alarms", rule.falseAlarms());
        json.writeStringField("sdv", rule.sdv());
        json.writeEndObject();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlFindings.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("padlog was built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
