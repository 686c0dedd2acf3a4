package io.padlog.run.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.padlog.run.datalog.ProgramSource.Included;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    private final QueryResources resources = QueryResources.installed();

    @Test
    void everyRuleFileIsARuleOfItsName() {
        List<Rule> rules = Catalog.of(resources).rules();
        assertThat(rules).extracting(Rule::id).contains("WdfSpinlockRelease").doesNotHaveDuplicates();
        assertThat(rules).allSatisfy(rule -> {
            String name = rule.id().substring(rule.id().lastIndexOf('/') + 1);
            assertThat(rule.file()).startsWith("padlog:rules/").endsWith("/" + name + ".dl");
            assertThat(rule.title()).isNotEmpty();
            assertThat(rule.severity()).isIn("error", "warning");
            assertThat(rule.packs()).isNotEmpty();
        });
    }

    @Test
    void selectsByIdOrPackInAnyCase() {
        Catalog catalog = Catalog.of(resources);
        assertThat(catalog.selected(List.of())).isEqualTo(catalog.rules());
        assertThat(catalog.selected(List.of("wdfspinlockRELEASE"))).extracting(Rule::id).containsExactly("WdfSpinlockRelease");
        assertThat(catalog.selected(List.of("KMDF"))).extracting(Rule::model).contains("KMDF").containsOnly("KMDF");
        assertThatThrownBy(() -> catalog.selected(List.of("WdfSpinlokRelease")))
                .hasMessage("unknown rule 'WdfSpinlokRelease'; did you mean 'WdfSpinlockRelease'?");
        assertThatThrownBy(() -> catalog.selected(List.of("qqqqqqqqqqqqq")))
                .hasMessage("unknown rule 'qqqqqqqqqqqqq'; 'padlog rules' lists them");
    }

    @Test
    void aHeaderGoesOnOverIndentedLines() {
        RuleHeader header = RuleHeader.parse("r.dl", """
                // id:    R
                // title: one
                // severity: error
                // finds: a path
                //        that is long
                .include "x.dl"
                // sdv: not in the header any more
                """);
        assertThat(header.get("finds")).isEqualTo("a path that is long");
        assertThat(header.get("sdv")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            // id: R|// id: S                        => r.dl:2:1: 'id' stands twice in the header
            // id: R|// colour: red                  => r.dl:2:1: not a header line
            // id: R|// title: t|// severity: error  => r.dl:1:1: the rule's header lacks '// finds: …'
            """)
    void aBadHeaderIsTold(String lines, String message) {
        assertThatThrownBy(() -> RuleHeader.parse("r.dl", lines.replace('|', '\n'))).hasMessageStartingWith(message);
    }

    @Test
    void theSchemaKnowsColumnsKindsAndDocumentation() {
        Schema schema = Schema.of(resources);
        Schema.Relation call = schema.existing("call");
        assertThat(call.columns()).extracting(Schema.Column::name).containsExactly("node", "caller", "callee");
        assertThat(call.symbolColumns()).containsExactly(false, false, true);
        assertThat(schema.relations()).allSatisfy(relation -> assertThat(relation.doc()).isNotBlank());
        assertThat(schema.fingerprint()).matches("[0-9a-f]{12}");
        assertThatThrownBy(() -> schema.existing("cal")).hasMessage("unknown relation 'cal'; did you mean 'call'?");
    }

    @Test
    void theApiTablesTellTheExtractorWhatItMustKnow() {
        ApiTables tables = ApiTables.of(resources);
        assertThat(tables.noreturn()).contains("KeBugCheckEx").doesNotContain("WdfSpinLockAcquire");
        assertThat(tables.raising()).contains("ProbeForRead");
        assertThat(tables.accessors()).contains("WdfIoQueueGetDevice");
        assertThat(tables.resources())
                .containsEntry("WdfSpinLockAcquire", Set.of(0))
                .containsEntry("IoAcquireCancelSpinLock", Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib/calls.dl", "../lib/calls.dl", "../../lib/calls.dl", "./lib/./calls.dl", "padlog:lib/calls.dl"})
    void theLibraryIsFoundFromAnyFolder(String path) {
        QueryIncludes includes = new QueryIncludes(resources, FileSystems.getDefault());
        for (String from : List.of("-e", "queries/mine.dl", "padlog:rules/kmdf/X.dl", "padlog:lib/roles.dl")) {
            assertThat(includes.find(path, from)).map(Included::name).contains("padlog:lib/calls.dl");
        }
        assertThat(includes.find("calls.dl", "padlog:lib/roles.dl")).map(Included::name).contains("padlog:lib/calls.dl");
    }

    @Test
    void aUsersOwnFileComesFirst() throws IOException {
        for (Configuration system : Arrays.asList(Configuration.unix(), Configuration.windows())) {
            try (FileSystem files = Jimfs.newFileSystem(system)) {
                Path folder = Files.createDirectories(files.getPath("mine").resolve("lib"));
                Files.writeString(folder.resolve("calls.dl"), "// mine");
                QueryIncludes includes = new QueryIncludes(resources, files);
                String from = files.getPath("mine").resolve("query.dl").toString();
                assertThat(includes.find("lib/calls.dl", from)).map(Included::text).contains("// mine");
                assertThat(includes.find("nosuch.dl", from)).isEqualTo(Optional.empty());
                assertThat(includes.find("lib", from)).isEmpty();
            }
        }
    }
}
