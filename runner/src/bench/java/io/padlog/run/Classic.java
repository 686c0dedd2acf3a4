package io.padlog.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A well-known program and a seeded maker of facts for it. */
enum Classic {
    TRANSITIVE_CLOSURE("""
            .decl edge(x: number, y: number)
            .input edge
            .decl path(x: number, y: number)
            .printsize path
            path(x, y) :- edge(x, y).
            path(x, z) :- path(x, y), edge(y, z).
            """) {
        /** 2,470 chains of 81 nodes with some short cuts: 8 million paths. */
        @Override
        void facts(Random random, Path folder) throws IOException {
            int length = 81;
            try (Writer edge = Files.newBufferedWriter(folder.resolve("edge.facts"))) {
                for (int first = 0; first < 2470 * length; first += length) {
                    for (int i = 0; i < length - 1; i++) {
                        row(edge, first + i, first + i + 1);
                        if (random.nextInt(10) == 0) {
                            row(edge, first + i, first + Math.min(length - 1, i + 2 + random.nextInt(9)));
                        }
                    }
                }
            }
        }
    },
    POINTS_TO("""
            .decl new(v: number, o: number)
            .decl assign(v: number, w: number)
            .decl load(v: number, w: number, f: number)
            .decl store(v: number, f: number, w: number)
            .input new, assign, load, store
            .decl points(v: number, o: number)
            .decl heap(o: number, f: number, p: number)
            .printsize points, heap
            points(v, o) :- new(v, o).
            points(v, o) :- assign(v, w), points(w, o).
            points(v, o) :- load(v, w, f), points(w, b), heap(b, f, o).
            heap(b, f, o) :- store(v, f, w), points(v, b), points(w, o).
            """) {
        /** Enough that the data count in the memory, not only what Java takes before it has any. */
        private static final int FUNCTIONS = 60_000;
        private static final int VARIABLES = 20;

        /** Functions of 20 variables, whose values come from near functions. */
        @Override
        void facts(Random random, Path folder) throws IOException {
            try (Writer made = Files.newBufferedWriter(folder.resolve("new.facts"));
                    Writer assign = Files.newBufferedWriter(folder.resolve("assign.facts"));
                    Writer load = Files.newBufferedWriter(folder.resolve("load.facts"));
                    Writer store = Files.newBufferedWriter(folder.resolve("store.facts"))) {
                for (int function = 0; function < FUNCTIONS; function++) {
                    for (int i = 0; i < 5; i++) {
                        row(made, own(function, random), function * 5 + i);
                    }
                    for (int i = 0; i < 17; i++) {
                        row(assign, near(function, random), own(function, random));
                    }
                    for (int i = 0; i < 3; i++) {
                        row(load, near(function, random), own(function, random), random.nextInt(6));
                        row(store, near(function, random), random.nextInt(6), own(function, random));
                    }
                }
            }
        }

        private static int own(int function, Random random) {
            return function * VARIABLES + random.nextInt(VARIABLES);
        }

        private static int near(int function, Random random) {
            int other = random.nextInt(5) > 0 ? function : Math.min(FUNCTIONS - 1, function + 1 + random.nextInt(30));
            return own(other, random);
        }
    },
    SAME_GENERATION("""
            .decl parent(x: number, y: number)
            .input parent
            .decl same(x: number, y: number)
            .printsize same
            same(x, y) :- parent(x, p), parent(y, p).
            same(x, y) :- parent(x, p), same(p, q), parent(y, q).
            """) {
        @Override
        void facts(Random random, Path folder) throws IOException {
            try (Writer parent = Files.newBufferedWriter(folder.resolve("parent.facts"))) {
                for (int child = 1; child < 12_000; child++) {
                    row(parent, child, Math.max(0, child - 3000) + random.nextInt(Math.min(child, 3000)));
                }
            }
        }
    };

    private static final int SEED = 7;

    private final String program;

    Classic(String program) {
        this.program = program;
    }

    abstract void facts(Random random, Path folder) throws IOException;

    /** Writes program and facts.
     *  @return the program */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        facts(new Random(SEED), folder);
        return Files.writeString(folder.resolve("program.dl"), program);
    }

    private static void row(Writer out, int... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "" : "\t");
            out.write(Integer.toString(cells[i]));
        }
        out.write('\n');
    }
}
