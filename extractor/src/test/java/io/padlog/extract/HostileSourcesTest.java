package io.padlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.padlog.extract.facts.Table;
import io.padlog.extract.source.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a source holds, the run ends and the other sources are read. The minute is no measure of speed. */
class HostileSourcesTest {
    private static final ExtractOptions.Platform PLATFORM = new ExtractOptions.Platform(
            Set.of(), Set.of(), Set.of("Next"), Map.of("Acquire", Set.of(0)), Map.of());
    private static final String GOOD = """
            struct device { void *lock; int count; };
            #define LIMIT(x) ((x) > 3 ? (x) : 3)
            int good(struct device *device, int mode) {
                switch (mode) { case 1: device->count++; break; default: goto out; }
                for (int i = 0; i < LIMIT(mode); i++) { if (i && device->lock) { Acquire(device->lock); } }
            out:
                return device->count;
            }
            """;

    private static Extraction extract(Map<String, byte[]> sources, int threads) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/tree");
            Files.createDirectories(root);
            for (Map.Entry<String, byte[]> source : sources.entrySet()) {
                Files.write(root.resolve(source.getKey()), source.getValue());
            }
            return Extractor.extract(List.of(root),
                    new ExtractOptions(List.of(), Map.of(), Set.of(), List.of(), threads, PLATFORM));
        });
    }

    private static Extraction beside(byte[] source) {
        return extract(Map.of("good.c", GOOD.getBytes(StandardCharsets.UTF_8), "hostile.c", source, "hostile.cpp", source), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "g(", "a + ", "a, ", "a ? b : ", "a && ", "else if (a) b(); ", "M(", "l: ", "*", "!", "class A { ",
        "namespace a { ", "a<", "a::", "new T(", "[](int a) { ", "static_cast<T>(", "G g; if (a) return; "})
    void longAndDeep(String piece) {
        Extraction extraction = beside(
                ("#define M(x) x\nint f(int a) { " + piece.repeat(20_000) + "1; }").getBytes(StandardCharsets.UTF_8));
        assertThat(extraction.coverage().files()).isEqualTo(3);
        assertThat(extraction.coverage().functions()).isPositive();
    }

    @Test
    void valuesThatNeverSettle() {
        Extraction extraction = beside("""
                void f(void *p) { p = 0; for (;;) { p = Next(p, p); Acquire(p); } }
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(extraction.coverage().functions()).isEqualTo(3);
    }

    @Test
    void manyAssignments() {
        StringBuilder source = new StringBuilder("int f(struct s *p) { Acquire(p->lock);\n");
        for (int i = 0; i < 5_000; i++) {
            source.append("int v%d = g(%d); if (v%d) p->x%d = v%d;\n".replace("%d", Integer.toString(i)));
        }
        Extraction extraction = beside(source.append(" return 0; }").toString().getBytes(StandardCharsets.UTF_8));
        assertThat(extraction.coverage().functions()).isEqualTo(3);
        assertThat(extraction.diagnostics()).anySatisfy(diagnostic -> {
            assertThat(diagnostic.kind()).isEqualTo(Diagnostic.Kind.LIMIT);
            assertThat(diagnostic.message()).startsWith("function 'f' is too large").endsWith("is not followed");
        });
    }

    @Test
    void tenThousandLocals() {
        StringBuilder source = new StringBuilder("int f(struct s *p) { Acquire(p->lock);\n");
        for (int i = 0; i < 10_000; i++) {
            source.append("struct t *v%d = p; if (v%d->x) { v%d = 0; }\n".replace("%d", Integer.toString(i)));
        }
        Extraction extraction = beside(source.append(" return 0; }").toString().getBytes(StandardCharsets.UTF_8));
        assertThat(extraction.coverage().functions()).isEqualTo(3);
        assertThat(extraction.facts().tables().get("local").rows()).isGreaterThanOrEqualTo(20_000);
    }

    @Test
    void moreNodesThanAreCorrelated() {
        Extraction extraction = beside(("int f(struct s *p) { Acquire(p->lock);\n" + "if (p->x) g(p);\n".repeat(60_000)
                + " return 0; }").getBytes(StandardCharsets.UTF_8));
        assertThat(extraction.diagnostics()).anySatisfy(diagnostic -> {
            assertThat(diagnostic.kind()).isEqualTo(Diagnostic.Kind.LIMIT);
            assertThat(diagnostic.message()).startsWith("function 'f' is too large").endsWith("are not correlated");
        });
        Table uncertain = extraction.facts().tables().get("uncertain_path");
        assertThat(extraction.facts().symbols().text(uncertain.get(0, 2))).isEqualTo("large");
    }

    @Test
    void truncatedAnywhere() {
        Map<String, byte[]> sources = new TreeMap<>();
        byte[] whole = GOOD.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            sources.put("cut" + length + ".c", Arrays.copyOf(whole, length));
        }
        sources.put("whole.c", whole);
        assertThat(extract(sources, 2).coverage().files()).isEqualTo(whole.length + 1);
    }

    /** Drivers of testdata, each with some of its bytes changed, repeated, or put in from another one. */
    @Test
    void mutated() throws IOException {
        long seed = 20_260_101;
        Random random = new Random(seed);
        List<Path> drivers = drivers();
        Map<String, byte[]> sources = new TreeMap<>();
        for (int number = 0; number < 300; number++) {
            Path driver = drivers.get(random.nextInt(drivers.size()));
            byte[] mutant = Files.readAllBytes(driver);
            byte[] other = Files.readAllBytes(drivers.get(random.nextInt(drivers.size())));
            for (int change = random.nextInt(12); change >= 0; change--) {
                int at = random.nextInt(mutant.length);
                switch (random.nextInt(4)) {
                    case 0 -> mutant[at] = (byte) random.nextInt(256);
                    case 1 -> mutant[at] = (byte) "(){}[];,#\"'\\\n*&:?=".charAt(random.nextInt(18));
                    case 2 -> mutant[at] = mutant[random.nextInt(mutant.length)];
                    default -> {
                        int length = random.nextInt(Math.min(200, Math.min(other.length, mutant.length - at) + 1));
                        System.arraycopy(other, random.nextInt(other.length - length + 1), mutant, at, length);
                    }
                }
            }
            String name = driver.getFileName().toString();
            sources.put("mutant" + number + name.substring(name.lastIndexOf('.')), mutant);
        }
        Extraction one = extract(sources, 1);
        Extraction two = extract(sources, 2);
        assertThat(one.coverage()).as("seed " + seed).isEqualTo(two.coverage());
        one.facts().tables().forEach((name, table) ->
                assertThat(rows(two, name)).as(name + ", seed " + seed).isEqualTo(rows(one, name)));
        assertThat(two.diagnostics().toString()).as("seed " + seed).isEqualTo(one.diagnostics().toString());
    }

    private static List<Path> drivers() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../testdata"))) {
            return files.filter(file -> file.toString().matches(".*\\.(c|cpp)")).sorted().toList();
        }
    }

    private static String rows(Extraction extraction, String relation) {
        StringBuilder text = new StringBuilder();
        Table table = extraction.facts().tables().get(relation);
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.arity(); column++) {
                text.append(table.get(row, column)).append(' ');
            }
        }
        return text.toString();
    }
}
