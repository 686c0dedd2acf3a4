package io.padlog.run.engine.souffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.Programs;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.EngineResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SouffleEngineTest {
    private final List<String> warnings = new ArrayList<>();

    private SouffleEngine souffle() {
        Optional<SouffleEngine> engine = SouffleEngine.find(Optional.empty(), System.getenv(), warnings::add);
        Assumptions.assumeTrue(engine.isPresent(), "Soufflé is not installed; put it on the search path or name it in PADLOG_SOUFFLE");
        return engine.get();
    }

    private static EngineRequest request(String program, Facts facts, String... wanted) {
        return new EngineRequest(
                Programs.source(program), facts, List.of(wanted), 2, Optional.of(Duration.ofSeconds(60)));
    }

    private static EngineRequest request(String program, String... wanted) {
        return request(program, new Facts(new Symbols(), Map.of()), wanted);
    }

    private static List<String> rows(EngineResult result, String relation) {
        EngineResult.Relation found = result.relations().get(relation);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < found.rows().rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < found.columns().size(); column++) {
                int cell = found.rows().get(row, column);
                cells.add(switch (found.columns().get(column).kind()) {
                    case NUMBER -> Integer.toString(cell);
                    case UNSIGNED -> Integer.toUnsignedString(cell);
                    case FLOAT -> Float.toString(Float.intBitsToFloat(cell));
                    case SYMBOL -> result.symbols().text(cell);
                });
            }
            rows.add(String.join("|", cells));
        }
        return rows;
    }

    @Test
    void readsFactFilesWhereTheyLie(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("word.facts"), "1\ta \"b\"\n2\tc\n");
        EngineRequest request = new EngineRequest(
                Programs.source(".decl word(n: number, s: symbol)\n.input word\n.output word\n"),
                new Facts(new Symbols(), Map.of()), List.of(), 1, Optional.of(Duration.ofSeconds(60)), Optional.of(folder));
        assertThat(rows(souffle().run(request), "word")).containsExactly("1|a \"b\"", "2|c");
    }

    @Test
    void keepsCompiledProgramsByTheirContent(@TempDir Path cache) throws IOException {
        Assumptions.assumeTrue(Boolean.getBoolean("padlog.compile"), "C++ takes a quarter of a minute: -Dpadlog.compile=true");
        SouffleEngine engine = souffle().compilingInto(cache);
        EngineRequest request = request(".decl a(x: number)\na(1).\na(x + 1) :- a(x), x < 3.\n.output a\n");
        assertThat(rows(engine.run(request), "a")).containsExactly("1", "2", "3");
        List<Path> kept = files(cache);
        assertThat(kept).hasSize(1);
        Files.write(kept.get(0), "#!/bin/sh\nexit 3\n".getBytes());
        assertThatThrownBy(() -> engine.run(request)).hasMessageContaining("exit status 3");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    @Test
    void errorsAreWordedAsWithTheOtherEngine() {
        SouffleEngine engine = souffle();
        assertThatThrownBy(() -> engine.run(request(".decl a(x: number)\na(x) :- a(_).\n.output a\n")))
                .hasMessageContaining("2:3: ungrounded variable 'x': no atom or equation of the body gives it a value");
    }

    @Test
    void evaluatesAProgramOverFacts() {
        Symbols symbols = new Symbols();
        Table edges = new Table(2);
        edges.add(symbols.number("a"), symbols.number("b"));
        edges.add(symbols.number("b"), symbols.number("c"));
        EngineResult result = souffle().run(request("""
            .decl edge(x: symbol, y: symbol)
            .input edge
            .decl path(x: symbol, y: symbol)
            path(x, y) :- edge(x, y).
            path(x, z) :- path(x, y), edge(y, z).
            .output path
            .printsize path
            """, new Facts(symbols, Map.of("edge", edges))));
        assertThat(result.relations().keySet()).containsExactly("path");
        assertThat(rows(result, "path")).containsExactly("a|b", "a|c", "b|c");
        assertThat(result.printed()).containsExactly("path\t3");
    }

    @Test
    void everyKindOfValueSurvives() {
        Symbols symbols = new Symbols();
        String odd = "tab\t quote\" back\\slash, \n\u00e9\\\"";
        Table table = new Table(4);
        table.add(-5, -1, Float.floatToIntBits(0.1f), symbols.number(odd));
        table.add(-6, 1, Float.floatToIntBits(Float.NEGATIVE_INFINITY), symbols.number(""));
        Table nullary = new Table(0);
        nullary.add();
        EngineResult result = souffle().run(request("""
            .decl v(n: number, u: unsigned, f: float, s: symbol)
            .input v
            .decl yes()
            .decl no()
            .input yes, no
            """, new Facts(symbols, Map.of("v", table, "yes", nullary)), "v", "yes", "no"));
        assertThat(rows(result, "v")).containsExactly("-6|1|-Infinity|", "-5|4294967295|0.1|" + odd);
        assertThat(rows(result, "yes")).hasSize(1);
        assertThat(rows(result, "no")).isEmpty();
    }

    @Test
    void recordsAreSymbolsAsSouffleWritesThem() {
        EngineResult result = souffle().run(request("""
            .type L = [head: symbol, tail: L]
            .type T = Leaf {} | Node {n: number, t: T}
            .decl r(l: L, t: T)
            r(["a,\\"b", ["c", nil]], $Node(1, $Leaf())).
            """, "r"));
        assertThat(rows(result, "r")).containsExactly("[a,\"b, [c, nil]]|$Node(1, $Leaf)");
    }

    /** Half a character comes before a whole one, and one outside of the basic plane last, as in their bytes. */
    @Test
    void rowsComeInTheOrderOfTheirBytes() {
        EngineResult result = souffle().run(request("""
            .decl s(x: symbol)
            s("é"). s(substr("é", 1, 1)). s("\uD83D\uDE00"). s("\uFF01"). s("a").
            """, "s"));
        assertThat(rows(result, "s")).containsExactly("a", "\uDCA9", "é", "\uFF01", "\uD83D\uDE00");
    }

    @Test
    void directivesForFilesAreIgnored(@TempDir Path folder) {
        String program = ".decl a(x: number)\n.input a(filename=\"" + folder.resolve("none") + "\")\n"
                + ".comp C { .decl b(x: number) b(x) :- a(x). .output b(IO=stdout) }\n.init c = C\n";
        Table rows = new Table(1);
        rows.add(7);
        EngineResult result = souffle().run(request(program, new Facts(new Symbols(), Map.of("a", rows))));
        assertThat(rows(result, "c.b")).containsExactly("7");
    }

    @Test
    void errorsAreToldWhereTheUserWroteThem() {
        String program = """
            .decl a(x: number)

            a(x) :-
              a(x),
              missing(x).
            """;
        SouffleEngine engine = souffle();
        assertThatThrownBy(() -> engine.run(request(program)))
                .isInstanceOf(PadlogException.class)
                .hasMessage("t.dl:5:3: unknown relation 'missing'")
                .extracting(e -> ((PadlogException) e).status())
                .isEqualTo(ExitStatus.USAGE);
        assertThatThrownBy(() -> engine.run(request(".decl a(")))
                .hasMessage("t.dl:1:9: unexpected end of the program; identifier is expected here");
    }

    @Test
    void warningsAreHandedOn() {
        souffle().run(request(".decl a(x: number)\n.decl b(x: number)\na(x) :- b(x).\n", "a"));
        assertThat(warnings).containsExactly("t.dl:2:7: No rules/facts defined for relation b");
    }

    @Test
    void aTimeOutStopsIt() {
        String endless = """
            .decl n(x: number)
            n(0).
            n(x + 1) :- n(x), x < 2000000000.
            """;
        EngineRequest request = new EngineRequest(Programs.source(endless), new Facts(new Symbols(), Map.of()),
                List.of("n"), 1, Optional.of(Duration.ofMillis(300)));
        SouffleEngine engine = souffle();
        assertThatThrownBy(() -> engine.run(request))
                .hasMessage("Soufflé was stopped after 300 ms; give it more with --timeout")
                .extracting(e -> ((PadlogException) e).status())
                .isEqualTo(ExitStatus.INCOMPLETE);
    }

    @Test
    void aMissingExecutableIsNamed() {
        assertThatThrownBy(() -> SouffleEngine.find(Optional.empty(), Map.of("PADLOG_SOUFFLE", "/no/such"), warnings::add))
                .hasMessage("there is no Soufflé at /no/such, which PADLOG_SOUFFLE names; correct it, or use --engine embedded");
        assertThat(SouffleEngine.find(Optional.empty(), Map.of("PATH", "/no/such"), warnings::add)).isEmpty();
        assertThatThrownBy(() -> SouffleEngine.require(Optional.empty(), Map.of(), warnings::add))
                .hasMessageStartingWith("Soufflé is not on the search path");
    }

    @Test
    void endsAreToldApart(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a Unix shell to play Soufflé");
        assertThatThrownBy(() -> fake(folder, "2.1", "true")).hasMessageContaining("is Soufflé 2.1; 2.3 or newer is needed");
        assertEnd(folder, "kill -9 $$", "Soufflé was killed, most likely because memory ran out");
        assertEnd(folder, "kill -11 $$", "Soufflé crashed with signal 11");
        assertEnd(folder, "echo 'write: No space left on device' >&2; exit 1", "the disk is full");
        assertEnd(folder, "echo 'Error: odd' >&2; exit 1", "Soufflé failed with exit status 1:\nError: odd");
    }

    /** As a compiler that Soufflé starts, and that holds its outputs open. */
    private static final String CHILD = "sleep 100 & echo $! > %s; wait";

    @Test
    void aTimeOutStopsWhatItStartedToo(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a Unix shell to play Soufflé");
        Path child = folder.resolve("child");
        SouffleEngine engine = fake(folder, "2.4", String.format(CHILD, child));
        EngineRequest request = new EngineRequest(Programs.source(".decl a()\na().\n"), new Facts(new Symbols(), Map.of()),
                List.of("a"), 1, Optional.of(Duration.ofSeconds(1)));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThatThrownBy(() -> engine.run(request))
                .hasMessage("Soufflé was stopped after 1 s; give it more with --timeout"));
        assertGone(child);
    }

    @Test
    void anInterruptLeavesNoProcess(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a Unix shell to play Soufflé");
        Path child = folder.resolve("child");
        SouffleEngine engine = fake(folder, "2.4", String.format(CHILD, child));
        Thread asking = Thread.currentThread();
        Thread impatient = new Thread(() -> {
            while (child.toFile().length() == 0) {
                Thread.onSpinWait();
            }
            asking.interrupt();
        });
        impatient.start();
        try {
            assertThatThrownBy(() -> engine.run(request(".decl a()\na().\n", "a")))
                    .hasMessage("Soufflé was stopped because the work was cancelled")
                    .extracting(e -> ((PadlogException) e).status())
                    .isEqualTo(ExitStatus.INCOMPLETE);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        impatient.join();
        assertGone(child);
    }

    private static void assertGone(Path child) throws Exception {
        Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(Files.readString(child).strip()));
        if (left.isPresent()) {
            assertThat(left.get().onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    private void assertEnd(Path folder, String script, String message) throws Exception {
        SouffleEngine engine = fake(folder, "2.4", script);
        assertThatThrownBy(() -> engine.run(request(".decl a()\na().\n", "a")))
                .hasMessageStartingWith(message)
                .extracting(e -> ((PadlogException) e).status())
                .isEqualTo(ExitStatus.ENGINE);
    }

    private SouffleEngine fake(Path folder, String version, String script) throws Exception {
        Path file = Files.createTempFile(folder, "souffle", "");
        Files.writeString(file, "#!/bin/sh\nif [ \"$1\" = --help ]; then echo 'Version: " + version + "'; exit 0; fi\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return SouffleEngine.require(Optional.of(file), Map.of(), warnings::add);
    }

    @Test
    void leavesNoFolderBehind() throws Exception {
        SouffleEngine engine = souffle();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before = workspaces(temporary);
        engine.run(request(".decl a()\na().\n", "a"));
        assertThatThrownBy(() -> engine.run(request(".decl a()\na() :- b().\n"))).isInstanceOf(PadlogException.class);
        List<Path> after = workspaces(temporary);
        after.removeAll(before);
        assertThat(after).isEmpty();
    }

    private static List<Path> workspaces(Path temporary) throws Exception {
        try (var found = Files.list(temporary)) {
            return new ArrayList<>(found.filter(path -> path.getFileName().toString().startsWith("padlog-souffle-")).toList());
        }
    }
}
