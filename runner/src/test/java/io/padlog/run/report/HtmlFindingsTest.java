package io.padlog.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.graph.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlFindingsTest {
    @TempDir Path base;

    @BeforeEach
    void aDriver() throws IOException {
        Files.createDirectories(base.resolve("src"));
        Files.writeString(base.resolve("src/ring.c"), "// </script><!-- &amp;\n".repeat(60) + SampleResult.SOURCE);
    }

    @Test
    void nothingOfTheDriverCanEndTheDataElement() throws IOException {
        Finding leak = SampleResult.result().findings().get(0);
        String page = written(new Finding("id", leak.rule(), leak.kind(), leak.confidence(), leak.at(), "</script>", "<!--",
                leak.acquire(), leak.acquireFunction(), List.of("<script>"), "</script><script>alert(1)</script>", leak.trace(),
                leak.units()));
        assertThat(page.split("</script>", -1)).hasSize(3);
        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page).contains("\"\\u003C/script\\u003E\"").contains("// \\u003C/script\\u003E\\u003C!-- \\u0026amp;");
    }

    @Test
    void loadsNothingFromElsewhere() throws IOException {
        String page = written(SampleResult.result().findings().get(0));
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:", "src=", "@import", "url(h");
        assertThat(page).contains("default-src 'none'");
    }

    @Test
    void sourcesComeInPiecesAroundWhatPathsTouchAndGraphsWithTheirLayout() throws IOException {
        String page = written(SampleResult.result().findings().get(0));
        // lines 1 to 18 around the steps in lines 1 to 6, and line 40 of the graph
        assertThat(page).contains("[[1,\"//").contains("[28,\"//").doesNotContain("[29,\"");
        assertThat(page).contains("[\"plain\",").contains("[\"40  x\"],[40,5]");
        assertThat(page).contains("\"outcome\":\"Not applicable\"").contains("\"missing_headers\":[{\"name\":\"ntddk.h\",\"files\":3},{\"name\":\"wdf.h\",\"files\":1}]");
    }

    private String written(Finding finding) throws IOException {
        CheckResult sample = SampleResult.result();
        Graph graph = new Graph("RingRead", "src/ring.c",
                List.of(new Graph.Node(Graph.Kind.PLAIN, List.of("40  x"), List.of(new Graph.Place(40, 5)))), List.of(), false);
        StringBuilder page = new StringBuilder();
        new HtmlFindings(new ReportSetting("1.2.3", List.of(), base, 1)).write(
                new CheckResult(List.of(finding), 0, sample.verdicts(), false, sample.coverage(), sample.diagnostics(), "embedded",
                        List.of(graph)), page);
        return page.toString();
    }
}
