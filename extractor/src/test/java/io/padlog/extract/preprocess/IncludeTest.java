package io.padlog.extract.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncludeTest {
    private static String includes(PreprocessedFile file) {
        return file.includes().stream().map(include -> include.position().line() + " " + include.written() + " -> "
                + include.resolved().map(source -> source.name()).orElse("?")).collect(Collectors.joining("; "));
    }

    @Test
    void looksBesideTheFileThenInTheFoldersThenInTheTree() {
        PreprocessedFile file = Sandbox.unix().includeFolder("inc")
                .with("a/main.c", """
                        #include "x.h"
                        #include <x.h>
                        #include <y.h>
                        #include "y.h"
                        """)
                .with("a/x.h", "beside")
                .with("inc/x.h", "folder")
                .with("a/deep/y.h", "near")
                .with("b/y.h", "far").run("a/main.c");
        assertThat(Sandbox.text(file)).isEqualTo("beside folder near near");
        assertThat(includes(file)).isEqualTo("1 x.h -> a/x.h; 2 x.h -> inc/x.h; 3 y.h -> a/deep/y.h; 4 y.h -> a/deep/y.h");
    }

    @Test
    void inTheTreeTheNearestWinsThenTheFirstInOrder() {
        Sandbox tree = Sandbox.unix()
                .with("p/src/main.c", "#include \"common.h\"")
                .with("q/main.c", "#include \"common.h\"")
                .with("a/common.h", "a").with("b/common.h", "b").with("p/inc/common.h", "p");
        assertThat(Sandbox.text(tree.run("p/src/main.c"))).isEqualTo("p");
        assertThat(Sandbox.text(tree.run("q/main.c"))).isEqualTo("a");
    }

    @Test
    void inTheTreeFoldersOfTheNameMustMatch() {
        PreprocessedFile file = Sandbox.unix()
                .with("main.c", "#include <linux/io.h>\n#include \"../sub/dir/io.h\"\n")
                .with("x/io.h", "wrong").with("y/sub/dir/io.h", "right").run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("right");
        assertThat(includes(file)).isEqualTo("1 linux/io.h -> ?; 2 ../sub/dir/io.h -> y/sub/dir/io.h");
    }

    @Test
    void windowsAuthorsMindNeitherCaseNorSlashes() {
        PreprocessedFile file = Sandbox.unix()
                .with("drv/main.c", "#include \"..\\Inc\\PUBLIC.H\"\n#include <Shared.h>")
                .with("inc/Public.h", "public").with("lib/shared.h", "shared").run("drv/main.c");
        assertThat(Sandbox.text(file)).isEqualTo("public shared");
    }

    @Test
    void readsATreeOnWindows() {
        PreprocessedFile file = Sandbox.windows().includeFolder("inc")
                .with("drv\\main.c", "#include \"..\\inc\\a.h\"\n#include <b.h>\n#include \"c.h\"")
                .with("inc\\a.h", "a").with("inc\\b.h", "b").with("lib\\c.h", "c").run("drv\\main.c");
        assertThat(Sandbox.text(file)).isEqualTo("a b c");
        assertThat(includes(file)).isEqualTo("1 ..\\inc\\a.h -> inc/a.h; 2 b.h -> inc/b.h; 3 c.h -> lib/c.h");
    }

    @Test
    void aMissingHeaderIsNotedOnceForEachFile() {
        PreprocessedFile file = Sandbox.unix()
                .with("main.c", "#include <ntddk.h>\n#include <ntddk.h>\nint x;\n#include \"a.h\"\n")
                .with("a.h", "#include <ntddk.h>").run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("int x ;");
        assertThat(Sandbox.diagnostics(file)).isEqualTo("1:1 MISSING_HEADER, 1:1 MISSING_HEADER");
        assertThat(includes(file)).isEqualTo("1 ntddk.h -> ?; 2 ntddk.h -> ?; 4 a.h -> a.h; 1 ntddk.h -> ?");
    }

    @Test
    void guardsAndPragmaOnceKeepAHeaderFromBeingReadTwice() {
        PreprocessedFile file = Sandbox.unix()
                .with("main.c", "#include \"a.h\"\n#include \"a.h\"\n#include \"b.h\"\n#include \"b.h\"\n#include \"c.h\"\n#include \"c.h\"\n")
                .with("a.h", "/* */\n#ifndef A\n#define A\na\n#endif // A\n")
                .with("b.h", "#pragma once\nb\n")
                .with("c.h", "#if !defined(C)\n#define C\nc\n#endif\nagain\n").run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("a b c again again");
        assertThat(file.hidden()).hasSize(1);
    }

    @Test
    void computesNames() {
        PreprocessedFile file = Sandbox.unix()
                .with("main.c", """
                        #define Q "a.h"
                        #define S(x) #x
                        #define XS(x) S(x)
                        #define ANGLE <sub/b.h>
                        #include Q
                        #include XS(a.h)
                        #include ANGLE
                        """)
                .with("a.h", "a").with("sub/b.h", "b").run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("a a b");
    }

    @Test
    void includeNextGoesOnBehindTheFoldersOwn() {
        PreprocessedFile file = Sandbox.unix().includeFolder("one").includeFolder("two")
                .with("main.c", "#include <x.h>")
                .with("one/x.h", "one\n#include_next <x.h>\n").with("two/x.h", "two").run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("one two");
    }

    @Test
    void hasIncludeAsksForTheFile() {
        PreprocessedFile file = Sandbox.unix()
                .with("main.c", """
                        #if defined(__has_include) && __has_include("a.h") && !__has_include(<none/b.h>)
                        #include "a.h"
                        #endif
                        """)
                .with("a.h", "a").run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("a");
        assertThat(file.includes()).hasSize(1);
    }

    @Test
    void aCycleEnds() {
        PreprocessedFile file = Sandbox.unix().with("main.c", "#include \"a.h\"\nmain")
                .with("a.h", "#include \"b.h\"").with("b.h", "#include \"a.h\"").run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("main");
        assertThat(Sandbox.diagnostics(file)).isEqualTo("1:1 INCLUDE_CYCLE");
    }

    @Test
    void aFileMayIncludeItselfOnPurpose() {
        PreprocessedFile file = Sandbox.unix().with("main.c", """
                #ifndef SECOND
                #define SECOND
                first
                #include "main.c"
                #else
                second
                #endif
                """).run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("first second");
        assertThat(file.diagnostics()).isEmpty();
    }

    @Test
    void manyWaysThroughACycleEndToo() {
        PreprocessedFile file = Sandbox.unix().with("main.c", "#include \"main.c\"\n#include \"main.c\"\nx\n").run("main.c");
        assertThat(Sandbox.diagnostics(file)).contains("INCLUDE_CYCLE").contains("LIMIT");
    }

    @Test
    void oneHeaderServesManyUnits() {
        Sandbox tree = Sandbox.unix()
                .with("one.c", "#define T int\n#include \"h.h\"\n").with("two.c", "#define T long\n#include \"h.h\"\n")
                .with("h.h", "#define U T\nU x;\n");
        Preprocessor shared = tree.preprocessor();
        assertThat(Sandbox.text(tree.run(shared, "one.c"))).isEqualTo("int x ;");
        assertThat(Sandbox.text(tree.run(shared, "two.c"))).isEqualTo("long x ;");
        assertThat(Sandbox.text(tree.run(shared, "one.c"))).isEqualTo("int x ;");
    }

    @Test
    void threadsShareHeaders() {
        Sandbox tree = Sandbox.unix().with("h.h", "#define U T\nU x;\n");
        for (int i = 0; i < 200; i++) {
            tree.with("f" + i + ".c", "#define T t" + i + "\n#include \"h.h\"\n#include <absent.h>\nU y" + i + ";");
        }
        Preprocessor shared = tree.preprocessor();
        List<String> texts = IntStream.range(0, 200).parallel()
                .mapToObj(i -> Sandbox.text(tree.run(shared, "f" + i + ".c"))).collect(Collectors.toList());
        for (int i = 0; i < 200; i++) {
            assertThat(texts.get(i)).isEqualTo("t" + i + " x ; t" + i + " y" + i + " ;");
        }
    }
}
