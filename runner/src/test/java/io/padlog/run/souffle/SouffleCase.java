package io.padlog.run.souffle;

import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.job.Datalog;
import io.padlog.run.job.Deadline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One of Soufflé's tests: a folder with a program, its facts, and what Soufflé writes.
 *
 * @param expected the folder with what Soufflé writes
 */
record SouffleCase(String name, Path program, Path facts, Path expected) {
    private static final Pattern THEIR_PLACE = Pattern.compile("Error: .* in file .* at line (\\d+)\\s*");
    private static final Pattern OUR_PLACE = Pattern.compile(".*?:(\\d+):\\d+: .*");
    private static final Duration LIMIT = Duration.ofSeconds(100);

    /** What Soufflé does. */
    enum Expected { ACCEPT, REJECT, FUNCTORS }

    /**
     * What came of a test.
     *
     * @param hasPlace whether Soufflé names a line
     * @param reason empty if all is as it should be
     */
    record Verdict(Expected expected, boolean accepted, boolean hasPlace, String reason) {
        boolean isGood() {
            return reason.isEmpty();
        }
    }

    /** The tests of a folder: one, or one for each folder of facts; none if there is no program. */
    static List<SouffleCase> in(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        Path program = folder.resolve(name + ".dl");
        if (!Files.isRegularFile(program)) {
            return List.of();
        }
        if (Files.exists(folder.resolve(name + ".out"))
                && (Files.isDirectory(folder.resolve("facts")) || folders(folder, name).isEmpty())) {
            return List.of(new SouffleCase(name, program, folder.resolve("facts"), folder));
        }
        List<SouffleCase> cases = new ArrayList<>();
        for (Path facts : folders(folder, name)) {
            cases.add(new SouffleCase(name + "/" + facts.getFileName(), program, facts, facts));
        }
        return cases;
    }

    private static List<Path> folders(Path folder, String name) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(part -> Files.exists(part.resolve(name + ".out"))).sorted().toList();
        }
    }

    Verdict run() throws IOException {
        String base = program.getFileName().toString().replace(".dl", "");
        String errors = text(expected.resolve(base + ".err"));
        // Programs with functors in C++ lie beside their code.
        if (has(".cpp")) {
            return new Verdict(Expected.FUNCTORS, false, false, "");
        }
        Optional<Integer> place = errors.lines()
                .map(THEIR_PLACE::matcher)
                .filter(Matcher::matches)
                .map(line -> Integer.parseInt(line.group(1)))
                .findFirst();
        boolean rejects = errors.lines().anyMatch(line -> line.startsWith("Error")) || errors.contains("cannot parse");
        Path results = Files.createTempDirectory("souffle-test");
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            run(results, output);
            String difference = rejects
                    ? "accepted, but Soufflé says: " + errors.lines().filter(line -> line.startsWith("Error")).findFirst().orElse(errors)
                    : difference(results, output.toString(StandardCharsets.UTF_8), base);
            return new Verdict(rejects ? Expected.REJECT : Expected.ACCEPT, true, place.isPresent(), difference);
        } catch (PadlogException e) {
            return rejects ? new Verdict(Expected.REJECT, false, place.isPresent(), misplaced(place, e.getMessage()))
                    : new Verdict(Expected.ACCEPT, false, false, "refused: " + first(e.getMessage()));
        } catch (RuntimeException e) {
            return new Verdict(rejects ? Expected.REJECT : Expected.ACCEPT, rejects, place.isPresent(), "BUG: " + e);
        } finally {
            delete(results);
        }
    }

    private void run(Path results, ByteArrayOutputStream output) throws IOException {
        List<Path> parts;
        try (Stream<Path> found = Files.list(program.getParent())) {
            parts = found.filter(Files::isDirectory).sorted().toList();
        }
        boolean toStandard = program.toString().contains("stdout");
        Datalog.Options options = new Datalog.Options(
                facts, Optional.of(results).filter(any -> !toStandard), parts, List.of(), 2, true, Set.of(),
                Deadline.in(Optional.of(LIMIT)), EmbeddedEngine.DEFAULT_MAX_ROWS);
        Datalog datalog = new Datalog(QueryResources.installed(), options, warning -> { });
        datalog.run(datalog.check(program), new ByteArrayInputStream(new byte[0]), output);
    }

    private static String misplaced(Optional<Integer> place, String message) {
        List<Integer> lines = message.lines()
                .map(OUR_PLACE::matcher)
                .filter(Matcher::matches)
                .map(line -> Integer.parseInt(line.group(1)))
                .toList();
        return place.isEmpty() || lines.contains(place.get()) ? ""
                : "rejected at " + lines + " instead of line " + place.get() + ": " + first(message);
    }

    /** What is not as Soufflé wrote it, but for the order of lines; empty if nothing. */
    private String difference(Path results, String output, String base) throws IOException {
        Set<String> names = new TreeSet<>(names(expected));
        names.addAll(names(results));
        for (String name : names) {
            String wanted = text(expected.resolve(name));
            String found = text(results.resolve(name));
            if (!Files.exists(expected.resolve(name)) || !Files.exists(results.resolve(name))) {
                return name + (Files.exists(results.resolve(name)) ? " should not be there" : " is missing");
            }
            if (!sorted(wanted).equals(sorted(found))) {
                return name + " differs: " + firstDifference(sorted(wanted), sorted(found));
            }
        }
        List<String> wanted = sorted(text(expected.resolve(base + ".out")));
        List<String> found = sorted(output);
        return wanted.equals(found) ? "" : "standard output differs: " + firstDifference(wanted, found);
    }

    private static String firstDifference(List<String> wanted, List<String> found) {
        List<String> missing = new ArrayList<>(wanted);
        found.forEach(missing::remove);
        List<String> more = new ArrayList<>(found);
        wanted.forEach(more::remove);
        return missing.size() + " lines are missing, as " + missing.stream().findFirst() + ", " + more.size()
                + " are too many, as " + more.stream().findFirst();
    }

    private static List<String> sorted(String text) {
        return text.lines().sorted().toList();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return new TreeSet<>(found.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".csv")).toList());
        }
    }

    private boolean has(String suffix) throws IOException {
        try (Stream<Path> found = Files.list(program.getParent())) {
            return found.anyMatch(path -> path.toString().endsWith(suffix));
        }
    }

    /** Bytes as characters, since a test may have any. */
    private static String text(Path file) throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }

    private static String first(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
