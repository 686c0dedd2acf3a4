package io.padlog.run.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.finding.Baseline;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the findings of an earlier report: CSV, JSON, JSON lines or SARIF. */
public final class BaselineReader {
    private static final String ID = "finding_id";
    /** where SARIF has a finding's id */
    private static final String FINGERPRINT = "lockPath/v1";
    /** arrays of findings: in JSON, in SARIF */
    private static final Set<String> LISTS = Set.of("findings", "results");
    private static final Reading NOTHING = new Reading(Map.of());

    private final String prefix;
    private final List<Baseline.Known> findings = new ArrayList<>();

    private BaselineReader(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Reads a report.
     *
     * @param base what file names are relative to; SARIF has them from the root of its repository
     * @throws PadlogException if the file cannot be read, or is no such report
     */
    public static Baseline read(Path file, Path base) {
        BaselineReader reader = new BaselineReader(ReportSetting.repositoryPrefix(base));
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            in.mark(1);
            int first = in.read();
            in.reset();
            if (first == '{') {
                reader.json(in);
            } else {
                reader.csv(in);
            }
            return new Baseline(reader.findings);
        } catch (JsonProcessingException | IllegalArgumentException | UncheckedIOException e) {
            throw new PadlogException(
                    ExitStatus.USAGE, file + ": no report of padlog's; make one with --format json=" + file.getFileName(), e);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, file + ": cannot be read: " + IoReason.of(e), e);
        }
    }

    /** Findings come one by one, so that a report may be large. */
    private void json(Reader in) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(in)) {
            while (json.nextToken() != null) {
                boolean line = json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("type")
                        && json.getParsingContext().getParent().inRoot();
                if (line) {
                    add(fields(json));
                } else if (json.currentToken() == JsonToken.START_ARRAY && LISTS.contains(String.valueOf(json.currentName()))) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        json.nextToken();
                        add(fields(json));
                    }
                }
            }
        }
    }

    /** The fields of an object from the one that is read now. */
    private static Reading fields(JsonParser json) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (; json.currentToken() == JsonToken.FIELD_NAME; json.nextToken()) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return new Reading(fields);
    }

    private static Object value(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            json.nextToken();
            return fields(json);
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(json));
            }
            return values;
        }
        return String.valueOf(json.getText());
    }

    /** What the sources suppress is not in the baseline: it is to be seen when they do not any more. */
    private void add(Reading finding) {
        if (finding.has("suppressions") || finding.has("suppression")) {
            return;
        }
        Reading place = finding.at("locations").at("physicalLocation");
        String fingerprint = finding.at("partialFingerprints").text(FINGERPRINT);
        if (!fingerprint.isEmpty() && !finding.text("baselineState").equals("absent")) {
            Location at = new Location(file(place.at("artifactLocation")), place.at("region").number("startLine"),
                    place.at("region").number("startColumn"));
            add(fingerprint, finding.text("ruleId"), finding.at("properties").text("confidence"), at,
                    finding.at("message").text("text"));
        } else if (!finding.text(ID).isEmpty()) {
            add(finding.text(ID), finding.text("rule"), finding.text("confidence"),
                    new Location(finding.text("file"), finding.number("line"), finding.number("column")), finding.text("message"));
        }
    }

    private void add(String id, String rule, String confidence, Location at, String message) {
        findings.add(new Baseline.Known(id, rule, Confidence.valueOf(confidence.toUpperCase(Locale.ROOT)), at, message));
    }

    private String file(Reading artifact) {
        String path = URI.create(artifact.text("uri")).getPath();
        if (artifact.text("uriBaseId").isEmpty()) {
            return path.startsWith(":/", 2) ? path.substring(1) : path;
        }
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    private void csv(Reader in) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setAllowMissingColumnNames(true).get();
        try (CSVParser rows = CSVParser.parse(in, format)) {
            for (CSVRecord row : rows) {
                add(row.get(ID), row.get("rule"), row.get("confidence"),
                        new Location(row.get("file"), Integer.parseInt(row.get("line")), Integer.parseInt(row.get("column"))),
                        row.get("message"));
            }
            if (!rows.getHeaderMap().containsKey(ID)) {
                throw new IllegalArgumentException("no column " + ID);
            }
        }
    }

    /** An object of a report, of which any field may be missing. */
    private record Reading(Map<String, Object> fields) {
        /** An object inside, or the first one of a list. */
        Reading at(String name) {
            Object value = fields.get(name);
            Object first = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
            return first instanceof Reading reading ? reading : NOTHING;
        }

        boolean has(String name) {
            return fields.containsKey(name);
        }

        String text(String name) {
            return fields.get(name) instanceof String text ? text : "";
        }

        int number(String name) {
            return text(name).isEmpty() ? 1 : Integer.parseInt(text(name));
        }
    }
}
