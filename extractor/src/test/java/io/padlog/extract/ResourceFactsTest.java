package io.padlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a callee's resources are called by its callers: relation {@code renamed}. */
class ResourceFactsTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            # callers                                                    => formal > actual
            void f(T *p) { take(p->ext); }                               => &#0->lock > &#0->ext->lock
            void f(T *p) { take(p); } void g(T *p) { f(p->ext); }        => &#0->lock > &#0->ext->lock; &#0->lock > &#0->lock
            # nobody finds a resource behind NULL
            void f(void) { take(NULL); }                                 => &#0->lock > 0
            void f(T *p) { take(p); } void g(void) { f(NULL); } void h(void) { g(); } => &#0->lock > &#0->lock; &#0->lock > 0
            """)
    void names(String callers, String expected) throws IOException {
        Map<String, Set<String>> renamed = renamed("void take(T *p) { acquire(&p->lock); } " + callers);
        assertThat(renamed.values().stream().flatMap(Set::stream).distinct().sorted().collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    /** A file system that passes its locks all through itself: what a function is known for is what lies nearest. */
    @Test
    void knowsTheNearestWhereThereIsTooMuchToFollow() throws IOException {
        String locks = IntStream.range(0, 60).mapToObj(i -> "acquire(&p->l" + i + ");").collect(Collectors.joining(" "));
        String steps = "step(); ".repeat(2_000);
        String small = "void take(T *p) { " + locks + " } void f(T *p) { take(p); }";
        assertThat(renamed(small).get("take")).hasSize(60);
        String large = small + IntStream.range(0, 10)
                .mapToObj(i -> " void g" + i + "(T *p) { f(p); " + steps + "}").collect(Collectors.joining());
        assertThat(renamed(large).get("take")).hasSizeLessThan(60)
                .contains("&#0->l0 > &#0->l0", "&#0->l7 > &#0->l7");
    }

    /** How locks are called, by callee: {@code formal > actual}. */
    private Map<String, Set<String>> renamed(String source) throws IOException {
        Files.writeString(folder.resolve("a.c"), source + "\n");
        Facts facts = Extractor.extract(List.of(folder), ExtractOptions.plain(
                new ExtractOptions.Platform(Set.of(), Set.of(), Set.of(), Map.of("acquire", Set.of(0)), Map.of()))).facts();
        Map<Integer, String> functions = texts(facts, "function", 2);
        Map<Integer, String> paths = texts(facts, "access_path", 1);
        Map<String, Set<String>> renamed = new TreeMap<>();
        Table rows = facts.tables().get("renamed");
        for (int row = 0; row < rows.rows(); row++) {
            renamed.computeIfAbsent(functions.get(rows.get(row, 1)), callee -> new TreeSet<>())
                    .add(paths.get(rows.get(row, 2)) + " > " + paths.get(rows.get(row, 3)));
        }
        return renamed;
    }

    private static Map<Integer, String> texts(Facts facts, String relation, int column) {
        Map<Integer, String> texts = new HashMap<>();
        Table rows = facts.tables().get(relation);
        for (int row = 0; row < rows.rows(); row++) {
            texts.put(rows.get(row, 0), facts.symbols().text(rows.get(row, column)));
        }
        return texts;
    }
}
