package io.padlog.run.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.facts.FactRelation;
import io.padlog.extract.facts.FactSelection;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Rule;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import java.nio.file.FileSystems;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactSelectionTest {
    private static final QueryResources RESOURCES = QueryResources.installed();

    @Test
    void ownRulesReadOnlyWhatIsWrittenForThem() {
        String text = Catalog.of(RESOURCES).rules().stream()
                .map(Rule::file)
                .map(file -> ".include \"" + file + "\"\n")
                .collect(Collectors.joining());
        CheckedProgram program = EmbeddedEngine.checked(new ProgramSource(
                QueryIncludes.OWN + "check", text, new QueryIncludes(RESOURCES, FileSystems.getDefault())));
        Set<String> outputs = new TreeSet<>();
        for (Item.Directive directive : program.directives()) {
            if (directive.verb() == Item.Verb.OUTPUT) {
                outputs.add(directive.relation());
            }
        }
        Set<String> needed = EmbeddedEngine.needed(program, outputs);
        Set<FactRelation> read = EnumSet.allOf(FactRelation.class);
        read.removeIf(relation -> !needed.contains(relation.relation()));
        assertThat(read).contains(FactRelation.CALL, FactRelation.STEP);
        assertThat(FactSelection.RULES.relations()).containsAll(read);
    }
}
