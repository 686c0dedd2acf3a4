package io.padlog.run.souffle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs Soufflé's own published tests on the embedded engine and prints a table, and each failure with its reason.
 *
 * <p>Argument: the folder {@code tests} of a copy of Soufflé's sources; then, if wanted, names of tests.
 */
public final class SouffleTests {
    private static final List<String> CATEGORIES = List.of("evaluation", "example", "semantic", "syntactic");

    private SouffleTests() {}

    /** What is counted for a category. */
    private static final class Count {
        private int tests;
        private int functors;
        private int accepts;
        private int accepted;
        private int equal;
        private int rejects;
        private int rejected;
        private int places;
        private int atPlace;

        void add(SouffleCase.Verdict verdict) {
            tests++;
            switch (verdict.expected()) {
                case FUNCTORS -> functors++;
                case ACCEPT -> {
                    accepts++;
                    accepted += verdict.accepted() ? 1 : 0;
                    equal += verdict.isGood() ? 1 : 0;
                }
                case REJECT -> {
                    rejects++;
                    rejected += verdict.accepted() ? 0 : 1;
                    places += verdict.hasPlace() ? 1 : 0;
                    atPlace += verdict.hasPlace() && verdict.isGood() ? 1 : 0;
                }
            }
        }

        String row(String category) {
            return String.format("%-11s %5d %9d   %3d of %3d %6s   %3d of %3d %6s   %3d of %3d %6s   %3d of %3d %6s",
                    category, tests, functors, accepted, accepts, percent(accepted, accepts), equal, accepts,
                    percent(equal, accepts), rejected, rejects, percent(rejected, rejects), atPlace, places,
                    percent(atPlace, places));
        }

        private static String percent(int part, int whole) {
            return whole == 0 ? "-" : String.format("%.1f%%", 100.0 * part / whole);
        }
    }

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        List<String> names = List.of(args).subList(1, args.length);
        List<String> table = new ArrayList<>();
        for (String category : CATEGORIES) {
            Count count = new Count();
            for (Path folder : folders(root.resolve(category))) {
                if (!names.isEmpty() && !names.contains(folder.getFileName().toString())) {
                    continue;
                }
                for (SouffleCase test : SouffleCase.in(folder)) {
                    SouffleCase.Verdict verdict = test.run();
                    count.add(verdict);
                    if (!verdict.isGood()) {
                        System.out.println(category + "/" + test.name() + ": " + verdict.reason());
                    }
                }
            }
            table.add(count.row(category));
        }
        System.out.println();
        System.out.println("            tests  functors   accepted              outputs equal         rejected              at its line");
        table.forEach(System.out::println);
        System.exit(0);
    }

    private static List<Path> folders(Path category) throws IOException {
        try (Stream<Path> found = Files.list(category)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }
}
