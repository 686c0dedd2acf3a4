package io.padlog.run.report;

import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Step;
import io.padlog.run.report.TextStyle.Ink;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Findings for people, as a compiler writes its errors: place and message, the source line, then the path. */
public final class TextFindings implements FindingWriter {
    private static final int INDENT = 2;
    /** deeper calls are not indented further, so that lines stay on the screen */
    private static final int DEEPEST_INDENT = 8;
    /** letters to the right of a caret that are shown at least */
    private static final int MARGIN = 8;

    private final SourceLines sources;
    private final TextStyle style;

    /** @param sources the lines that are shown under each place */
    public TextFindings(SourceLines sources) {
        this(sources, TextStyle.PLAIN);
    }

    /** @param sources the lines that are shown under each place */
    public TextFindings(SourceLines sources, TextStyle style) {
        this.sources = sources;
        this.style = style;
    }

    @Override
    public void write(CheckResult result, Appendable out) throws IOException {
        for (Finding finding : result.findings()) {
            out.append(style.in(Ink.BOLD, finding.at() + ":") + " " + severity(finding.confidence()) + " "
                    + style.in(Ink.BOLD, finding.message()) + " [" + finding.rule() + "]\n");
            source(finding.at(), "", true, out);
            if (!finding.callbacks().isEmpty()) {
                out.append("  reached by: " + String.join(", ", finding.callbacks()) + "\n");
            }
            path(finding.trace().steps(), out);
            out.append('\n');
        }
    }

    private void path(List<Step> steps, Appendable out) throws IOException {
        if (steps.isEmpty()) {
            return;
        }
        out.append("  path:\n");
        int width = String.valueOf(steps.size()).length();
        Step.LockState before = Step.LockState.FREE;
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            String number = String.format(Locale.ROOT, "%" + (width + 4) + "d. ", index + 1);
            String indent = " ".repeat(INDENT * Math.min(step.depth(), DEEPEST_INDENT));
            String change = step.lock() == before ? "" : "   " + changed(step.lock());
            out.append(number + indent + step.at().file() + ":" + step.at().line() + ": " + step.text() + change + "\n");
            source(step.at(), " ".repeat(number.length()) + indent, false, out);
            before = step.lock();
        }
    }

    private void source(Location at, String indent, boolean caret, Appendable out) throws IOException {
        Optional<String> line = sources.line(at.file(), at.line());
        if (line.isEmpty()) {
            return;
        }
        String gutter = String.format(Locale.ROOT, "%5d | ", at.line());
        int room = style.room(indent.length() + gutter.length());
        // Of a line that is too long, the piece around the place is shown.
        int cut = caret && at.column() > room - MARGIN ? at.column() - room / 2 : 0;
        String shown = clipped(printable(line.get()).stripTrailing(), cut, room);
        out.append(indent + style.in(Ink.FAINT, gutter) + shown + "\n");
        if (caret) {
            out.append(indent + style.in(Ink.FAINT, "      | ") + blankUpTo(shown, at.column() - cut) + style.in(Ink.CARET, "^")
                    + "\n");
        }
    }

    private static String clipped(String line, int from, int room) {
        int letters = line.codePointCount(0, line.length());
        if (from == 0 && letters <= room) {
            return line;
        }
        int to = Math.min(letters, from + room);
        String piece = line.substring(line.offsetByCodePoints(0, Math.min(from, letters)), line.offsetByCodePoints(0, to));
        String begun = from > 0 && !piece.isEmpty() ? "…" + piece.substring(piece.offsetByCodePoints(0, 1)) : piece;
        return to < letters && !begun.isEmpty() ? begun.substring(0, begun.offsetByCodePoints(begun.length(), -1)) + "…" : begun;
    }

    /** The line's own tabs, else a blank for each code point, so that the caret stands right whatever a tab's width. */
    private static String blankUpTo(String line, int column) {
        StringBuilder blank = new StringBuilder();
        line.codePoints().limit(column - 1L).forEach(c -> blank.append(c == '\t' ? '\t' : ' '));
        return blank.toString();
    }

    /** Control characters of a source file must not reach the terminal. */
    private static String printable(String line) {
        StringBuilder text = new StringBuilder(line.length());
        line.codePoints().forEach(c -> text.appendCodePoint(c != '\t' && Character.isISOControl(c) ? '?' : c));
        return text.toString();
    }

    private String severity(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> style.in(Ink.ERROR, "error:");
            case MEDIUM -> style.in(Ink.WARNING, "warning:");
            case LOW -> style.in(Ink.NOTE, "note:");
        };
    }

    private String changed(Step.LockState lock) {
        return style.in(lock == Step.LockState.HELD ? Ink.HELD : Ink.FREE, "<- lock " + lock.id());
    }
}
