package io.padlog.run.report;

import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a result of very many findings; started with the format, the file and the number, and with a small heap. */
final class ManyFindings {
    private ManyFindings() {}

    public static void main(String[] args) throws IOException {
        ReportFormat format = ReportFormat.valueOf(args[0]);
        ReportSetting setting =
                new ReportSetting("1.2.3", Catalog.of(QueryResources.installed()).rules(), Path.of("").toAbsolutePath(), 1);
        try (Writer out = Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8)) {
            format.writer(setting).write(result(Integer.parseInt(args[2])), out);
        }
    }

    private static CheckResult result(int count) {
        CheckResult sample = SampleResult.result();
        Finding leak = sample.findings().get(0);
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Location at = new Location("src/file" + index / 100 + ".c", index % 100 * 7 + 1, 9);
            findings.add(new Finding(Finding.idOf("Rule", "function" + index, "lock", 0), leak.rule(), leak.kind(),
                    leak.confidence(), at, "function" + index, leak.lock(), leak.acquire(), leak.acquireFunction(),
                    leak.callbacks(), leak.message(), leak.trace(), leak.units()));
        }
        return new CheckResult(
                findings, 0, sample.verdicts(), false, sample.coverage(), sample.diagnostics(), sample.engine());
    }
}
