package io.padlog.run.report;

import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Step;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Every step of every path, a row each, numbered from 1 in its finding; RFC 4180. */
public final class CsvSteps implements FindingWriter {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
            .setHeader("finding_id", "step", "kind", "file", "line", "column", "function", "depth", "lock_state", "text")
            .get();

    @Override
    public void write(CheckResult result, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        for (Finding finding : result.findings()) {
            List<Step> steps = finding.trace().steps();
            for (int index = 0; index < steps.size(); index++) {
                Step step = steps.get(index);
                printer.printRecord(
                        finding.id(),
                        index + 1,
                        step.kind().id(),
                        step.at().file(),
                        step.at().line(),
                        step.at().column(),
                        step.function(),
                        step.depth(),
                        step.lock().id(),
                        step.text());
            }
        }
    }
}
