package io.padlog.run.report;

import io.padlog.extract.Extraction;
import io.padlog.extract.source.Diagnostic;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Note;
import io.padlog.run.finding.Verdict;
import io.padlog.run.report.TextStyle.Ink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows the findings: a verdict for each rule and unit, what was read, and what was not. */
public final class TextSummary implements FindingWriter {
    /** of a kind of loss, so that a tree without its headers does not bury the findings */
    private static final int SHOWN = 5;

    /** more verdicts than this are counted, not listed */
    private static final int LISTED = 40;

    private static final List<Verdict.Outcome> GRAVEST_FIRST = List.of(
            Verdict.Outcome.DEFECT, Verdict.Outcome.INCONCLUSIVE, Verdict.Outcome.PASS, Verdict.Outcome.NOT_APPLICABLE);

    private final boolean all;
    private final TextStyle style;

    /** @param all show everything that was not analysed, not only the first few of each kind */
    public TextSummary(boolean all) {
        this(all, TextStyle.PLAIN);
    }

    /** @param all show every verdict and everything that was not analysed, not only the first few of each kind */
    public TextSummary(boolean all, TextStyle style) {
        this.all = all;
        this.style = style;
    }

    @Override
    public void write(CheckResult result, Appendable out) throws IOException {
        if (all || result.verdicts().size() <= LISTED) {
            verdicts(result.verdicts(), out);
        } else {
            counts(result.verdicts(), out);
        }
        coverage(result.coverage(), result.diagnostics(), out);
        String hidden = result.hidden() == 0 ? "" : " (and " + result.hidden()
                + " of lower confidence: --min-confidence low shows them)";
        for (Note note : result.notes()) {
            out.append("note: " + note.at().file() + ":" + note.at().line() + ": " + note.message() + "\n");
        }
        String suppressed = result.suppressed().isEmpty() ? "" : ", " + result.suppressed().size() + " suppressed in the sources";
        out.append(Counted.of(result.findings().size(), "finding") + hidden + suppressed + "\n");
    }

    /** Writes what was read, and what was not. */
    public void coverage(Extraction.Coverage coverage, List<Diagnostic> diagnostics, Appendable out) throws IOException {
        out.append("read: " + Counted.of(coverage.units(), "unit") + ", " + Counted.of(coverage.files(), "file") + ", "
                + Counted.of(coverage.lines(), "line") + ", " + Counted.of(coverage.functions(), "function") + " completely, "
                + coverage.partlyRead() + " partly\n");
        if (coverage.undecidedConditions() > 0) {
            out.append("undecided: " + Counted.of(coverage.undecidedConditions(), "condition")
                    + " of #if that no file or option settles (--list-conditions shows them, -D and -U choose)\n");
        }
        losses(coverage, diagnostics, out);
    }

    private void verdicts(List<Verdict> verdicts, Appendable out) throws IOException {
        int rule = verdicts.stream().mapToInt(verdict -> verdict.rule().length()).max().orElse(0);
        int unit = verdicts.stream().mapToInt(verdict -> verdict.unit().length()).max().orElse(0);
        for (Verdict verdict : verdicts) {
            String reason = verdict.reason().isEmpty() ? "" : ": " + verdict.reason();
            out.append(padded(verdict.rule(), rule) + "  " + padded(verdict.unit(), unit) + "  "
                    + coloured(verdict.outcome(), verdict.outcome().title()) + reason + "\n");
        }
    }

    /** A line for each rule that has anything to say, and one for all others. */
    private void counts(List<Verdict> verdicts, Appendable out) throws IOException {
        Map<String, EnumMap<Verdict.Outcome, Integer>> byRule = new LinkedHashMap<>();
        ofUnits(verdicts).forEach((rule, outcomes) -> outcomes.values().forEach(outcome ->
                byRule.computeIfAbsent(rule, key -> new EnumMap<>(Verdict.Outcome.class)).merge(outcome, 1, Integer::sum)));
        int width = byRule.keySet().stream().mapToInt(String::length).max().orElse(0);
        int silent = 0;
        for (Map.Entry<String, EnumMap<Verdict.Outcome, Integer>> rule : byRule.entrySet()) {
            if (rule.getValue().keySet().equals(Set.of(Verdict.Outcome.NOT_APPLICABLE))) {
                silent++;
                continue;
            }
            List<String> parts = new ArrayList<>();
            rule.getValue().forEach((outcome, units) ->
                    parts.add(coloured(outcome, outcome.title()) + " in " + Counted.of(units, "unit")));
            out.append(padded(rule.getKey(), width) + "  " + String.join(", ", parts) + "\n");
        }
        String rules = Counted.of(silent, silent == byRule.size() ? "rule" : "other rule");
        out.append((silent == 0 ? "" : rules + " not applicable anywhere ") + "(-v lists each verdict)\n");
    }

    /** By rule and unit. Of several readings of a unit, which have its name in front, the gravest outcome counts. */
    private static Map<String, Map<String, Verdict.Outcome>> ofUnits(List<Verdict> verdicts) {
        Map<String, Map<String, Verdict.Outcome>> outcomes = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            int reading = verdict.unit().indexOf(" [");
            String unit = reading < 0 ? verdict.unit() : verdict.unit().substring(0, reading);
            outcomes.computeIfAbsent(verdict.rule(), rule -> new LinkedHashMap<>()).merge(unit, verdict.outcome(),
                    (one, other) -> GRAVEST_FIRST.indexOf(one) <= GRAVEST_FIRST.indexOf(other) ? one : other);
        }
        return outcomes;
    }

    private String coloured(Verdict.Outcome outcome, String text) {
        return switch (outcome) {
            case DEFECT -> style.in(Ink.ERROR, text);
            case PASS -> style.in(Ink.FREE, text);
            case NOT_APPLICABLE -> style.in(Ink.FAINT, text);
            case INCONCLUSIVE -> style.in(Ink.WARNING, text);
        };
    }

    private void losses(Extraction.Coverage coverage, List<Diagnostic> diagnostics, Appendable out) throws IOException {
        boolean nothing = coverage.unreadableFiles() == 0 && coverage.partlyRead() == 0 && coverage.lostFunctions() == 0
                && coverage.missingHeaders().isEmpty();
        if (nothing) {
            out.append("not analysed: nothing\n");
            return;
        }
        out.append("not analysed: " + Counted.of(coverage.unreadableFiles(), "file") + ", "
                + Counted.of(coverage.lostFunctions(), "function") + " lost, " + Counted.of(coverage.partlyRead(), "function")
                + " in part; " + Counted.of(coverage.missingHeaders().size(), "header") + " not found\n");
        for (Diagnostic.Kind kind : Diagnostic.Kind.values()) {
            if (counts(kind)) {
                listed(diagnostics.stream().filter(d -> d.kind() == kind).map(TextSummary::line).toList(), out);
            }
        }
        if (!coverage.missingHeaders().isEmpty()) {
            List<String> names = coverage.missingHeaders().stream().map(Extraction.MissingHeader::toString).toList();
            int shown = all ? names.size() : Math.min(SHOWN, names.size());
            String more = shown < names.size() ? " and " + (names.size() - shown) + " more" : "";
            out.append("  headers not found (files that include each): " + String.join(", ", names.subList(0, shown)) + more + "\n");
        }
    }

    /** Whether this kind of diagnostic means that something was not analysed; the headers have a line of their own. */
    private boolean counts(Diagnostic.Kind kind) {
        return switch (kind) {
            case UNREADABLE_FILE, BUILD_FILE, OPAQUE_STATEMENT, LOST_FUNCTION, LOST_DECLARATION, TOO_DEEP, LIMIT, MACRO_LIMIT ->
                true;
            case INCLUDE_CYCLE, BAD_DIRECTIVE, BAD_TOKEN, UNDECIDED_CONDITION -> all;
            case MISSING_HEADER -> false;
        };
    }

    private void listed(List<String> lines, Appendable out) throws IOException {
        int shown = all ? lines.size() : Math.min(SHOWN, lines.size());
        for (String line : lines.subList(0, shown)) {
            out.append("  " + line + "\n");
        }
        if (shown < lines.size()) {
            out.append("  and " + (lines.size() - shown) + " more of this kind (-v shows all)\n");
        }
    }

    private static String line(Diagnostic diagnostic) {
        String place = Optional.of(diagnostic.position())
                .filter(position -> position.line() > 0)
                .map(Object::toString)
                .orElse(diagnostic.position().file().name());
        return place + ": " + diagnostic.message();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
