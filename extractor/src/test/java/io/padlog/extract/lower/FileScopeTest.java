package io.padlog.extract.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.source.Language;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileScopeTest {
    private static FileScope scope(String source) {
        return FileScope.of(Language.C, Graphs.parse(source).declarations(), Set.of("panic"), Set.of("probe"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        int x;                          => GLOBAL
        static int x = 1;               => GLOBAL
        int x(void);                    => FUNCTION
        void x(void) { int y; }         => FUNCTION
        void y(void) { int x; }         => UNDECLARED
        EVT_TIMER x;                    => GLOBAL
        EVT_TIMER x; void x(int a) { }  => FUNCTION
        void x(int a) { } EVT_TIMER x;  => FUNCTION
        typedef int x;                  => UNDECLARED
        enum { x = sizeof(int) };       => ENUMERATOR
        """)
    void saysWhatANameIs(String declarations, Value.Scope expected) {
        assertThat(scope(declarations).meaning("x")).isEqualTo(new Value.Variable("x", expected, -1));
    }

    @Test
    void keepsWhatIsKnown() {
        assertThat(scope("int a;").noreturn()).containsExactly("panic");
        assertThat(scope("int a;").raising()).containsExactly("probe");
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
        assertThat(scope("enum { A, B = 7, " + enumerator + " };").meaning("X"))
                .isEqualTo(new Value.Constant(value));
    }

    @Test
    void knowsWhatItDoesNotKnow() {
        FileScope scope = scope("enum { A = sizeof(int), B, C = 1 / 0, D = OTHER, E = 5, F };");
        for (String name : List.of("A", "B", "C", "D")) {
            assertThat(scope.meaning(name)).isEqualTo(new Value.Variable(name, Value.Scope.ENUMERATOR, -1));
        }
        assertThat(scope.meaning("F")).isEqualTo(new Value.Constant(6));
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
