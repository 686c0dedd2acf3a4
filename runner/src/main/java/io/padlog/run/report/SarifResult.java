package io.padlog.run.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.padlog.run.finding.Baseline;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Step;
import io.padlog.run.finding.Suppression;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A finding as a SARIF result, with its path as a code flow that tells the lock's state at each step. */
final class SarifResult {
    /** what locations are relative to */
    static final String ROOT = "SRCROOT";
    /** as many as code scanning shows; it refuses more than ten times this number */
    static final int MOST_STEPS = 1_000;

    private final Map<String, Integer> ruleNumbers;
    private final SourceLines sources;
    private final String prefix;
    private final Optional<Baseline> baseline;
    private String hashedFile = "";
    private List<String> hashes = List.of();

    SarifResult(ReportSetting setting, Map<String, Integer> ruleNumbers) {
        this.ruleNumbers = ruleNumbers;
        this.sources = setting.sources();
        this.prefix = setting.repositoryPrefix();
        this.baseline = setting.baseline();
    }

    void write(Finding finding, JsonGenerator json) throws IOException {
        write(finding, Optional.empty(), json);
    }

    /** @param suppression where the source says that the finding is known */
    void write(Finding finding, Optional<Suppression> suppression, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        if (ruleNumbers.containsKey(finding.rule())) {
            json.writeNumberField("ruleIndex", ruleNumbers.get(finding.rule()));
        }
        json.writeStringField("level", level(finding.confidence()));
        SarifFindings.text("message", finding.message(), json);
        if (baseline.isPresent()) {
            json.writeStringField("baselineState", baseline.get().knows(finding) ? "unchanged" : "new");
        }
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        physicalLocation(finding.at(), json);
        logicalLocation(finding.function(), json);
        json.writeEndObject();
        json.writeEndArray();
        if (suppression.isPresent()) {
            suppression(suppression.get(), json);
        }
        related(finding, json);
        fingerprints(finding, json);
        codeFlow(finding, json);
        json.writeObjectFieldStart("properties");
        json.writeStringField("kind", finding.kind().id());
        json.writeStringField("confidence", finding.confidence().id());
        json.writeStringField("lock", finding.lock());
        json.writeArrayFieldStart("callbacks");
        for (String callback : finding.callbacks()) {
            json.writeString(callback);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void suppression(Suppression suppression, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("suppressions");
        json.writeStartObject();
        json.writeStringField("kind", "inSource");
        if (!suppression.reason().isEmpty()) {
            json.writeStringField("justification", suppression.reason());
        }
        json.writeObjectFieldStart("location");
        physicalLocation(suppression.at(), json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    /** A finding that is not there any more. */
    void absent(Baseline.Known known, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", known.rule());
        if (ruleNumbers.containsKey(known.rule())) {
            json.writeNumberField("ruleIndex", ruleNumbers.get(known.rule()));
        }
        json.writeStringField("level", level(known.confidence()));
        SarifFindings.text("message", known.message(), json);
        json.writeStringField("baselineState", "absent");
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        physicalLocation(known.at(), json);
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("lockPath/v1", known.id());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String level(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    private void related(Finding finding, JsonGenerator json) throws IOException {
        if (finding.acquire().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("relatedLocations");
        json.writeStartObject();
        json.writeNumberField("id", 1);
        physicalLocation(finding.acquire().get(), json);
        logicalLocation(finding.acquireFunction(), json);
        SarifFindings.text("message", finding.lock() + " is taken here", json);
        json.writeEndObject();
        json.writeEndArray();
    }

    private void fingerprints(Finding finding, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("partialFingerprints");
        String hash = hash(finding.at());
        if (!hash.isEmpty()) {
            json.writeStringField("primaryLocationLineHash", hash);
        }
        json.writeStringField("lockPath/v1", finding.id());
        json.writeEndObject();
    }

    /** Findings come by file, so that each file is read once. */
    private String hash(Location at) {
        if (!at.file().equals(hashedFile)) {
            hashedFile = at.file();
            hashes = sources.text(at.file()).map(LineHashes::of).orElse(List.of());
        }
        return at.line() <= hashes.size() ? hashes.get(at.line() - 1) : "";
    }

    private void codeFlow(Finding finding, JsonGenerator json) throws IOException {
        List<Step> steps = finding.trace().steps();
        if (steps.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("codeFlows");
        json.writeStartObject();
        json.writeArrayFieldStart("threadFlows");
        json.writeStartObject();
        json.writeArrayFieldStart("locations");
        int half = MOST_STEPS / 2;
        for (int index = 0; index < steps.size(); index++) {
            boolean cut = steps.size() > MOST_STEPS && index == half;
            // The beginning takes the lock and the end shows the defect: what may go is the middle.
            if (cut) {
                index = steps.size() - half;
            }
            step(steps.get(index), index + 1, finding.lock(), cut ? " (steps before this one are left out)" : "", json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void step(Step step, int number, String lock, String remark, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("location");
        physicalLocation(step.at(), json);
        logicalLocation(step.function(), json);
        SarifFindings.text("message", step.text() + remark, json);
        json.writeEndObject();
        if (!lock.isEmpty()) {
            json.writeObjectFieldStart("state");
            SarifFindings.text(lock, step.lock().id(), json);
            json.writeEndObject();
        }
        json.writeNumberField("nestingLevel", step.depth());
        json.writeNumberField("executionOrder", number);
        json.writeStringField("importance", importance(step.kind()));
        json.writeEndObject();
    }

    private static String importance(Step.Kind kind) {
        return switch (kind) {
            case ACQUIRE, RELEASE, RETURN -> "essential";
            case BRANCH, SWITCH, CALL, RETURN_FROM, GOTO, EXCEPTION -> "important";
            case ENTRY, ASSIGN -> "unimportant";
        };
    }

    private static void logicalLocation(String function, JsonGenerator json) throws IOException {
        if (function.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("name", function);
        json.writeStringField("kind", "function");
        json.writeEndObject();
        json.writeEndArray();
    }

    private void physicalLocation(Location at, JsonGenerator json) throws IOException {
        physicalLocation(at.file(), at.line(), at.column(), json);
    }

    /** @param line 0 for the whole file */
    void physicalLocation(String file, int line, int column, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        // A file outside of the folder that was checked has an absolute name, perhaps with a drive.
        boolean absolute = file.startsWith("/") || file.startsWith(":/", 1);
        if (absolute) {
            json.writeStringField("uri", "file://" + (file.startsWith("/") ? "" : "/") + path(file));
        } else {
            json.writeStringField("uri", path(prefix + file));
            json.writeStringField("uriBaseId", ROOT);
        }
        json.writeEndObject();
        if (line > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", line);
            json.writeNumberField("startColumn", Math.max(1, column));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String path(String file) {
        try {
            // With a slash in front, a colon in the first name is not taken for a scheme's.
            return new URI(null, null, "/" + file, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path of its own is a URI", e);
        }
    }
}
