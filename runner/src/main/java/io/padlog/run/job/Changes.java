package io.padlog.run.job;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which lines differ from an earlier revision, and which findings that can have to do with. */
public final class Changes {
    private static final Pattern HUNK = Pattern.compile("@@ -\\S+ \\+(\\d+)(?:,(\\d+))? @@.*");
    private static final String NEW_FILE = "+++ b/";

    /** For each file as reports name it, the first line of each changed range and its last. */
    private final Map<String, TreeMap<Integer, Integer>> ranges = new HashMap<>();

    private Changes() {}

    /**
     * What git tells.
     *
     * @param base what the file names of findings are relative to
     * @throws PadlogException if git is not there, or knows no such revision
     */
    public static Changes since(String revision, Path base) {
        if (revision.startsWith("-")) {
            throw new PadlogException(ExitStatus.USAGE, "--diff " + revision + ": no revision");
        }
        Changes changes = new Changes();
        changes.readDiff(git(base, "diff", "--no-ext-diff", "--no-color", "--unified=0", "--relative", revision, "--", "."), revision);
        for (String file : git(base, "ls-files", "--others", "--exclude-standard", "--", ".").lines) {
            changes.ranges.computeIfAbsent(file, name -> new TreeMap<>()).put(1, Integer.MAX_VALUE);
        }
        return changes;
    }

    /** What git wrote. */
    private record Output(List<String> lines, int status) {}

    private void readDiff(Output diff, String revision) {
        if (diff.status != 0) {
            String reason = diff.lines.isEmpty() ? "git failed" : diff.lines.get(0);
            throw new PadlogException(ExitStatus.USAGE, "--diff " + revision + ": " + reason);
        }
        String file = "";
        for (String line : diff.lines) {
            Matcher hunk = HUNK.matcher(line);
            if (line.startsWith(NEW_FILE)) {
                file = line.substring(NEW_FILE.length());
            } else if (hunk.matches()) {
                int first = Integer.parseInt(hunk.group(1));
                int lines = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
                // Where lines were only taken away, both neighbours count as changed.
                ranges.computeIfAbsent(file, name -> new TreeMap<>())
                        .merge(first, lines == 0 ? first + 1 : first + lines - 1, Math::max);
            }
        }
    }

    private static Output git(Path base, String... args) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false", "-C", base.toString()));
        command.addAll(List.of(args));
        try {
            Path errors = Files.createTempFile("padlog", ".txt");
            try {
                Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
                process.getOutputStream().close();
                List<String> lines = new ArrayList<>();
                try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                    out.lines().forEach(lines::add);
                }
                int status = process.waitFor();
                return new Output(status == 0 ? lines : Files.readAllLines(errors), status);
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, "--diff: git cannot be started; is it installed?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PadlogException(ExitStatus.INCOMPLETE, "interrupted", e);
        }
    }

    /** Whether a change lies where the finding's path goes: between the first and the last step in one of its functions. */
    public boolean touch(Finding finding) {
        Map<String, int[]> spans = new TreeMap<>();
        span(finding.at(), finding.function(), spans);
        finding.acquire().ifPresent(at -> span(at, finding.acquireFunction(), spans));
        for (Step step : finding.trace().steps()) {
            span(step.at(), step.function(), spans);
        }
        return spans.entrySet().stream().anyMatch(
                span -> changed(span.getKey().substring(0, span.getKey().indexOf('\0')), span.getValue()[0], span.getValue()[1]));
    }

    private static void span(Location at, String function, Map<String, int[]> spans) {
        int[] span = spans.computeIfAbsent(at.file() + '\0' + function, key -> new int[] {at.line(), at.line()});
        span[0] = Math.min(span[0], at.line());
        span[1] = Math.max(span[1], at.line());
    }

    private boolean changed(String file, int first, int last) {
        return ranges.getOrDefault(file, new TreeMap<>()).headMap(last, true).values().stream().anyMatch(end -> end >= first);
    }
}
