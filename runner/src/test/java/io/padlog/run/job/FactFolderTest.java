package io.padlog.run.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.ExtractOptions.Platform;
import io.padlog.extract.Extraction;
import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactFolderTest {
    @TempDir Path folder;
    private final Schema schema = Schema.of(QueryResources.installed());
    private final FactFolder facts = new FactFolder(schema);

    @Test
    void everyRelationHasItsFileAndIsReadBack() {
        Path target = folder.resolve("facts");
        facts.write(target, extraction(), options());
        assertThat(schema.relations())
                .allSatisfy(relation -> assertThat(target.resolve(relation.name() + ".facts")).isRegularFile());
        assertThat(target.resolve("call.facts")).hasContent("4\t1\tKeBugCheck\n5\t1\t\n");
        assertThat(target.resolve("manifest.properties")).content()
                .contains("schema.version=7\n", "options.define.A\\ B=\\ \\\\x\n", "coverage.headers.missing=wdf.h*3;ntddk.h*1\n");

        Facts all = facts.read(target, Set.of(), 2);
        assertThat(all.tables().keySet()).containsExactlyElementsOf(
                schema.relations().stream().map(Schema.Relation::name).toList());
        Table call = all.tables().get("call");
        assertThat(call.rows()).isEqualTo(2);
        assertThat(all.symbols().text(call.get(0, 2))).isEqualTo("KeBugCheck");
        assertThat(facts.read(target, Set.of("call"), 1).tables()).containsOnlyKeys("call");
    }

    @Test
    void equalFactsGiveEqualBytesAndReplaceOlderOnes() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        facts.write(one, extraction(), options());
        facts.write(two, extraction(), options());
        facts.write(two, extraction(), options());
        try (Stream<Path> files = Files.list(one)) {
            for (Path file : files.toList()) {
                assertThat(two.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(one, two);
        }
    }

    @Test
    void refusesToReplaceAnythingElse() throws IOException {
        Path file = Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("thesis.txt"), "words");
        assertThatThrownBy(() -> facts.write(file.getParent(), extraction(), options()))
                .hasMessage(file.getParent() + ": is there already and is not a folder of padlog's facts; name another folder");
        assertThatThrownBy(() -> facts.write(file, extraction(), options())).hasMessageStartingWith(file + ": is there already");
        Path target = folder.resolve("facts");
        facts.write(target, extraction(), options());
        Files.writeString(target.resolve("notes.txt"), "words");
        assertThatThrownBy(() -> facts.write(target, extraction(), options())).hasMessageContaining("is there already");
        assertThat(file).hasContent("words");
    }

    @Test
    void writesIntoAnEmptyFolderButNotBelowAMissingOne() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        facts.write(empty, extraction(), options());
        assertThat(empty.resolve("call.facts")).exists();
        Path below = folder.resolve("no/facts");
        assertThatThrownBy(() -> facts.write(below, extraction(), options()))
                .hasMessage(below + ": cannot be written: no such file or folder");
    }

    @Test
    void aDamagedFolderIsToldWithItsPlace() throws IOException {
        Path target = folder.resolve("facts");
        assertThatThrownBy(() -> facts.read(target, Set.of(), 2)).hasMessageContaining("no such folder; 'padlog extract PATH -o");
        facts.write(target, extraction(), options());
        Path call = target.resolve("call.facts");
        Files.writeString(call, "4\t1\tf\n5\tone\tg\n");
        assertThatThrownBy(() -> facts.read(target, Set.of(), 2))
                .hasMessage(call + ":2:3: damaged row: 'one' is not a number of 32 bits; extract again");
        Files.delete(call);
        assertThatThrownBy(() -> facts.read(target, Set.of(), 2)).hasMessage(call + ": no such file or folder; extract again");
        Path manifest = target.resolve("manifest.properties");
        Files.writeString(manifest, Files.readString(manifest).replace(schema.fingerprint(), "0123456789ab"));
        assertThatThrownBy(() -> facts.read(target, Set.of(), 2)).hasMessage(target
                + ": facts of schema 7 (0123456789ab), this padlog's has the fingerprint " + schema.fingerprint()
                + "; extract again");
        Files.delete(manifest);
        assertThatThrownBy(() -> facts.read(target, Set.of(), 2))
                .hasMessage(target + ": not a folder of padlog's facts (it has no manifest.properties)");
    }

    private static ExtractOptions options() {
        Platform platform = new Platform(Set.of(), Set.of(), Set.of(), Map.of(), Map.of());
        return new ExtractOptions(List.of(), Map.of("A B", " \\x"), Set.of(), List.of(), 1, platform);
    }

    private static Extraction extraction() {
        Symbols symbols = new Symbols();
        Table version = new Table(1);
        version.add(7);
        Table call = new Table(3);
        call.add(4, 1, symbols.number("KeBugCheck"));
        call.add(5, 1, symbols.number(""));
        return new Extraction(
                new Facts(symbols, Map.of("schema_version", version, "call", call)),
                new Extraction.Coverage(1, 1, 0, 10, 2, 0, 0, List.of(new Extraction.MissingHeader("wdf.h", 3), new Extraction.MissingHeader("ntddk.h", 1)), 0),
                List.of());
    }
}
