package io.padlog.extract.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.lower.Graphs;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row is what a unit declares beside two structs with a field of the same name, a call, and where that may go. */
class LinkerTest {
    private static final String DECLARED = """
            struct sensor { int (*read)(void); struct { int (*probe)(void); }; };
            typedef struct _FILE_TABLE { int (*read)(void); } FILE_TABLE, *PFILE_TABLE;
            struct board { struct sensor *sensor; FILE_TABLE files; PFILE_TABLE tables[2]; };
            struct sensor *found(struct board *board);
            int one(void) { return 1; }
            int two() { return 2; }
            """;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        # the struct that the pointer is a field of tells which table is meant
        struct sensor s = { .read = one }; FILE_TABLE t = { .read = two }; => b->sensor->read()    => one
        struct sensor s = { .read = one }; FILE_TABLE t = { .read = two }; => b->files.read()      => two
        struct sensor s = { one };         struct _FILE_TABLE t = { two }; => b->tables[1]->read() => two
        struct sensor s = { .read = one }; FILE_TABLE t = { .read = two }; => found(b)->read()     => one
        struct board b0 = { .files = { .read = two } }; struct sensor s = { .read = one }; => b->files.read() => two
        struct board b0 = { .files.read = two }; struct sensor s = { .read = one }; => b->sensor->read()      => one
        # one that no header declares has a name all the same
        struct missing m = { .read = two }; struct sensor s = { .read = one }; => b->sensor->read() => one
        # where it is not known, any of them may be
        struct sensor s = { .read = one }; FILE_TABLE t = { .read = two }; => unknown(b)->read()   => one two
        struct sensor s = { .probe = one };                                => b->sensor->probe()   => one
        # one that takes other arguments is none of them, nor is the function that calls
        int three(int a, int b) { return a + b; } struct other o = { .read = three }; struct thing t = { .read = one }; => unknown(b)->read() => one
        int f(struct board *b); struct other o = { .read = f }; struct thing t = { .read = two };  => unknown(b)->read(b) => two
        # what is assigned counts, too, and what is copied from one table to the other
        void g(struct board *b) { b->sensor->read = one; b->files.read = two; } => b->sensor->read() => one
        void g(struct board *b) { b->files.read = two; b->sensor->read = b->files.read; } => b->sensor->read() => two
        """)
    void followsPointers(String declared, String call, String targets) {
        LinkedUnit unit = Graphs.linked(DECLARED + declared + " int f(struct board *b) { return " + call + "; }");
        List<FunctionSymbol> functions = unit.functions();
        FunctionSymbol last = functions.get(functions.size() - 1);
        List<String> reached = unit.calls(last).stream().filter(site -> site.callee().isEmpty())
                .flatMap(site -> site.targets().stream()).map(FunctionSymbol::name).toList();
        assertThat(String.join(" ", reached)).isEqualTo(targets);
    }
}
