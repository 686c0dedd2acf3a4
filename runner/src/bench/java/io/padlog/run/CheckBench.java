package io.padlog.run;

import io.padlog.extract.preprocess.Preprocessor;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import io.padlog.extract.unit.Units;
import io.padlog.run.job.Drivers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Says how fast a check was, and which of padlog's packages its threads were in. Started by {@code check-bench}. */
public final class CheckBench {
    private static final String OWN = "io.padlog.";
    private static final Duration PERIOD = Duration.ofMillis(5);

    private CheckBench() {}

    /** @param args wall seconds of a check that was timed before, then the tree's files and folders */
    public static void main(String[] args) throws IOException {
        List<Path> roots = Arrays.stream(args).skip(1).map(Path::of).toList();
        Map<String, Integer> samples = sampled(roots);
        rates(Double.parseDouble(args[0]), roots);
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(room -> System.out.printf(Locale.ROOT, "%5.1f %%  %s%n", 100.0 * room.getValue() / all, room.getKey()));
    }

    private static void rates(double seconds, List<Path> roots) throws IOException {
        long lines = 0;
        long tokens = 0;
        Preprocessor preprocessor = new Preprocessor(roots.get(0), roots, Map.of(), List.of(), Set.of());
        for (Unit unit : Units.find(roots, List.of(), 1).units()) {
            Preprocessor.Session session = preprocessor.session(unit);
            for (SourceFile source : unit.sources()) {
                lines += Files.readString(source.path(), StandardCharsets.ISO_8859_1).lines().count();
                tokens += session.preprocess(source).tokens().size();
            }
        }
        System.out.printf(Locale.ROOT, "%d lines of sources, %.0f a second; %d tokens with those of headers, %.0f a second%n",
                lines, lines / seconds, tokens, tokens / seconds);
    }

    /** Runs a check.
     *  @return samples by the package of padlog that was at work, itself or through others */
    private static Map<String, Integer> sampled(List<Path> roots) throws IOException {
        Path file = Files.createTempFile("check", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
            recording.start();
            Drivers.at(roots.toArray(Path[]::new)).check();
            recording.stop();
            recording.dump(file);
        }
        Map<String, Integer> samples = new TreeMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            for (RecordedFrame frame : event.getStackTrace().getFrames()) {
                // A lambda's class is called by its owner's name and more.
                String type = frame.getMethod().getType().getName().split("\\$\\$")[0];
                if (type.startsWith(OWN)) {
                    samples.merge(type.substring(OWN.length(), type.lastIndexOf('.')), 1, Integer::sum);
                    break;
                }
            }
        }
        Files.delete(file);
        return samples;
    }
}
