package io.padlog.extract.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.padlog.extract.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What macros and conditions make of source text: each case of macros.cases. */
class MacroCasesTest {
    record Case(String title, String source, String expected) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() throws IOException {
        String file = new String(MacroCasesTest.class.getResourceAsStream("macros.cases").readAllBytes(), StandardCharsets.UTF_8);
        List<Case> cases = new ArrayList<>();
        for (String block : file.split("(?m)^-- ")) {
            int source = block.indexOf('\n') + 1;
            int expected = block.lastIndexOf("\n=> ");
            if (expected >= 0) {
                cases.add(new Case(block.substring(0, source - 1), block.substring(source, expected + 1),
                        block.substring(expected + 4).strip()));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void expands(Case example) {
        assertThat(Sandbox.text(Sandbox.preprocess(example.source()))).isEqualTo(example.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gccAgrees(Case example, @TempDir Path folder) throws Exception {
        Path gcc = Path.of("/usr/bin/gcc");
        assumeTrue(Files.isExecutable(gcc), "GCC is not installed, so nothing to compare with");
        Path source = Files.writeString(folder.resolve("main.c"), example.source());
        Path output = folder.resolve("main.i");
        Process process = new ProcessBuilder(gcc.toString(), "-E", "-P", "-w", "-std=gnu17", source.toString(), "-o", output.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(String.join(" ", tokenList(Files.readString(output)))).isEqualTo(example.expected());
    }

    /** The tokens of what GCC wrote, without pragmas. */
    static List<String> tokenList(String text) {
        LexedFile lexed = new Lexer(new Spellings(Set.of())).lex(new SourceText(new SourceFile(Path.of("gcc"), "gcc"), text));
        List<String> tokens = new ArrayList<>();
        boolean pragma = false;
        for (int i = 0; i < lexed.size; i++) {
            // GCC gives a _Pragma back as a #pragma line.
            pragma = lexed.startsLine(i) ? lexed.spellings[i].text.equals("#") && lexed.spellings[i + 1].text.equals("pragma") : pragma;
            if (!pragma) {
                tokens.add(lexed.spellings[i].text);
            }
        }
        return tokens;
    }
}
