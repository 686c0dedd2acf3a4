package io.padlog.run.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.finding.Baseline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the findings of an earlier report: CSV, JSON, JSON lines or SARIF. */
public final class BaselineReader {
    private static final String ID = "finding_id";
    /** where SARIF has a finding's id */
    private static final String FINGERPRINT = "lockPath/v1";

    private BaselineReader() {}

    /** @throws PadlogException if the file cannot be read, or is no such report */
    public static Baseline read(Path file) {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            in.mark(1);
            int first = in.read();
            in.reset();
            return new Baseline(first == '{' ? json(in) : csv(in, file));
        } catch (JsonParseException e) {
            throw wrong(file, e);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, file + ": cannot be read: " + IoReason.of(e), e);
        }
    }

    private static Set<String> json(Reader in) throws IOException {
        Set<String> ids = new HashSet<>();
        try (JsonParser json = new JsonFactory().createParser(in)) {
            while (json.nextToken() != null) {
                boolean text = json.currentToken() == JsonToken.VALUE_STRING;
                if (text && (ID.equals(json.currentName()) || FINGERPRINT.equals(json.currentName()))) {
                    ids.add(json.getText());
                }
            }
        }
        return ids;
    }

    private static Set<String> csv(Reader in, Path file) throws IOException {
        Set<String> ids = new HashSet<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setAllowMissingColumnNames(true).get();
        try (CSVParser rows = CSVParser.parse(in, format)) {
            if (!rows.getHeaderMap().containsKey(ID)) {
                throw wrong(file, null);
            }
            for (CSVRecord row : rows) {
                ids.add(row.get(ID));
            }
        } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
            throw wrong(file, e);
        }
        return ids;
    }

    private static PadlogException wrong(Path file, Exception cause) {
        String message = file + ": no report of padlog's; make one with --format json=" + file.getFileName();
        return cause == null ? new PadlogException(ExitStatus.USAGE, message)
                : new PadlogException(ExitStatus.USAGE, message, cause);
    }
}
