package io.padlog.extract.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Inputs that would take for ever, or all memory or stack, were nothing bounded. The minute is no measure of speed. */
class HostileInputTest {
    private static PreprocessedFile bounded(String source) {
        ThrowingSupplier<PreprocessedFile> run = () -> Sandbox.preprocess(source);
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), run);
    }

    @Test
    void deepCalls() {
        PreprocessedFile file = bounded("#define f(x) x\n" + "f(".repeat(100_000) + "1" + ")".repeat(100_000));
        assertThat(Sandbox.diagnostics(file)).contains("MACRO_LIMIT");
    }

    @Test
    void deepCallsOfTwoMacros() {
        PreprocessedFile file = bounded("#define f(x) x\n#define g(x) x\n" + "f(g(".repeat(50_000) + "1" + "))".repeat(50_000));
        assertThat(Sandbox.diagnostics(file)).contains("MACRO_LIMIT");
    }

    @Test
    void callsWithoutEnd() {
        PreprocessedFile file = bounded("#define f(x) x\n" + "f(".repeat(100_000));
        assertThat(file.tokens().size()).isEqualTo(200_001);
    }

    @Test
    void doublingTokens() {
        StringBuilder source = new StringBuilder("#define a0 x\n");
        for (int i = 1; i < 64; i++) {
            source.append("#define a").append(i).append(" a").append(i - 1).append(" a").append(i - 1).append('\n');
        }
        PreprocessedFile file = bounded(source + "a63 end");
        assertThat(Sandbox.diagnostics(file)).contains("MACRO_LIMIT");
        assertThat(file.tokens().text(file.tokens().size() - 2)).isEqualTo("end");
    }

    @Test
    void doublingArguments() {
        assertThat(Sandbox.diagnostics(bounded("#define d(x) x x\n" + "d(".repeat(64) + "1" + ")".repeat(64)))).contains("MACRO_LIMIT");
    }

    @Test
    void doublingNamesAndStrings() {
        assertThat(Sandbox.diagnostics(bounded("#define p(x) q(x)\n#define q(x) x##x\n" + "p(".repeat(64) + "a" + ")".repeat(64))))
                .contains("MACRO_LIMIT");
        assertThat(Sandbox.diagnostics(bounded("#define p(x) q(x)\n#define q(x) #x\n" + "p(".repeat(64) + "\"\\\\\"" + ")".repeat(64))))
                .contains("MACRO_LIMIT");
    }

    @Test
    void aLongChainOfMacros() {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            source.append("#define a").append(i).append(" a").append(i + 1).append('\n');
        }
        assertThat(Sandbox.text(bounded(source + "a0"))).isEqualTo("a100000");
    }

    @Test
    void deepConditionals() {
        PreprocessedFile file = bounded("#if 1\n".repeat(100_000) + "in\n" + "#endif\n".repeat(100_000) + "out\n");
        assertThat(Sandbox.text(file)).isEqualTo("out");
        assertThat(Sandbox.diagnostics(file)).isEqualTo("1025:1 TOO_DEEP");
    }

    @Test
    void deepConditions() {
        PreprocessedFile parentheses = bounded("#if " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "\n#endif\n");
        assertThat(Sandbox.diagnostics(parentheses)).isEqualTo("1:1 BAD_DIRECTIVE");
        PreprocessedFile signs = bounded("#if " + "!".repeat(100_000) + "1\n#endif\n");
        assertThat(Sandbox.diagnostics(signs)).isEqualTo("1:1 BAD_DIRECTIVE");
        PreprocessedFile choices = bounded("#if " + "1?1:".repeat(100_000) + "1\n#endif\n");
        assertThat(Sandbox.diagnostics(choices)).isEqualTo("1:1 BAD_DIRECTIVE");
    }

    @Test
    void aLongSumIsNotDeep() {
        assertThat(Sandbox.text(bounded("#if 0" + "+1".repeat(100_000) + " == 100000\nyes\n#endif\n"))).isEqualTo("yes");
    }

    @Test
    void aFileThatIsTooLarge() {
        byte[] line = new byte[(int) SourceReader.LARGEST + 1];
        java.util.Arrays.fill(line, (byte) 'x');
        assertThat(Sandbox.diagnostics(Sandbox.unix().with("main.c", line).run("main.c"))).isEqualTo("0:0 UNREADABLE_FILE");
    }

    @Test
    void aLongLine() {
        assertThat(bounded("x,".repeat(4_000_000)).tokens().size()).isEqualTo(8_000_001);
    }

    @Test
    void manyUnknownCharactersAreNotAllListed() {
        assertThat(bounded("@ ".repeat(100_000)).diagnostics()).hasSize(201);
    }

    @Test
    void anyBytesGiveSomeResult() {
        String alphabet = "#define f(x) x##x #if #else #endif ( ) , \" ' \\ \n \n /* */ // __VA_ARGS__ ... < > 0x1 defined include _Pragma";
        String[] words = alphabet.split(" ");
        Random random = new Random(20260101);
        for (int round = 0; round < 3000; round++) {
            StringBuilder source = new StringBuilder("#define f(x, y...) x##y #x __VA_OPT__(x) f(\n#define g f(\n");
            for (int i = 0; i < 60; i++) {
                source.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "\n#" : random.nextBoolean() ? " " : "");
                source.append(random.nextInt(6) == 0 ? "f(" : random.nextInt(9) == 0 ? "g" : "");
            }
            PreprocessedFile file = bounded(source.toString());
            assertThat(file.tokens().kind(file.tokens().size() - 1).name()).isEqualTo("END_OF_FILE");
        }
    }
}
