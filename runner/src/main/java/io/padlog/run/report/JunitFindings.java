package io.padlog.run.report;

import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Step;
import io.padlog.run.finding.Suppressed;
import io.padlog.run.finding.Verdict;
import java.io.IOException;
import java.util.List;

/**
 * A test report as continuous integration reads it: a failed test for each finding, a passed one for each rule that a unit
 * passes, a skipped one for each finding that the source suppresses, and for each rule that does not apply or was not decided. A defect is not counted twice.
 */
public final class JunitFindings implements FindingWriter {
    @Override
    public void write(CheckResult result, Appendable out) throws IOException {
        List<Verdict> verdicts =
                result.verdicts().stream().filter(verdict -> verdict.outcome() != Verdict.Outcome.DEFECT).toList();
        long skipped = verdicts.stream().filter(verdict -> verdict.outcome() != Verdict.Outcome.PASS).count();
        int found = result.findings().size();
        int kept = result.suppressed().size();
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuites name=\"padlog\" tests=\"" + (found + kept + verdicts.size()) + "\" failures=\"" + found
                + "\" errors=\"0\">\n");
        out.append("  <testsuite name=\"findings\" tests=\"" + (found + kept) + "\" failures=\"" + found
                + "\" errors=\"0\" skipped=\"" + kept + "\">\n");
        for (Finding finding : result.findings()) {
            finding(finding, out);
        }
        for (Suppressed suppressed : result.suppressed()) {
            suppressed(suppressed, out);
        }
        out.append("  </testsuite>\n");
        out.append("  <testsuite name=\"verdicts\" tests=\"" + verdicts.size() + "\" failures=\"0\" errors=\"0\" skipped=\""
                + skipped + "\">\n");
        for (Verdict verdict : verdicts) {
            verdict(verdict, out);
        }
        out.append("  </testsuite>\n</testsuites>\n");
    }

    private static void finding(Finding finding, Appendable out) throws IOException {
        testCase(finding.rule(), finding.function() + " at " + finding.at(), out);
        out.append(">\n      <failure type=\"" + finding.kind().id() + "\" message=\"" + Markup.escaped(finding.message())
                + "\">");
        out.append(Markup.escaped(finding.at() + ": " + finding.message()) + "\n");
        int number = 1;
        for (Step step : finding.trace().steps()) {
            out.append(Markup.escaped(number++ + ". " + step.at() + ": " + step.text() + " (lock " + step.lock().id() + ")"));
            out.append('\n');
        }
        out.append("</failure>\n    </testcase>\n");
    }

    private static void suppressed(Suppressed suppressed, Appendable out) throws IOException {
        Finding finding = suppressed.finding();
        String reason = suppressed.by().reason();
        testCase(finding.rule(), finding.function() + " at " + finding.at(), out);
        out.append(">\n      <skipped message=\"" + Markup.escaped("suppressed in the source" + (reason.isEmpty() ? "" : ": " + reason))
                + "\"/>\n    </testcase>\n");
    }

    private static void verdict(Verdict verdict, Appendable out) throws IOException {
        testCase(verdict.rule(), verdict.unit(), out);
        if (verdict.outcome() == Verdict.Outcome.PASS) {
            out.append("/>\n");
            return;
        }
        String reason = verdict.outcome().title() + (verdict.reason().isEmpty() ? "" : ": " + verdict.reason());
        out.append(">\n      <skipped message=\"" + Markup.escaped(reason) + "\"/>\n    </testcase>\n");
    }

    private static void testCase(String group, String name, Appendable out) throws IOException {
        out.append("    <testcase classname=\"" + Markup.escaped(group) + "\" name=\"" + Markup.escaped(name) + "\"");
    }
}
