package io.padlog.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteTextTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        # bytes => code points
        41c3a9        => 41 e9
        c3            => dcc3
        a9c3          => dca9 dcc3
        c3a9c3        => e9 dcc3
        e697          => dce6 dc97
        f09f9880      => 1f600
        f09f988041    => 1f600 41
        f09f98ff      => dcf0 dc9f dc98 dcff
        efbfbd        => fffd
        eda080        => dced dca0 dc80
        c080          => dcc0 dc80
        f09f988080    => 1f600 dc80
        """)
    void keepsBytesThatAreNoCharacter(String bytes, String points) throws IOException {
        String text = ByteText.decode(HEX.parseHex(bytes));
        assertThat(String.join(" ", text.codePoints().mapToObj(Integer::toHexString).toList())).isEqualTo(points);
        assertThat(HEX.formatHex(ByteText.encode(text))).isEqualTo(bytes);
        assertThat(ByteText.length(text)).isEqualTo(bytes.length() / 2);
        assertThat(HEX.formatHex(written(text))).isEqualTo(bytes);
        assertThat(ByteText.hasStray(text)).isEqualTo(points.contains("dc"));
    }

    @Test
    void comesBackFromAnyBytes() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) new int[] {0x41, 0xC3, 0xA9, 0xF0, 0x9F, 0x98, 0x80, 0xED, random.nextInt(256)}[random.nextInt(9)];
            }
            String text = ByteText.decode(bytes);
            assertThat(ByteText.encode(text)).isEqualTo(bytes);
            assertThat(written(text)).isEqualTo(bytes);
            byte[] other = new byte[] {0x41, (byte) bytes.length, (byte) 0xC3, (byte) 0xA9};
            assertThat(Integer.signum(ByteText.compare(text, ByteText.decode(other))))
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(bytes, other)));
        }
    }

    /** A lone surrogate that stands for no byte, out of UTF-16, is written as a question mark. */
    @Test
    void writesAQuestionMarkForHalfACharacter() throws IOException {
        assertThat(new String(written("a\uD83Db\uDE00"))).isEqualTo("a?b?");
    }

    private static byte[] written(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ByteTextWriter out = new ByteTextWriter(bytes)) {
            for (char c : text.toCharArray()) {
                out.write(c);
            }
        }
        return bytes.toByteArray();
    }
}
