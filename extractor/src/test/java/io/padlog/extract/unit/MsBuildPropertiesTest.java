package io.padlog.extract.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MsBuildPropertiesTest {
    private static MsBuildProperties properties() {
        MsBuildProperties properties = new MsBuildProperties();
        properties.set("Platform", "x64");
        properties.set("Empty", "");
        return properties;
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            plain                   => plain
            a$(platform)b$(EMPTY)c  => ax64bc
            $(Unknown)\\x           => $(Unknown)\\x
            $([A]::B('$(C)')).x     => $([A]::B('$(C)')).x
            $(Platform              => $(Platform
            $( Platform )           => x64
            """)
    void knownPropertiesAreReplaced(String written, String expected) {
        assertThat(properties().expand(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
            '$(Platform)'=='x64'                              => true
            '$(Platform)' == 'X64'                            => true
            '$(Platform)'=='ARM64'                            => false
            '$(Platform)'!='ARM64'                            => true
            ('$(Platform)'=='ARM64')                          => false
            '$(Unknown)'==''                                  => true
            '$(Unknown)|$(Platform)'=='|x64'                  => true
            '$(Platform)'=='ARM64' or '$(Platform)'=='x64'    => true
            '$(Platform)'=='x64' And '$(Empty)'!=''           => false
            exists('there')                                   => true
            Exists('gone')                                    => false
            !exists('gone')                                   => true
            false                                             => false
            $(Unknown.StartsWith('x'))                        => true
            """)
    void conditionsHoldWhenInDoubt(String condition, boolean expected) {
        assertThat(properties().holds(condition, "there"::equals)).isEqualTo(expected);
    }
}
