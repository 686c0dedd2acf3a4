package io.padlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.facts.FactRelation;
import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the facts say of declarations and of the text of functions. */
class DeclarationFactsTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            # source                                         => relation    => rows without unit or function
            struct s { int a; T *b; };                       => record      => s|struct|a.c|1
            struct s { int a; T *b; };                       => field       => s|0|a|int; s|1|b|T *
            typedef struct { int a[3]; } S, *PS;             => field       => S|0|a|int []
            typedef struct { int a; } S, *PS;                => typedef     => PS|struct *; S|struct
            struct s { union { int a; int b; }; int c; };    => field       => s|0||union; s|1|c|int; |0|a|int; |1|b|int
            enum e { A, B = 5, C, D = 1 << 3, E, F = -1 };   => enumerator  => e|A|0; e|B|5; e|C|6; e|D|; e|E|; e|F|-1
            static int x = 1; extern T *y;                   => global      => x|int|static|a.c|1; y|T *|extern|a.c|1
            EVT_T f; void f(void) {}                         => global      => ``
            int x = 1;                                       => initializer => x|||1
            struct o { int n; F *r; }; struct o t = { 1, go };            => initializer => t|.n|n|1; t|.r|r|go
            struct o { int n; F *r; }; struct o t = { .r = go };          => initializer => t|.r|r|go
            struct o { int n; F *r; }; struct o t[] = { { 1, go }, { 2 } }; => initializer => t|[0].n|n|1; t|[0].r|r|go; t|[1].n|n|2
            typedef struct { struct { int i; } n; F *r; } O; O t = { 1, go }; => initializer => t|.?||go; t|.n|n|1
            F *t[] = { [READ] = go };                        => initializer => t|[READ]||go
            unknown t = { 1, { go } };                       => initializer => t|[0]||1; t|[1][0]||go
            void f(void) { int a; T *a_b; }                  => local       => a_b|T *; a|int
            void f(void) { g("x", 5, 5, 'c'); }              => constant    => number|'c'|1; number|5|1; string|"x"|1
            `#define M 3~void f(void) { g(M); g(M); }`       => macro_use   => M|2
            `void f(void *p) { T *q = (T *)p; int i = (int)(ULONG)q; g((T *)p); }` => cast  => T *|1; ULONG|1; int|1
            `struct s { _Guarded_by_(l) int a; int b _Align_(8), c; };`      => field_annotation => s|a|_Guarded_by_|l; s|b|_Align_|8; s|c|_Align_|8
            /* padlog-disable-line X */ int x;               => directive   => a.c|1|padlog-disable-line X
            """)
    void writes(String source, String relation, String expected) throws IOException {
        assertThat(rows(source.replace('~', '\n'), relation)).isEqualTo(expected);
    }

    private String rows(String source, String relation) throws IOException {
        Files.writeString(folder.resolve("a.c"), source + "\n");
        Facts facts = Extractor.extract(List.of(folder), ExtractOptions.plain(
                new ExtractOptions.Platform(Set.of(), Set.of(), Set.of(), Map.of(), Map.of()))).facts();
        Table table = facts.tables().get(relation);
        List<String> types = FactRelation.valueOf(relation.toUpperCase(java.util.Locale.ROOT)).types();
        Set<String> rows = new TreeSet<>();
        for (int row = 0; row < table.rows(); row++) {
            StringBuilder text = new StringBuilder();
            for (int column = 1; column < types.size(); column++) {
                int cell = table.get(row, column);
                text.append(column > 1 ? "|" : "").append(types.get(column).equals("number") ? cell : facts.symbols().text(cell));
            }
            rows.add(text.toString());
        }
        return String.join("; ", rows);
    }
}
