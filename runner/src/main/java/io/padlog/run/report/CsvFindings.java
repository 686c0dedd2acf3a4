package io.padlog.run.report;

import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Findings as RFC 4180 has it, a row each under a header. Columns are only ever added at the end. */
public final class CsvFindings implements FindingWriter {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
            .setHeader("finding_id", "rule", "kind", "confidence", "file", "line", "column", "function", "lock",
                    "acquire_file", "acquire_line", "acquire_function", "callbacks", "message")
            .get();

    @Override
    public void write(CheckResult result, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        for (Finding finding : result.findings()) {
            Optional<Location> acquire = finding.acquire();
            printer.printRecord(
                    finding.id(),
                    finding.rule(),
                    finding.kind().id(),
                    finding.confidence().id(),
                    finding.at().file(),
                    finding.at().line(),
                    finding.at().column(),
                    finding.function(),
                    finding.lock(),
                    acquire.map(Location::file).orElse(""),
                    acquire.map(place -> String.valueOf(place.line())).orElse(""),
                    finding.acquireFunction(),
                    String.join(";", finding.callbacks()),
                    finding.message());
        }
    }
}
