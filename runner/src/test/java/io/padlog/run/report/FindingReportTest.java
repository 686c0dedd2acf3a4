package io.padlog.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.padlog.extract.Extraction;
import io.padlog.run.Golden;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingReportTest {
    @Test
    void textShowsPlaceSourceLineAndPath() throws IOException {
        for (Configuration system : List.of(Configuration.unix(), Configuration.windows())) {
            try (FileSystem files = Jimfs.newFileSystem(system)) {
                Path base = files.getPath("driver");
                Files.createDirectories(base.resolve("src"));
                Files.writeString(base.resolve("src/ring.c"), SampleResult.SOURCE);
                Golden.assertMatches(
                        getClass(), "findings.txt", written(new TextFindings(new SourceLines(base)), SampleResult.result()));
            }
        }
    }

    @Test
    void summaryTellsVerdictsAndWhatWasNotAnalysed() throws IOException {
        Golden.assertMatches(getClass(), "summary.txt", written(new TextSummary(false), SampleResult.result()));
    }

    @Test
    void csvHasARowForEachFinding() throws IOException {
        Golden.assertMatches(getClass(), "findings.csv", written(new CsvFindings(), SampleResult.result()));
    }

    @Test
    void csvHasItsHeaderWithoutFindings() throws IOException {
        CheckResult nothing = new CheckResult(
                List.of(), 0, List.of(), false, new Extraction.Coverage(0, 0, 0, 0, 0, 0, 0, List.of(), 0), List.of(), "embedded");
        assertThat(written(new CsvFindings(), nothing))
                .isEqualTo("finding_id,rule,kind,confidence,file,line,column,function,lock,"
                        + "acquire_file,acquire_line,acquire_function,callbacks,message\r\n");
    }

    @Test
    void stepsAreNumberedInEachFinding() throws IOException {
        Golden.assertMatches(getClass(), "steps.csv", written(new CsvSteps(), SampleResult.result()));
    }

    @Test
    void anIdChangesWithEachOfItsParts() {
        String id = Finding.idOf("Rule", "f", "lock", 0);
        assertThat(id).hasSize(16).isEqualTo(Finding.idOf("Rule", "f", "lock", 0));
        assertThat(List.of(
                        Finding.idOf("Rule2", "f", "lock", 0),
                        Finding.idOf("Rule", "g", "lock", 0),
                        Finding.idOf("Rule", "f", "other", 0),
                        Finding.idOf("Rule", "f", "lock", 1)))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
    }

    private static String written(FindingWriter writer, CheckResult result) throws IOException {
        StringBuilder text = new StringBuilder();
        writer.write(result, text);
        return text.toString();
    }
}
