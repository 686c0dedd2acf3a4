package io.padlog.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.padlog.run.Golden;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Rule;
import io.padlog.run.finding.Baseline;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class ReportFormatTest {
    private static final List<Rule> RULES = Catalog.of(QueryResources.installed()).selected(List.of("WdfSpinlockRelease"));

    private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
    private ReportSetting setting;

    @BeforeEach
    void aDriverInARepository() throws IOException {
        Path base = files.getPath("/repository/drivers/ring");
        Files.createDirectories(base.resolve("src"));
        Files.createDirectories(files.getPath("/repository/.git"));
        Files.writeString(base.resolve("src/ring.c"), SampleResult.SOURCE);
        setting = new ReportSetting("1.2.3", RULES, base, 1);
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    @ParameterizedTest
    @EnumSource(value = ReportFormat.class, names = {"JSON", "JSONL", "MSVC", "JUNIT"})
    void looksLikeItsGolden(ReportFormat format) throws IOException {
        Golden.assertMatches(getClass(), "findings." + format.id(), written(format, SampleResult.result()));
    }

    @Test
    void sarifLooksLikeItsGolden() throws IOException {
        String rules = "(?s)\"rules\":\\[.*?\n?\\}\\}\\]";
        Golden.assertMatches(getClass(), "findings.sarif",
                written(ReportFormat.SARIF, SampleResult.result()).replaceFirst(rules, "\"rules\":[…]"));
    }

    @Test
    void sarifIsValid() throws IOException {
        assertThat(problems(written(ReportFormat.SARIF, SampleResult.result()))).isEmpty();
        assertThat(problems("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[]}]}")).isNotEmpty();
    }

    @Test
    void anotherToolsLibraryReadsTheSarif() throws IOException {
        Baseline.Known gone = new Baseline.Known("0123456789abcdef", "WdfSpinlockRelease", Confidence.HIGH,
                new Location("src/gone.c", 7, 5), "still held");
        setting = new ReportSetting("1.2.3", RULES, setting.base(), 1, Optional.of(new Baseline(List.of(gone))), List.of(gone));
        Run run = new ObjectMapper().readValue(written(ReportFormat.SARIF, SampleResult.result()), SarifSchema210.class)
                .getRuns().get(0);
        assertThat(run.getTool().getDriver().getRules()).extracting(ReportingDescriptor::getId).containsExactly("WdfSpinlockRelease");
        assertThat(run.getResults()).extracting(result -> result.getBaselineState().value()).containsExactly("new", "new", "absent");
        assertThat(run.getResults().get(0).getCodeFlows().get(0).getThreadFlows().get(0).getLocations())
                .extracting(ThreadFlowLocation::getNestingLevel).containsExactly(0, 0, 1, 0, 0, 0);
        assertThat(run.getResults().get(2).getLocations().get(0).getPhysicalLocation().getArtifactLocation().getUri())
                .isEqualTo("drivers/ring/src/gone.c");
    }

    @Test
    void sarifKeepsToTheLimitsOfCodeScanning() throws IOException {
        Finding leak = SampleResult.result().findings().get(0);
        Trace longTrace = new Trace(Collections.nCopies(5_000, leak.trace().steps().get(0)));
        List<Finding> many = new ArrayList<>();
        for (int index = 0; index < SarifFindings.MOST_RESULTS + 10; index++) {
            Trace trace = index == 0 ? longTrace : Trace.NONE;
            many.add(copy(leak, "id" + index, trace));
        }
        String sarif = written(ReportFormat.SARIF, with(SampleResult.result(), many));
        assertThat(sarif.split("\"ruleId\":", -1)).hasSize(SarifFindings.MOST_RESULTS + 1);
        assertThat(sarif.split("\"nestingLevel\":", -1)).hasSize(SarifResult.MOST_STEPS + 1);
        assertThat(sarif).contains("10 less sure ones are left out").contains("\"executionOrder\":5000")
                .contains("(steps before this one are left out)");
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void writesTheSameTwice(ReportFormat format) throws IOException {
        assertThat(written(format, SampleResult.result())).isEqualTo(written(format, SampleResult.result()));
    }

    @Test
    void xmlSurvivesWhateverASourceHolds() throws Exception {
        Finding leak = SampleResult.result().findings().get(0);
        Finding odd = new Finding(leak.id(), leak.rule(), leak.kind(), leak.confidence(), leak.at(), "f<\"&>", leak.lock(),
                leak.acquire(), leak.acquireFunction(), List.of(), "a\u0001b\uD800c\uDC00 \uD83D\uDE00 ]]>\n", leak.trace(),
                leak.units());
        String xml = written(ReportFormat.JUNIT, with(SampleResult.result(), List.of(odd)));
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertThat(((org.w3c.dom.Element) document.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFD \uD83D\uDE00 ]]>\n");
    }

    private String written(ReportFormat format, CheckResult result) throws IOException {
        StringBuilder text = new StringBuilder();
        format.writer(setting).write(result, text);
        return text.toString();
    }

    static List<com.networknt.schema.Error> problems(String sarif) throws IOException {
        try (InputStream schema = ReportFormatTest.class.getResourceAsStream("sarif-schema-2.1.0-rtm.5.json")) {
            Schema oasis = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(schema);
            return oasis.validate(sarif, InputFormat.JSON);
        }
    }

    private static CheckResult with(CheckResult result, List<Finding> findings) {
        return new CheckResult(findings, 0, result.verdicts(), false, result.coverage(), result.diagnostics(), result.engine());
    }

    private static Finding copy(Finding finding, String id, Trace trace) {
        return new Finding(id, finding.rule(), finding.kind(), finding.confidence(), finding.at(), finding.function(),
                finding.lock(), finding.acquire(), finding.acquireFunction(), finding.callbacks(), finding.message(), trace,
                finding.units());
    }
}
