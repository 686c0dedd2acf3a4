package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.EngineRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What code made for each rule could gain at best: the same joins over the same stores as loops written by hand, and the
 * engine, each in a process of its own. Prints CPU seconds without the reading of facts. Started by {@code engine-bench}
 * with BY_HAND=1.
 */
public final class ByHand {
    private static final Budget BUDGET = new Budget(Optional.empty(), Integer.MAX_VALUE);

    private ByHand() {}

    /** Arguments: {@code closure} or {@code generation}, the folder of its facts and program, {@code hand} or {@code engine}. */
    public static void main(String[] args) throws IOException {
        boolean closure = args[0].equals("closure");
        Path folder = Path.of(args[1]);
        String relation = closure ? "edge" : "parent";
        Table facts = pairs(folder.resolve(relation + ".facts"));
        String program = Files.readString(folder.resolve("program.dl"));
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (!args[2].equals("hand")) {
            ProgramSource source = new ProgramSource("program.dl", program, (path, from) -> Optional.empty());
            new EmbeddedEngine(Integer.MAX_VALUE).run(new EngineRequest(
                    source, new Facts(new Symbols(), Map.of(relation, facts)), List.of(), 1, Optional.empty()));
        } else if (closure) {
            closure(facts);
        } else {
            generation(facts);
        }
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        System.out.printf(Locale.ROOT, "%.3f%n", used / 1e9);
    }

    private static Table pairs(Path file) throws IOException {
        Table table = new Table(2);
        for (String line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            table.add(Integer.parseInt(line.substring(0, tab)), Integer.parseInt(line.substring(tab + 1)));
        }
        return table;
    }

    private static TupleStore loaded(Table facts) {
        TupleStore store = new TupleStore("facts", 2, BUDGET);
        store.load(facts);
        store.advance();
        return store;
    }

    private static void closure(Table facts) {
        TupleStore edge = loaded(facts);
        TupleStore path = new TupleStore("path", 2, BUDGET);
        RowIndex from = edge.index(new int[] {0});
        Offers offers = new Offers(path, false);
        int[] row = new int[2];
        for (int number = 0; number < edge.size(); number++) {
            row[0] = edge.cells()[number * 2];
            row[1] = edge.cells()[number * 2 + 1];
            offers.offer(row);
        }
        offers.flush();
        while (path.advance()) {
            int[] edges = edge.cells();
            for (int number = path.deltaFrom(), end = path.deltaTo(); number < end; number++) {
                row[0] = path.cells()[number * 2];
                for (int e = from.first(path.cells()[number * 2 + 1]); e >= 0; e = from.next(e)) {
                    row[1] = edges[e * 2 + 1];
                    offers.offer(row);
                }
            }
            offers.flush();
        }
    }

    private static void generation(Table facts) {
        TupleStore parent = loaded(facts);
        TupleStore same = new TupleStore("same", 2, BUDGET);
        RowIndex children = parent.index(new int[] {1});
        Offers offers = new Offers(same, false);
        int[] parents = parent.cells();
        for (int number = 0; number < parent.size(); number++) {
            children(children, parents, parents[number * 2], parents[number * 2 + 1], offers);
        }
        offers.flush();
        while (same.advance()) {
            for (int number = same.deltaFrom(), end = same.deltaTo(); number < end; number++) {
                int other = same.cells()[number * 2 + 1];
                for (int p = children.first(same.cells()[number * 2]); p >= 0; p = children.next(p)) {
                    children(children, parents, parents[p * 2], other, offers);
                }
            }
            offers.flush();
        }
    }

    /** Offers one person with all children of another. */
    private static void children(RowIndex children, int[] parents, int one, int parent, Offers offers) {
        int[] row = {one, 0};
        for (int p = children.first(parent); p >= 0; p = children.next(p)) {
            row[1] = parents[p * 2];
            offers.offer(row);
        }
    }
}
