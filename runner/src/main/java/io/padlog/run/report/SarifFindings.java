package io.padlog.run.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.padlog.extract.source.Diagnostic;
import io.padlog.run.catalog.Rule;
import io.padlog.run.finding.Baseline;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Note;
import io.padlog.run.finding.Suppressed;
import io.padlog.run.finding.Verdict;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * SARIF 2.1.0 as OASIS has it, within what GitHub code scanning accepts: at most 25,000 results in a run and 20 tags at a
 * rule. What is left out is told in a notification; the other formats have it.
 */
public final class SarifFindings implements FindingWriter {
    static final int MOST_RESULTS = 25_000;
    private static final int MOST_TAGS = 20;
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final ReportSetting setting;

    /** @param setting its rules are described at the head of the report */
    public SarifFindings(ReportSetting setting) {
        this.setting = setting;
    }

    @Override
    public void write(CheckResult result, Appendable out) throws IOException {
        List<Finding> findings = surest(result.findings());
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json);
            invocation(result, findings.size(), json);
            json.writeObjectFieldStart("automationDetails");
            json.writeStringField("id", "padlog/");
            json.writeEndObject();
            json.writeObjectFieldStart("originalUriBaseIds");
            json.writeObjectFieldStart(SarifResult.ROOT);
            text("description", "The root of the repository; outside of one, the folder that was checked", json);
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringField("columnKind", "unicodeCodePoints");
            json.writeArrayFieldStart("results");
            SarifResult writer = new SarifResult(setting, ruleNumbers());
            for (Finding finding : findings) {
                Json.newLine(json);
                writer.write(finding, json);
            }
            int room = MOST_RESULTS - findings.size();
            for (Suppressed one : result.suppressed().subList(0, Math.min(room, result.suppressed().size()))) {
                Json.newLine(json);
                writer.write(one.finding(), Optional.of(one.by()), json);
                room--;
            }
            for (Baseline.Known known : setting.absent().subList(0, Math.min(room, setting.absent().size()))) {
                Json.newLine(json);
                writer.absent(known, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append('\n');
    }

    private static List<Finding> surest(List<Finding> findings) {
        if (findings.size() <= MOST_RESULTS) {
            return findings;
        }
        return findings.stream()
                .sorted(Comparator.comparing(Finding::confidence).thenComparing(Finding.ORDER))
                .limit(MOST_RESULTS)
                .sorted(Finding.ORDER)
                .toList();
    }

    private Map<String, Integer> ruleNumbers() {
        Map<String, Integer> numbers = new HashMap<>();
        setting.rules().forEach(rule -> numbers.put(rule.id(), numbers.size()));
        return numbers;
    }

    private void tool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "padlog");
        json.writeStringField("version", setting.version());
        // A build without a packaged version tells none.
        if (Character.isDigit(setting.version().charAt(0))) {
            json.writeStringField("semanticVersion", setting.version());
        }
        json.writeArrayFieldStart("rules");
        for (Rule rule : setting.rules()) {
            Json.newLine(json);
            rule(rule, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(Rule rule, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        text("shortDescription", rule.title(), json);
        text("fullDescription", "Finds " + rule.finds() + ".", json);
        json.writeObjectFieldStart("help");
        json.writeStringField("text", plainHelp(rule));
        json.writeStringField("markdown", rule.docs().isEmpty() ? plainHelp(rule) : rule.docs());
        json.writeEndObject();
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", rule.severity());
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        json.writeString("correctness");
        for (String pack : rule.packs().subList(0, Math.min(rule.packs().size(), MOST_TAGS - 1))) {
            json.writeString(pack);
        }
        json.writeEndArray();
        json.writeStringField("precision", "high");
        json.writeStringField("problem.severity", rule.severity());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String plainHelp(Rule rule) {
        StringBuilder help = new StringBuilder("Finds " + rule.finds() + ".");
        if (!rule.falseAlarms().isEmpty()) {
            help.append("\nKnown false alarms: ").append(rule.falseAlarms()).append('.');
        }
        if (!rule.misses().isEmpty()) {
            help.append("\nMisses: ").append(rule.misses()).append('.');
        }
        if (!rule.sdv().isEmpty()) {
            help.append("\nStatic Driver Verifier's rule: ").append(rule.sdv()).append('.');
        }
        return help.toString();
    }

    private void invocation(CheckResult result, int written, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", !result.stopped());
        json.writeNumberField("exitCode", setting.exitStatus());
        json.writeArrayFieldStart("toolExecutionNotifications");
        if (written < result.findings().size()) {
            notification("results_left_out", "warning", "code scanning takes " + MOST_RESULTS + " results; "
                    + (result.findings().size() - written) + " less sure ones are left out", json);
        }
        for (Verdict verdict : result.verdicts()) {
            if (verdict.outcome() == Verdict.Outcome.INCONCLUSIVE) {
                notification("inconclusive", "warning",
                        verdict.rule() + " is inconclusive for " + verdict.unit() + ": " + verdict.reason(), json);
            }
        }
        for (Note note : result.notes()) {
            notification(note.id(), "note", note.message(), note.at(), json);
        }
        for (Diagnostic diagnostic : result.diagnostics()) {
            diagnostic(diagnostic, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void notification(String id, String level, String message, JsonGenerator json) throws IOException {
        Json.newLine(json);
        json.writeStartObject();
        notificationFields(id, level, message, json);
        json.writeEndObject();
    }

    private void notification(String id, String level, String message, Location at, JsonGenerator json) throws IOException {
        Json.newLine(json);
        json.writeStartObject();
        notificationFields(id, level, message, json);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        new SarifResult(setting, Map.of()).physicalLocation(at.file(), at.line(), at.column(), json);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void notificationFields(String id, String level, String message, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("descriptor");
        json.writeStringField("id", id);
        json.writeEndObject();
        json.writeStringField("level", level);
        text("message", message, json);
    }

    private void diagnostic(Diagnostic diagnostic, JsonGenerator json) throws IOException {
        Json.newLine(json);
        json.writeStartObject();
        notificationFields(diagnostic.kind().name().toLowerCase(Locale.ROOT),
                diagnostic.severity().name().toLowerCase(Locale.ROOT), diagnostic.message(), json);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        new SarifResult(setting, Map.of()).physicalLocation(diagnostic.position().file().name(), diagnostic.position().line(),
                diagnostic.position().column(), json);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A message, or whatever else is an object with a text. */
    static void text(String field, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
