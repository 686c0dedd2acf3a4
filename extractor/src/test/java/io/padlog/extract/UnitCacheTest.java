package io.padlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.facts.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two drivers, a header of each in a folder of its own and one that both include. */
class UnitCacheTest {
    private static final ExtractOptions OPTIONS = ExtractOptions.plain(
            new ExtractOptions.Platform(Set.of(), Set.of(), Set.of(), Map.of("Lock", Set.of(0)), Map.of()));

    @TempDir
    private Path folder;

    /** What is made of a unit here: the functions that are called in it. */
    private record Called(List<String> functions) {}

    /** Results and counts of a run, and how many units came from the cache. */
    private record Run(List<Called> results, Extraction.Coverage coverage, int found) {}

    @BeforeEach
    void twoDrivers() throws IOException {
        write("tree/one/one.c", "#include \"one.h\"\n#include \"shared.h\"\nvoid One(void) { FIRST(); SHARED(); }\n");
        write("tree/one/one.h", "#define FIRST() Lock(1)\n");
        write("tree/two/two.c", "#include \"shared.h\"\nvoid Two(void) { SHARED(); }\n");
        write("tree/common/shared.h", "#define SHARED() Unlock(1)\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(100)));
    }

    private Run run(ExtractOptions options) {
        UnitCache<Called> cache = new UnitCache<>(folder.resolve("cache"), "test", options, Called.class, result -> true);
        List<Called> results = new ArrayList<>();
        Extraction all = Extractor.extract(List.of(folder.resolve("tree")), options,
                new Batching<>(Long.MAX_VALUE, UnitCacheTest::called, results::add, Optional.of(cache)));
        return new Run(results, all.coverage(), cache.found());
    }

    private static Called called(Extraction unit) {
        Table calls = unit.facts().tables().get("call");
        List<String> names = new ArrayList<>();
        for (int row = 0; row < calls.rows(); row++) {
            names.add(unit.facts().symbols().text(calls.get(row, 2)));
        }
        return new Called(names);
    }

    @Test
    void whatHasNotChangedIsNotReadAgain() {
        Run first = run(OPTIONS);
        assertThat(first.results()).containsExactly(new Called(List.of("Lock", "Unlock")), new Called(List.of("Unlock")));
        assertThat(run(OPTIONS)).isEqualTo(new Run(first.results(), first.coverage(), 2));
    }

    @Test
    void aUnitWithAChangedSourceIsReadAgain() throws IOException {
        run(OPTIONS);
        write("tree/two/two.c", "void Two(void) { Other(); }\n");
        Run again = run(OPTIONS);
        assertThat(again.found()).isEqualTo(1);
        assertThat(again.results().get(1)).isEqualTo(new Called(List.of("Other")));
    }

    @Test
    void unitsWithAChangedHeaderAreReadAgain() throws IOException {
        run(OPTIONS);
        write("tree/common/shared.h", "#define SHARED() Other(1)\n");
        Run again = run(OPTIONS);
        assertThat(again.found()).isZero();
        assertThat(again.results()).containsExactly(new Called(List.of("Lock", "Other")), new Called(List.of("Other")));
    }

    @Test
    void aHeaderThatGoesBeforeAnotherIsSeen() throws IOException {
        run(OPTIONS);
        write("tree/two/shared.h", "#define SHARED() Nearer(1)\n");
        Run again = run(OPTIONS);
        assertThat(again.found()).isEqualTo(1);
        assertThat(again.results().get(1)).isEqualTo(new Called(List.of("Nearer")));
    }

    @Test
    void otherOptionsAreAnotherRun() {
        run(OPTIONS);
        ExtractOptions defining =
                new ExtractOptions(List.of(), Map.of("X", "1"), Set.of(), List.of(), 1, OPTIONS.platform());
        assertThat(run(defining).found()).isZero();
    }

    @Test
    void damagedEntriesAreIgnored() throws IOException {
        Run first = run(OPTIONS);
        List<Path> entries;
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            entries = files.sorted().toList();
        }
        byte[] bytes = Files.readAllBytes(entries.get(0));
        bytes[bytes.length / 2] ^= 1;
        Files.write(entries.get(0), bytes);
        Files.write(entries.get(1), new byte[] {1, 2, 3});
        assertThat(run(OPTIONS)).isEqualTo(new Run(first.results(), first.coverage(), 0));
    }

    @Test
    void whatMayHaveChangedWhileItWasReadIsNotKept() throws IOException {
        Files.setLastModifiedTime(folder.resolve("tree/two/two.c"), FileTime.from(Instant.now().plusSeconds(100)));
        run(OPTIONS);
        assertThat(run(OPTIONS).found()).isEqualTo(1);
    }
}
