package io.padlog.extract.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code schema.dl} is where the schema is written down; what the extractor writes is held against it. */
class FactRelationTest {
    private static final Pattern DECLARATION = Pattern.compile("\\.decl (\\w+)\\((.*?)\\)", Pattern.DOTALL);

    @Test
    void theExtractorWritesTheSchemasRelationsInItsOrder() throws IOException {
        Map<String, List<String>> written = new LinkedHashMap<>();
        for (FactRelation relation : FactRelation.values()) {
            written.put(relation.relation(), relation.types());
        }
        assertThat(List.copyOf(written.entrySet())).isEqualTo(List.copyOf(declared().entrySet()));
    }

    @Test
    void everyRelationIsInput() throws IOException {
        String schema = schema();
        String inputs = schema.substring(schema.indexOf(".input"));
        for (String relation : declared().keySet()) {
            assertThat(inputs).containsPattern("\\b" + relation + "\\b");
        }
    }

    private static Map<String, List<String>> declared() throws IOException {
        Map<String, List<String>> declared = new LinkedHashMap<>();
        String withoutComments = schema().replaceAll("(?m)//.*$", "");
        Matcher declaration = DECLARATION.matcher(withoutComments);
        while (declaration.find()) {
            declared.put(declaration.group(1), Stream.of(declaration.group(2).split(","))
                    .map(column -> column.substring(column.indexOf(':') + 1).trim())
                    .toList());
        }
        return declared;
    }

    private static String schema() throws IOException {
        try (InputStream schema = FactRelation.class.getResourceAsStream("/io/padlog/queries/schema.dl")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
