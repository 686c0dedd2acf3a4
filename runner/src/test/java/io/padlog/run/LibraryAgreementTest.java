package io.padlog.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extractor;
import io.padlog.extract.facts.FactSelection;
import io.padlog.extract.facts.Facts;
import io.padlog.run.catalog.ApiTables;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.engine.DatalogCase;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.engine.souffle.SouffleEngine;
import io.padlog.run.job.Extract;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every relation that the rules and the library compute has the same rows with both engines, whatever the threads. */
class LibraryAgreementTest {
    private static final QueryResources RESOURCES = QueryResources.installed();

    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "linux", "wdm"})
    void everyRelationHasTheSameRows(String folder) {
        Optional<SouffleEngine> souffle = SouffleEngine.find(Optional.empty(), System.getenv(), warning -> { });
        assumeTrue(souffle.isPresent(), "Soufflé is neither on the search path nor named in PADLOG_SOUFFLE");
        ProgramSource program = program();
        CheckedProgram checked = EmbeddedEngine.checked(program);
        Set<String> read = checked.directives().stream()
                .filter(directive -> directive.verb() == Item.Verb.INPUT)
                .map(Item.Directive::relation)
                .collect(Collectors.toSet());
        List<String> computed = checked.relations().values().stream()
                .filter(relation -> !relation.inlined() && !read.contains(relation.name()))
                .map(Relation::name)
                .toList();
        assertThat(computed).contains("first.at", "judged.at", "calls").hasSizeGreaterThan(200);
        ExtractOptions options =
                ExtractOptions.plain(Extract.platform(ApiTables.of(RESOURCES))).writing(FactSelection.ALL);
        Facts facts = Extractor.extract(List.of(Path.of("../testdata").resolve(folder)), options).facts();
        String rows = rows(new EmbeddedEngine(), program, facts, computed, 1);
        assertThat(rows).isEqualTo(rows(souffle.get(), program, facts, computed, 1));
        assertThat(rows).isEqualTo(rows(new EmbeddedEngine(), program, facts, computed, 4));
    }

    private static ProgramSource program() {
        String includes = Stream.concat(
                        RESOURCES.names("lib", ".dl").stream(),
                        Catalog.of(RESOURCES).rules().stream()
                                .map(rule -> rule.file().substring(QueryIncludes.OWN.length())))
                .map(name -> ".include \"" + name + "\"\n")
                .collect(Collectors.joining());
        return new ProgramSource(QueryIncludes.OWN + "all.dl", includes, new QueryIncludes(RESOURCES, FileSystems.getDefault()));
    }

    private static String rows(DatalogEngine engine, ProgramSource program, Facts facts, List<String> wanted, int threads) {
        return DatalogCase.print(engine.run(new EngineRequest(program, facts, wanted, threads, Optional.empty())));
    }
}
