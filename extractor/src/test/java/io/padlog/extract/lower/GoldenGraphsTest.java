package io.padlog.extract.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.token.TokenBuffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each .c file beside its .cfg file: the graphs of all functions, with the lines where the nodes stand.
 * {@code mvn test -Dgolden=update} writes the .cfg files anew.
 */
class GoldenGraphsTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/padlog/extract/lower");

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".c")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void graphsAreAsExpected(Path source) throws IOException {
        Path golden = source.resolveSibling(source.getFileName().toString().replace(".c", ".cfg"));
        String text = Files.readString(source);
        StringBuilder actual = new StringBuilder();
        TokenBuffer tokens = Graphs.parse(text).tokens();
        for (ControlFlowGraph graph : Graphs.allOf(text)) {
            actual.append(graph.function().identifier()).append(graph.complete() ? "\n" : " (incomplete)\n");
            for (String line : GraphText.lines(
                    graph, node -> " @" + tokens.expanded(graph.nodes().get(node).span().first()).line())) {
                actual.append("  ").append(line).append('\n');
            }
        }
        if (System.getProperty("golden", "compare").equals("update")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual.toString()).isEqualTo(Files.readString(golden));
    }
}
