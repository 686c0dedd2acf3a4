package io.padlog.run.report;

import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Step;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Findings as Microsoft's compiler writes its warnings, which Visual Studio and MSBuild turn into links. File names are
 * absolute: both resolve others against a project's folder, which padlog does not know.
 */
public final class MsvcFindings implements FindingWriter {
    private final Path base;

    /** @param base what the file names of the result are relative to */
    public MsvcFindings(Path base) {
        this.base = base;
    }

    @Override
    public void write(CheckResult result, Appendable out) throws IOException {
        for (Finding finding : result.findings()) {
            out.append(place(finding.at()) + ": warning " + finding.rule() + ": " + oneLine(finding.message()) + "\n");
            List<Step> steps = finding.trace().steps();
            for (int index = 0; index < steps.size(); index++) {
                Step step = steps.get(index);
                out.append(place(step.at()) + ": note: " + (index + 1) + ". " + oneLine(step.text()) + " (lock "
                        + step.lock().id() + ")\n");
            }
        }
    }

    private String place(Location at) {
        return file(at.file()) + "(" + at.line() + "," + at.column() + ")";
    }

    private String file(String name) {
        try {
            return base.resolve(name).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            return name;
        }
    }

    private static String oneLine(String text) {
        return text.lines().reduce((one, other) -> one + ' ' + other).orElse("");
    }
}
