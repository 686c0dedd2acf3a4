package io.padlog.run.report;

import io.padlog.run.catalog.Rule;
import io.padlog.run.finding.Baseline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What reports tell beside the result of a check.
 *
 * @param version of padlog
 * @param rules those that ran
 * @param base what the file names of the result are relative to
 * @param exitStatus what the command ends with
 * @param baseline the findings that were there before, if that is known
 * @param absent those of them that are not there any more
 */
public record ReportSetting(
        String version, List<Rule> rules, Path base, int exitStatus, Optional<Baseline> baseline, List<Baseline.Known> absent) {
    private static final String REPOSITORY = ".git";

    public ReportSetting {
        Objects.requireNonNull(version);
        rules = List.copyOf(rules);
        Objects.requireNonNull(base);
        Objects.requireNonNull(baseline);
        absent = List.copyOf(absent);
    }

    /** Without a baseline. */
    public ReportSetting(String version, List<Rule> rules, Path base, int exitStatus) {
        this(version, rules, base, exitStatus, Optional.empty(), List.of());
    }

    /** The lines that reports show. */
    SourceLines sources() {
        return new SourceLines(base);
    }

    /**
     * What comes before a file's name to name it from the root of its repository; "" outside of one. Code scanning
     * services know files by that name, wherever the check was started.
     */
    String repositoryPrefix() {
        return repositoryPrefix(base);
    }

    static String repositoryPrefix(Path base) {
        Path folder = base.toAbsolutePath().normalize();
        for (Path root = folder; root != null; root = root.getParent()) {
            if (Files.exists(root.resolve(REPOSITORY))) {
                StringBuilder prefix = new StringBuilder();
                if (!root.equals(folder)) {
                    root.relativize(folder).forEach(name -> prefix.append(name).append('/'));
                }
                return prefix.toString();
            }
        }
        return "";
    }
}
