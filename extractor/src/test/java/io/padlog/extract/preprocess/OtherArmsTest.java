package io.padlog.extract.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which arms are worth a further reading, and what would have them read. */
class OtherArmsTest {
    private static String remedies(String source) {
        PreprocessedFile file = Sandbox.preprocess("#define K 1\n#define Z 0\n" + source.replace("~", "\n"));
        return file.hidden().stream().map(region -> region.remedy().stream().map(MacroSetting::toString)
                .collect(Collectors.joining("&"))).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # source                                                         => settings
            #ifdef U~void f() { }~#endif                                     => U=1
            #ifndef U~#else~void f() { }~#endif                              => U=1
            #if U == 5~void f() { }~#endif                                   => U=5
            #if U > 5~void f() { }~#endif                                    => U=(5 + 1)
            #if K~#else~void f() { }~#endif                                  => K=0
            #if Z~void f() { }~#endif                                        => Z=1
            #if defined(U) && defined(V)~void f() { }~#endif                 => U=1&V=1
            #if K~#elif defined(U)~void f() { }~#endif                       => ''
            #if U~#elif V~void f() { }~#endif                                => '' V=1
            #if 0~void f() { }~#endif                                        => ''
            #ifdef U~struct s { int a; };~#endif                             => ''
            #ifdef U~int a[] = { 1 };~#endif                                 => ''
            #ifdef __cplusplus~void f() { }~#endif                           => ''
            void g() {~#ifdef U~if (a) { b; }~#endif~}                       => ''
            void g() {~#ifdef U~Acquire(a);~#endif~}                         => U=1
            void g() {~#if K~#else~Acquire(a);~#endif~}                      => ''
            """)
    void knowsWhatWouldShowAnArm(String source, String settings) {
        assertThat(remedies(source)).isEqualTo(settings.replace("''", ""));
    }
}
