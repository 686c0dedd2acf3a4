package io.padlog.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Runs the same programs over the same facts with both engines, as cold processes by turns, and prints how they compare.
 * The least CPU time of a few runs ({@code RUNS}) counts, since other work on the machine only ever adds. Started by {@code engine-bench}.
 */
public final class EngineBench {
    private static final int RUNS = Integer.parseInt(System.getenv().getOrDefault("RUNS", "3"));

    private final Path runner;
    private final Path folder;

    private EngineBench(Path runner, Path folder) {
        this.runner = runner;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        EngineBench bench = new EngineBench(Path.of(args[0]), Path.of(args[1]));
        System.out.println("CPU seconds, MiB; ratios are embedded / Soufflé");
        List<String> chosen = new ArrayList<>(Arrays.asList(args).subList(2, args.length));
        for (Classic classic : Classic.values()) {
            if (args.length == 2 || chosen.remove(classic.name())) {
                bench.classic(classic);
            }
        }
        for (String tree : chosen) {
            bench.tree(Path.of(tree));
        }
    }

    /** What one process took. */
    private record Cost(double cpu, double wall, double memory, String output) {
        Cost least(Cost other) {
            return new Cost(
                    Math.min(cpu, other.cpu), Math.min(wall, other.wall), Math.min(memory, other.memory), output);
        }
    }

    private void classic(Classic classic) throws IOException, InterruptedException {
        Path facts = folder.resolve(classic.name());
        Path program = classic.write(facts);
        List<String> exchange = List.of("-j", "1", "-F", facts.toString(), "-D", facts.toString());
        List<String> embedded = command(List.of(runner.resolve("bin/padlog").toString(), "datalog"), exchange, program);
        List<String> souffle = command(List.of("souffle"), exchange, program);
        compare(classic.name(), embedded, souffle);
        if (System.getenv().containsKey("COMPILED")) {
            Path binary = facts.resolve("program");
            run(List.of("souffle", "-o", binary.toString(), program.toString()));
            List<String> compiled = new ArrayList<>(List.of(binary.toString()));
            compiled.addAll(exchange);
            compare(classic.name() + " (compiled)", embedded, compiled);
        }
        if (System.getenv().containsKey("BY_HAND") && classic != Classic.POINTS_TO) {
            byHand(classic == Classic.TRANSITIVE_CLOSURE ? "closure" : "generation", facts);
        }
    }

    /** How much less loops written by hand take than the engine, which is what code made for each rule could gain at best. */
    private void byHand(String what, Path facts) throws IOException, InterruptedException {
        double engine = Double.MAX_VALUE;
        double hand = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            engine = Math.min(engine, byHand(what, facts, "engine"));
            hand = Math.min(hand, byHand(what, facts, "hand"));
        }
        System.out.printf(Locale.ROOT, "%-44s engine %.2f s, by hand %.2f s: %.2f%n", what + ", in memory", engine, hand, hand / engine);
    }

    private double byHand(String what, Path facts, String how) throws IOException, InterruptedException {
        return Double.parseDouble(run(List.of(
                "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m", "-cp", System.getProperty("java.class.path"),
                "io.padlog.run.engine.embedded.ByHand", what, facts.toString(), how)).output.strip());
    }

    private static List<String> command(List<String> start, List<String> exchange, Path program) {
        List<String> command = new ArrayList<>(start);
        command.addAll(exchange);
        command.add(program.toString());
        return command;
    }

    private void compare(String name, List<String> embedded, List<String> souffle) throws IOException, InterruptedException {
        Cost ours = run(embedded);
        Cost theirs = run(souffle);
        for (int i = 1; i < RUNS; i++) {
            ours = ours.least(run(embedded));
            theirs = theirs.least(run(souffle));
        }
        print(name, ours, theirs);
        if (!sorted(ours.output).equals(sorted(theirs.output))) {
            throw new IllegalStateException(name + ": " + ours.output + " is not " + theirs.output);
        }
    }

    private static String sorted(String output) {
        return output.lines().sorted().collect(Collectors.joining("\n"));
    }

    /** All rules over a tree's facts: ours are in memory, Soufflé reads the relations that the rules use from text. */
    private void tree(Path tree) throws IOException, InterruptedException {
        Path work = folder.resolve("tree");
        List<String> embedded = List.of(
                "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=50", "-Xss4m",
                "-cp", System.getProperty("java.class.path"), "io.padlog.run.TreeRun", tree.toString(), work.toString());
        Cost ours = rules(run(embedded));
        Path results = Files.createDirectories(work.resolve("results"));
        List<String> souffle = List.of(
                "souffle", "-I", work.resolve("queries").toString(), "-F", work.resolve("facts").toString(),
                "-D", results.toString(), work.resolve("check.dl").toString());
        Cost theirs = run(souffle);
        for (int i = 1; i < RUNS; i++) {
            ours = ours.least(rules(run(embedded)));
            theirs = theirs.least(run(souffle));
        }
        print("rules over " + tree.getFileName() + " (memory: with the extraction)", ours, theirs);
        long rows = 0;
        try (var files = Files.list(results)) {
            for (Path file : files.toList()) {
                try (var lines = Files.lines(file)) {
                    rows += lines.count();
                }
            }
        }
        if (rows != Long.parseLong(ours.output)) {
            throw new IllegalStateException(ours.output + " rows, and " + rows + " of Soufflé");
        }
    }

    /** What the rules took of a run that extracts the facts, too. */
    private static Cost rules(Cost whole) {
        String[] told = whole.output.strip().split(" ");
        return new Cost(Double.parseDouble(told[0]), Double.parseDouble(told[1]), whole.memory, told[2]);
    }

    private static void print(String name, Cost ours, Cost theirs) {
        System.out.printf(
                Locale.ROOT,
                "%-44s embedded %6.2f s %5.0f MiB   Soufflé %6.2f s %5.0f MiB   time %.2f   wall %.2f   memory %.2f%n",
                name, ours.cpu, ours.memory, theirs.cpu, theirs.memory,
                ours.cpu / theirs.cpu, ours.wall / theirs.wall, ours.memory / theirs.memory);
    }

    private Cost run(List<String> command) throws IOException, InterruptedException {
        Path taken = folder.resolve("taken");
        List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-o", taken.toString(), "-f", "%U %S %e %M"));
        timed.addAll(command);
        Process process = new ProcessBuilder(timed).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
        String[] parts = Files.readString(taken).strip().split(" ");
        return new Cost(
                Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]) / 1024,
                output);
    }
}
