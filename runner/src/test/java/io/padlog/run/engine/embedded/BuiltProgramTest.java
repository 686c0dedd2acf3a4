package io.padlog.run.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.ProgramSource.Included;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltProgramTest {
    /** Padlog's rules, found in a jar or not. */
    private static ProgramSource rules(boolean asBuilt) {
        QueryResources resources = QueryResources.installed();
        QueryIncludes found = new QueryIncludes(resources, FileSystems.getDefault());
        String text = Catalog.of(resources).selected(List.of()).stream()
                .map(rule -> ".include \"" + rule.file() + "\"\n").collect(Collectors.joining());
        return new ProgramSource(QueryIncludes.OWN + "check", text, new ProgramSource.Includes() {
            @Override public Optional<Included> find(String path, String from) {
                return found.find(path, from);
            }

            @Override public boolean areAsBuilt() {
                return asBuilt;
            }
        });
    }

    @Test
    void whatIsReadIsWhatWasWritten(@TempDir Path classes) throws Exception {
        Files.createDirectories(classes.resolve("io/padlog/run/engine/embedded"));
        BuiltProgram built = BuiltProgram.of(rules(true));
        built.write(classes);
        try (InputStream in = Files.newInputStream(classes.resolve("io/padlog/run/engine/embedded/built.program"))) {
            assertThat(BuiltProgram.read(in)).contains(built);
        }
        assertThat(built.rewritten()).isNotEqualTo(built.program());
    }

    @Test
    void theBuildPreparesTheRulesThatCheckRuns() {
        assertThat(BuiltProgram.find(rules(true))).contains(BuiltProgram.of(rules(true)));
    }

    @Test
    void isNotUsedForOtherFilesOrAnotherProgram() {
        ProgramSource rules = rules(true);
        assertThat(BuiltProgram.find(rules(false))).isEmpty();
        assertThat(BuiltProgram.find(new ProgramSource(rules.name(), rules.text() + "\n", rules.includes()))).isEmpty();
        assertThat(BuiltProgram.find(new ProgramSource(rules.name(), rules.text(), rules.includes(), List.of("A")))).isEmpty();
    }
}
