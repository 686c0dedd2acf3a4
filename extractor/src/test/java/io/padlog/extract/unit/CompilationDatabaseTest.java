package io.padlog.extract.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompilationDatabaseTest {
    private static Tree sources() {
        return Tree.unix().files("a.c", "b.c", "usb/u.c", "inc/x.h", "build/y.h");
    }

    @Test
    void aTargetIsAUnitAndElseAFolder() {
        Units units = sources().file("build/compile_commands.json", """
                [
                  {"directory": "/src/build", "file": "../a.c", "output": "CMakeFiles/one.dir/a.c.o",
                   "arguments": ["cc", "-I../inc", "-I", ".", "-DX=\\"y z\\"", "-D", "FLAG", "-c", "../a.c"]},
                  {"directory": "/src/build", "file": "/src/b.c", "command": "cc -isystem /src/inc -c /src/b.c -o sub/CMakeFiles/two.dir/b.o"},
                  {"directory": "/src/usb", "file": "u.c", "command": "cc -Wall u.c"},
                  {"directory": "/src/usb", "file": "v.s", "command": "as v.s"},
                ]
                """).find();

        assertThat(Tree.listing(units)).isEqualTo("""
                compile_commands build/one: a.c
                compile_commands build/sub/two: b.c
                compile_commands usb: usb/u.c
                """);
        assertThat(Tree.options(units)).isEqualTo("[/src/inc, /src/build] {FLAG=1, X=\"y z\"}");
        assertThat(units.diagnostics()).isEmpty();
    }

    @Test
    void makefilesThatWereCompiledAreNotCountedAgain() {
        Units units = sources().file("Makefile", "obj-m := a.o b.o\n")
                .file("compile_commands.json", "[{\"directory\": \".\", \"file\": \"a.c\", \"command\": \"cc a.c\"}]").find();

        assertThat(Tree.listing(units)).isEqualTo("""
                compile_commands .: a.c
                kbuild b.ko: b.c
                folder usb: usb/u.c
                """);
    }

    @Test
    void sourcesThatAreNotThereAreReportedOnce() {
        Units units = sources().file("compile_commands.json", """
                [{"directory": "/elsewhere", "file": "a.c"}, {"file": "gone.c"}, {"file": "gone2.c"}, {"file": 1}, 7]
                """).find();

        assertThat(Tree.listing(units)).contains("compile_commands .: a.c\n");
        assertThat(Tree.diagnostics(units)).isEqualTo(
                "compile_commands.json:0: warning: 2 of the sources that it names are not there, the first is 'gone.c'\n");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            [{"file": "a.c"       => 1: error: no JSON: a comma or '}' is missing
            [{"file" "a.c"}]      => 1: error: no JSON: a colon is missing
            [{file: "a.c"}]       => 1: error: no JSON: a name in quotes is missing
            ["a                   => 1: error: no JSON: a closing quote is missing
            ["\\u00g0"]           => 1: error: no JSON: four hexadecimal digits are missing
            [] x                  => 1: error: no JSON: something stands after the end
            [,]                   => 1: error: no JSON: a value is missing
            [                     => 1: error: no JSON: the text ends too early
            """)
    void aBrokenDatabaseLeavesItsSourcesToTheFolder(String text, String expected) {
        Units units = Tree.unix().files("a.c").file("compile_commands.json", text).find();

        assertThat(Tree.listing(units)).isEqualTo("folder .: a.c\n");
        assertThat(Tree.diagnostics(units)).isEqualTo("compile_commands.json:" + expected + "; its sources go by folder\n");
    }

    @Test
    void aDatabaseThatNestsWithoutEndIsBroken() {
        Units units = Tree.unix().file("compile_commands.json", "[".repeat(1_000_000)).find();

        assertThat(Tree.diagnostics(units)).contains("values nest deeper than 32");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            cc  -c a.c              => cc|-c|a.c
            cc "-DA=b c" '-DX="y"'  => cc|-DA=b c|-DX="y"
            cc -DA=\\"b\\"          => cc|-DA="b"
            cl C:\\src\\a.c         => cl|C:\\src\\a.c
            cc a\\ b.c ""           => cc|a b.c|
            """)
    void commandsAreSplitAsAShellDoes(String command, String expected) {
        assertThat(String.join("|", CommandLine.split(command))).isEqualTo(expected);
    }

    @Test
    void microsoftsCompilerHasSlashes() {
        Units units = sources().file("compile_commands.json", """
                [{"directory": "/src", "file": "a.c", "command": "C:\\\\vs\\\\CL.exe /Iinc /D X=2 /UX /DY /c a.c"}]
                """).find();

        assertThat(Tree.options(units)).isEqualTo("[/src/inc] {Y=1}");
    }
}
