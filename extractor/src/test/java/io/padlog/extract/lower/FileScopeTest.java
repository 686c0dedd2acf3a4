package io.padlog.extract.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileScopeTest {
    private static FileScope scope(String source) {
        return FileScope.of(Graphs.parse(source).declarations(), Set.of("panic"), Set.of("probe"));
    }

    @Test
    void collectsNames() {
        FileScope scope = scope("int a; static int b = 1; int f(void); int g(void) { int c; return 1; } typedef int t;");
        assertThat(scope.globals()).containsExactlyInAnyOrder("a", "b");
        assertThat(scope.functions()).containsExactlyInAnyOrder("f", "g");
        assertThat(scope.noreturn()).containsExactly("panic");
        assertThat(scope.raising()).containsExactly("probe");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        # enumerator, in enum { A, B = 7, … } => value
        X              => 8
        X = -1         => -1
        X = A          => 0
        X = B | 8      => 15
        X = B == 7     => 1
        X = A ? 1 : 2  => 2
        X = (int) 'x'  => 120
        X = 1 << 31    => 2147483648
        X = (LONG) 0xFFFFFFFF => -1
        """)
    void evaluatesEnumerators(String enumerator, long value) {
        assertThat(scope("enum { A, B = 7, " + enumerator + " };").enumerators())
                .isEqualTo(Map.of("A", Optional.of(0L), "B", Optional.of(7L), "X", Optional.of(value)));
    }

    @Test
    void knowsWhatItDoesNotKnow() {
        assertThat(scope("enum { A = sizeof(int), B, C = 1 / 0, D = OTHER, E = 5 };").enumerators()).isEqualTo(Map.of(
                "A", Optional.empty(), "B", Optional.empty(), "C", Optional.empty(), "D", Optional.empty(),
                "E", Optional.of(5L)));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
        __declspec(noreturn) void die(void);
        DECLSPEC_NORETURN VOID die(int);
        _Noreturn void die(void) { while (1); }
        void die(void) __attribute__((noreturn));
        __attribute__((__noreturn__)) static void die(void);
        """)
    void readsThatAFunctionDoesNotReturn(String declaration) {
        assertThat(scope(declaration).noreturn()).containsExactlyInAnyOrder("panic", "die");
    }
}
