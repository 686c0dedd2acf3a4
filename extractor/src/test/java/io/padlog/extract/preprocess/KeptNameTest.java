package io.padlog.extract.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function that the tables know is called by its name, also where that is a macro. The sandbox knows {@code Acquire}. */
class KeptNameTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # macro                                => source                  => what is parsed
            Acquire(l) lock(&(l)->Lock)            => Acquire(dev);           => Acquire ( dev ) ;
            Acquire lock                           => Acquire(dev);           => Acquire ( dev ) ;
            Acquire() lock(&Global)                => Acquire();              => Acquire ( ) ;
            TAKE(l) Acquire(l)                     => TAKE(dev);              => Acquire ( dev ) ;
            Release(l) unlock(&(l)->Lock)          => Release(dev);           => unlock ( & ( dev ) -> Lock ) ;
            # not a call
            Acquire 2                              => mode = Acquire;         => mode = 2 ;
            Acquire 2                              => f(Acquire)              => f ( 2 )
            """)
    void isNotExpanded(String macro, String source, String parsed) {
        assertThat(Sandbox.text(Sandbox.preprocess("#define " + macro + "\n" + source + "\n"))).isEqualTo(parsed);
    }
}
