package io.padlog.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.padlog.extract.Extraction;
import io.padlog.run.Golden;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Verdict;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    void onATerminalThereAreColoursAndLinesAreCut() throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(Configuration.unix())) {
            Path base = files.getPath("driver");
            Files.createDirectories(base.resolve("src"));
            Files.writeString(base.resolve("src/ring.c"), SampleResult.SOURCE.replace("\t\treturn;",
                    " ".repeat(90) + "return RingResult(ring, Request, Length, STATUS_SUCCESS);")
                    .replace("{", "{ // a long line of many words which does not fit into it"));
            CheckResult sample = SampleResult.result();
            Finding leak = sample.findings().get(0);
            Finding far = new Finding(leak.id(), leak.rule(), leak.kind(), leak.confidence(), new Location("src/ring.c", 6, 91),
                    leak.function(), leak.lock(), leak.acquire(), leak.acquireFunction(), leak.callbacks(), leak.message(),
                    leak.trace(), leak.units());
            CheckResult result = new CheckResult(List.of(far), 0, sample.verdicts(), false, sample.coverage(), List.of(), "x");
            TextStyle style = new TextStyle(true, 60);
            String text = written(new TextFindings(new SourceLines(base), style), result) + written(new TextSummary(false, style), result);
            Golden.assertMatches(getClass(), "coloured.txt", text);
            assertThat(text.replaceAll("\u001B\\[[0-9;]*m", "").lines().filter(line -> line.contains(" | ")))
                    .allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(60));
        }
    }

    @Test
    void manyVerdictsAreCounted() throws IOException {
        CheckResult sample = SampleResult.result();
        List<Verdict> verdicts = new ArrayList<>();
        for (int unit = 0; unit < 50; unit++) {
            verdicts.add(new Verdict("unit" + unit, "Rule", unit == 7 ? Verdict.Outcome.DEFECT : Verdict.Outcome.PASS, ""));
            verdicts.add(new Verdict("unit" + unit, "Other", Verdict.Outcome.NOT_APPLICABLE, "why"));
        }
        CheckResult result =
                new CheckResult(List.of(), 0, verdicts, false, sample.coverage(), List.of(), "embedded");
        assertThat(written(new TextSummary(false), result)).startsWith(
                "Rule   Defect in 1 unit, Pass in 49 units\n1 other rule not applicable anywhere (-v lists each verdict)\nread: ");
        assertThat(written(new TextSummary(true), result)).contains("Rule   unit49  Pass\n");
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
