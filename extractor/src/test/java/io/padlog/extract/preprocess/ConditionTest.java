package io.padlog.extract.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    /** U is a macro that nobody defines, K one that is 1, G one that was undefined on purpose. */
    private static PreprocessedFile decide(String condition) {
        return Sandbox.preprocess("#define K 1\n#undef G\n#if " + condition + "\nyes\n#else\nno\n#endif\n");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # condition                => arm and whether an unknown macro decides
            1                          => yes
            U                          => no undecided
            !U                         => yes undecided
            defined(U)                 => no undecided
            defined(G)                 => no
            G                          => no
            K                          => yes
            K || U                     => yes
            U || K                     => yes
            U || !K                    => no undecided
            U && K                     => no undecided
            U && !K                    => no
            !K && U                    => no
            U >= 3                     => no undecided
            U == 0                     => yes undecided
            -U + 1                     => yes undecided
            K ? 1 : U                  => yes
            U ? 2 : 2                  => yes
            U ? 1 : 2                  => yes undecided
            U(1, (2))                  => no undecided
            K && VERSION(2, 6) < U     => no undecided
            1 / U                      => no undecided
            0x7FFFFFFFFFFFFFFF + 1 < 0 => yes
            0xFFFFFFFFFFFFFFFF > 0     => yes
            -1 > 0u                    => yes
            -8 >> 1 == -4              => yes
            1 << 3 == 8                => yes
            ~0 == -1                   => yes
            10i64 == 10ui64            => yes
            0b101 == 5                 => yes
            L'ab' == 'b'               => yes
            24930 == 'ab'              => yes
            7 % 4 * 2 == 6             => yes
            1 ? 0 : 1 ? 1 : 1          => no
            __LINE__ == 3              => yes
            """)
    void decidesInThreeValues(String condition, String expected) {
        PreprocessedFile file = decide(condition);
        boolean undecided = file.hidden().stream().anyMatch(HiddenRegion::undecided);
        assertThat(Sandbox.text(file) + (undecided ? " undecided" : "")).isEqualTo(expected);
        assertThat(file.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # condition     => what is said
            1 +             => an operand is missing at the end
            (1              => ')' is missing
            1 2             => '2' is not expected here
            1 / 0           => it divides by zero
            1.5             => '1.5' cannot be an operand
            "a"             => '"a"' cannot be an operand
            defined         => 'defined' needs a macro name
            0x              => '0x' is no integer
            1 ? 2           => ':' is missing
            12abc           => '12abc' is no integer
            __has_include() => '__has_include' needs a header name
            """)
    void takesAnIllFormedOneForFalse(String condition, String message) {
        PreprocessedFile file = decide(condition);
        assertThat(Sandbox.text(file)).isEqualTo("no");
        assertThat(file.diagnostics()).singleElement().satisfies(diagnostic -> assertThat(diagnostic.message()).contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # condition                     => arm on Linux, where unknown options count as there, and on Windows
            defined(CONFIG_X)               => yes, no
            CONFIG_X                        => yes, no
            IS_ENABLED(CONFIG_X)            => yes, no
            !defined CONFIG_X               => no, yes
            defined(OTHER)                  => no, no
            """)
    void takesOptionsOfTheKernelForThere(String condition, String expected) {
        String source = "#if " + condition + "\nyes\n#else\nno\n#endif\n";
        PreprocessedFile linux = Sandbox.unix().on(Platform.LINUX).with("a.c", source).run("a.c");
        PreprocessedFile windows = Sandbox.unix().on(Platform.WINDOWS).with("a.c", source).run("a.c");
        assertThat(Sandbox.text(linux) + ", " + Sandbox.text(windows)).isEqualTo(expected);
        assertThat(linux.hidden()).allMatch(HiddenRegion::undecided);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # header     => what is read
            <linux/usb.h> => 1
            <asm/io.h>    => 1
            <wdf.h>       => no
            <wdf/linux.h> => no
            """)
    void knowsThePlatformByItsHeaders(String header, String read) {
        Sandbox sandbox = Sandbox.unix().with("a.c", "#include " + header + "\n#ifdef __KERNEL__\n1\n#else\nno\n#endif\n");
        assertThat(Sandbox.text(sandbox.runOnItsOwnPlatform("a.c"))).isEqualTo(read);
    }

    @Test
    void namesWhatItHides() {
        PreprocessedFile file = Sandbox.preprocess("""
                #if 0 /* never */
                one
                two
                #elif DEBUG > 1
                three
                #else
                kept
                #endif
                #ifndef DEBUG
                kept
                #else
                four

                #endif
                #if 0
                #endif
                #ifdef LATER
                five
                """);
        assertThat(file.hidden().stream().map(region -> region.position().line() + " " + region.directive() + " "
                + region.lines() + (region.undecided() ? " undecided" : "")).collect(Collectors.joining("; ")))
                .isEqualTo("1 #if 0 2; 4 #elif DEBUG > 1 1 undecided; 11 #else 2 undecided; 17 #ifdef LATER 1 undecided");
        assertThat(Sandbox.text(file)).isEqualTo("kept kept");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # source                            => tokens => diagnostics
            '#endif\na'                         => a      => 1:1 BAD_DIRECTIVE
            '#else\na'                          => a      => 1:1 BAD_DIRECTIVE
            '#if 1\na'                          => a      => 1:1 BAD_DIRECTIVE
            '#if 1\na\n#else\nb\n#else\nc\n#endif\nd' => a d => 5:1 BAD_DIRECTIVE
            '#if 0\na\n#else\nb\n#elif 1\nc\n#endif\nd' => b d => 5:1 BAD_DIRECTIVE
            '#ifdef\na\n#endif\nb'              => b      => 1:1 BAD_DIRECTIVE
            '#if\na\n#endif\nb'                 => b      => 1:1 BAD_DIRECTIVE
            '#frobnicate\na'                    => a      => 1:1 BAD_DIRECTIVE
            '#error no such thing\na'           => a      => 1:1 BAD_DIRECTIVE
            '#define\na'                        => a      => 1:1 BAD_DIRECTIVE
            '#define defined 1\na'              => a      => 1:1 BAD_DIRECTIVE
            '#define f(x, x) 1\na'              => a      => 1:1 BAD_DIRECTIVE
            '#undef 1\na'                       => a      => 1:1 BAD_DIRECTIVE
            '#include\na'                       => a      => 1:1 BAD_DIRECTIVE
            '#define f(x) x\nf(1, 2)'           => f ( 1 , 2 ) => 2:1 BAD_TOKEN
            '#define f(x, y) x y\nf(1)'         => 1      => 2:1 BAD_TOKEN
            '#define f(x) x\nf(1'               => f ( 1  => 2:1 BAD_TOKEN
            'a /* b'                            => a      => 1:3 BAD_TOKEN
            'a @ b'                             => a @ b  => 1:3 BAD_TOKEN
            '#\n#line 3 "x"\n# 7 "y"\n#ident "z"\na' => a  => ''
            """)
    void goesOnAfterBadDirectives(String source, String tokens, String diagnostics) {
        PreprocessedFile file = Sandbox.preprocess(source.replace("\\n", "\n"));
        assertThat(Sandbox.text(file)).isEqualTo(tokens);
        assertThat(Sandbox.diagnostics(file)).isEqualTo(diagnostics);
    }

    @Test
    void anOptionSettlesACondition() {
        PreprocessedFile file = Sandbox.unix().define("A", "2").undefine("B").with("main.c", """
                #if A == 2
                a
                #endif
                #ifdef B
                b
                #endif
                """).run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("a");
        assertThat(file.hidden()).singleElement().matches(region -> !region.undecided());
    }
}
