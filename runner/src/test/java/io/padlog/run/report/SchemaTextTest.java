package io.padlog.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaTextTest {
    private static final Path REFERENCE = Path.of("../queries/SCHEMA.md");

    @Test
    void theReferenceIsThatOfTheSchema() throws IOException {
        StringBuilder text = new StringBuilder();
        SchemaText.markdown(Schema.of(QueryResources.installed()), text);
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(REFERENCE, text);
        }
        assertThat(REFERENCE).as("-Dgolden=update makes it").content().isEqualTo(text.toString());
    }
}
