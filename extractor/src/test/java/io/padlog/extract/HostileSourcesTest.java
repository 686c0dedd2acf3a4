package io.padlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.padlog.extract.facts.Table;
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
        return extract(Map.of("good.c", GOOD.getBytes(StandardCharsets.UTF_8), "hostile.c", source), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "g(", "a + ", "a, ", "a ? b : ", "a && ", "else if (a) b(); ", "M(", "l: ", "*", "!"})
    void longAndDeep(String piece) {
        Extraction extraction = beside(
                ("#define M(x) x\nint f(int a) { " + piece.repeat(20_000) + "1; }").getBytes(StandardCharsets.UTF_8));
        assertThat(extraction.coverage().files()).isEqualTo(2);
        assertThat(extraction.coverage().functions()).isPositive();
    }

    @Test
    void valuesThatNeverSettle() {
        Extraction extraction = beside("""
                void f(void *p) { p = 0; for (;;) { p = Next(p, p); Acquire(p); } }
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(extraction.coverage().functions()).isEqualTo(2);
    }

    @Test
    void manyAssignments() {
        StringBuilder source = new StringBuilder("int f(struct s *p) { Acquire(p->lock);\n");
        for (int i = 0; i < 5_000; i++) {
            source.append("int v%d = g(%d); if (v%d) p->x%d = v%d;\n".replace("%d", Integer.toString(i)));
        }
        Extraction extraction = beside(source.append(" return 0; }").toString().getBytes(StandardCharsets.UTF_8));
        assertThat(extraction.coverage().functions()).isEqualTo(2);
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

    @Test
    void mutated() {
        long seed = 20_260_101;
        Random random = new Random(seed);
        byte[] whole = GOOD.getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> sources = new TreeMap<>();
        for (int number = 0; number < 300; number++) {
            byte[] mutant = whole.clone();
            for (int change = random.nextInt(12); change >= 0; change--) {
                int at = random.nextInt(mutant.length);
                switch (random.nextInt(3)) {
                    case 0 -> mutant[at] = (byte) random.nextInt(256);
                    case 1 -> mutant[at] = (byte) "(){}[];,#\"'\\\n*&:?=".charAt(random.nextInt(18));
                    default -> mutant[at] = mutant[random.nextInt(mutant.length)];
                }
            }
            sources.put("mutant" + number + ".c", mutant);
        }
        Extraction one = extract(sources, 1);
        Extraction two = extract(sources, 2);
        assertThat(one.coverage()).as("seed " + seed).isEqualTo(two.coverage());
        one.facts().tables().forEach((name, table) ->
                assertThat(rows(two, name)).as(name + ", seed " + seed).isEqualTo(rows(one, name)));
        assertThat(two.diagnostics().toString()).as("seed " + seed).isEqualTo(one.diagnostics().toString());
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
