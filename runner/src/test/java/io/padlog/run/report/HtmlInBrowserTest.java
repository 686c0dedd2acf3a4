package io.padlog.run.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.job.Drivers;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page as a person meets it who has a keyboard only. Skipped where there is no Chromium. */
class HtmlInBrowserTest {
    private static final Path DRIVER = Path.of("../testdata/kmdf/wrapper_in_header");
    private static final int FINDINGS = 2_000;

    // A browser that is ending still writes into its profile.
    @TempDir(cleanup = CleanupMode.NEVER) Path folder;
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Browser.installed().isPresent(), "no Chromium");
        CheckResult real = Drivers.at(DRIVER).check("WdfSpinlockRelease");
        Finding leak = real.findings().get(0);
        List<Finding> findings = new ArrayList<>(List.of(leak));
        for (int index = 1; index < FINDINGS; index++) {
            findings.add(new Finding("id" + index, leak.rule(), leak.kind(), leak.confidence(),
                    new Location("x/file" + index / 50 + ".c", index % 50 + 1, 1), "function" + index, leak.lock(), leak.acquire(),
                    leak.acquireFunction(), leak.callbacks(), "message " + index, leak.trace(), List.of("unit" + index % 3)));
        }
        Path page = folder.resolve("report.html");
        try (var out = Files.newBufferedWriter(page)) {
            ReportSetting setting = new ReportSetting("1.2.3", Catalog.of(QueryResources.installed()).rules(), DRIVER, 1);
            new HtmlFindings(setting).write(new CheckResult(findings, 0, real.verdicts(), false, real.coverage(), real.diagnostics(),
                    real.engine(), real.graphs()), out);
        }
        browser = new Browser(Browser.installed().orElseThrow(), folder.resolve("profile"), page);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everythingCanBeReachedByKeyboard() throws Exception {
        assertThat(text("count")).isEqualTo("2000 findings");
        assertThat(focus()).isEqualTo("list");
        String first = text("message");
        browser.press("j");
        assertThat(text("message")).isNotEqualTo(first);
        browser.press("k");
        assertThat(text("message")).isEqualTo(first);

        browser.press("Enter");
        assertThat(focus()).isEqualTo("path");
        int last = chosenStep();
        browser.press("ArrowUp");
        assertThat(chosenStep()).isEqualTo(last - 1);
        String source = text("source-title");
        browser.press("Home");
        assertThat(chosenStep()).isZero();
        assertThat(text("source-title")).isNotEqualTo(source);
        browser.press("Escape");
        assertThat(focus()).isEqualTo("list");

        browser.press("/", "m", "e", "s", "s", "a", "g", "e");
        assertThat(focus()).isEqualTo("words");
        assertThat(text("count")).isEqualTo("1999 of 2000 findings");
        browser.press("Tab", "Tab", "Tab");
        assertThat(focus()).isEqualTo("unit");
        browser.press("u", "n", "i", "t", "2");
        assertThat(text("count")).isEqualTo("666 of 2000 findings");

        List<String> reached = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            browser.press("Tab");
            reached.add(focus());
        }
        assertThat(reached).contains("file", "list", "path", "picture", "source", "findings-tab", "theme");
        browser.evaluate("document.getElementById('findings-tab').focus()");
        browser.press("ArrowRight");
        assertThat(focus()).isEqualTo("coverage-tab");
        assertThat(browser.evaluate("document.getElementById('coverage-page').hidden").asBoolean()).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void axeFindsNoBarrierInLightOrDark() throws Exception {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            browser.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
        }
        for (String page : List.of("findings", "coverage")) {
            browser.evaluate("document.getElementById('" + page + "-tab').click()");
            for (int theme = 0; theme < 2; theme++) {
                browser.evaluate("document.getElementById('theme').click()");
                assertThat(browser.evaluate("axe.run().then(result => result.violations.map(one => one.id + ': ' + one.help + ' '"
                        + " + one.nodes.map(node => node.target.join(' '))).join('\\n'))").asText()).as(page).isEmpty();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private String text(String id) throws Exception {
        return browser.evaluate("document.getElementById('" + id + "').textContent").asText();
    }

    private String focus() throws Exception {
        return browser.evaluate("document.activeElement.id").asText();
    }

    private int chosenStep() throws Exception {
        return browser.evaluate("[...document.querySelectorAll('#path .step')]"
                + ".findIndex(step => step.getAttribute('aria-selected') === 'true')").asInt();
    }
}
