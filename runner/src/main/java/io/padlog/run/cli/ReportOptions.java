package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.report.CsvSteps;
import io.padlog.run.report.FindingWriter;
import io.padlog.run.report.ReportFormat;
import io.padlog.run.report.ReportSetting;
import io.padlog.run.report.SourceLines;
import io.padlog.run.report.TextFindings;
import io.padlog.run.report.TextStyle;
import io.padlog.run.report.TextSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which reports of a check are written, and where. */
final class ReportOptions {
    private static final String STANDARD_OUTPUT = "-";

    @Option(names = "--format", paramLabel = "NAME[=FILE]",
            description = "text, csv, json, jsonl, sarif, html, msvc or junit, to FILE if one is named. "
                    + "May be given several times. Default: text.")
    private List<String> formats = new ArrayList<>();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "Write the findings to FILE. Default: standard output.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--steps", paramLabel = "FILE", description = "Write every step of every path to FILE, as CSV.")
    private Optional<Path> steps = Optional.empty();

    @Option(names = "--color", paramLabel = "WHEN",
            description = "auto, always or never. Default: auto, on a terminal unless NO_COLOR is set.")
    private Terminal.Colour colour = Terminal.Colour.AUTO;

    /** A format and where it goes; nowhere else is standard output. */
    private record Report(ReportFormat format, Optional<Path> file) {}

    /** @throws PadlogException if the options contradict each other; it is told before the work begins */
    void check() {
        reports();
    }

    private List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        for (String text : formats.isEmpty() ? List.of(ReportFormat.TEXT.id()) : formats) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            Optional<Path> target = equals < 0 ? file : Optional.of(Path.of(text.substring(equals + 1)));
            reports.add(new Report(format(name), target.filter(path -> !path.toString().equals(STANDARD_OUTPUT))));
        }
        List<Report> same = reports.stream().filter(one -> reports.stream().filter(other -> other.file.equals(one.file)).count() > 1)
                .toList();
        if (!same.isEmpty()) {
            String place = same.get(0).file.map(Path::toString).orElse("standard output");
            throw new PadlogException(ExitStatus.USAGE, "two reports go to " + place + "; name a file for one: --format "
                    + same.get(0).format.id() + "=FILE");
        }
        return reports;
    }

    private static ReportFormat format(String name) {
        for (ReportFormat format : ReportFormat.values()) {
            if (format.id().equals(name.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        List<String> known = List.of(ReportFormat.values()).stream().map(ReportFormat::id).toList();
        throw new PadlogException(ExitStatus.USAGE, "--format " + name + ": unknown; one of " + String.join(", ", known));
    }

    /** Writes all reports; the summary follows the text, or goes to standard error. */
    void write(CheckResult result, ReportSetting setting, Verbosity verbosity, Terminal terminal, Console console) {
        boolean summarised = verbosity.quiet();
        for (Report report : reports()) {
            TextStyle style = report.file.isPresent() ? TextStyle.PLAIN : terminal.style(colour);
            FindingWriter writer = report.format == ReportFormat.TEXT ? new TextFindings(new SourceLines(setting.base()), style)
                    : report.format.writer(setting);
            FindingWriter summary = new TextSummary(verbosity.verbose(), style);
            boolean withSummary = report.format == ReportFormat.TEXT && !verbosity.quiet();
            console.result(report.file, out -> {
                writer.write(result, out);
                if (withSummary) {
                    summary.write(result, out);
                }
            });
            summarised |= withSummary;
        }
        if (!summarised) {
            console.notes(out -> new TextSummary(verbosity.verbose()).write(result, out));
        }
        steps.ifPresent(path -> console.result(Optional.of(path), out -> new CsvSteps().write(result, out)));
    }
}
