package io.padlog.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManyFindingsTest {
    private static final int FINDINGS = 100_000;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void aHundredThousandFindingsFitIntoAHalfGigabyte(ReportFormat format) throws IOException, InterruptedException {
        Path report = folder.resolve("report");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ManyFindings.class.getName(),
                format.name(), report.toString(), String.valueOf(FINDINGS));
        Path log = folder.resolve("log");
        int status = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        assertThat(status).as(Files.readString(log)).isZero();
        try (Stream<String> lines = Files.lines(report)) {
            int written = format == ReportFormat.SARIF ? SarifFindings.MOST_RESULTS : FINDINGS;
            assertThat(lines.count()).isGreaterThan(written);
        }
    }
}
