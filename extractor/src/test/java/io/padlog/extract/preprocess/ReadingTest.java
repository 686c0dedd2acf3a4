package io.padlog.extract.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    private static PreprocessedFile read(byte[] bytes) {
        return Sandbox.unix().with("main.c", bytes).run("main.c");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            UTF-8, ''
            UTF-8, EFBBBF
            UTF-16LE, FFFE
            UTF-16BE, FEFF
            ISO-8859-1, ''
            """)
    void decodes(String charset, String mark) {
        byte[] text = "int größe; // ö".getBytes(Charset.forName(charset));
        byte[] bytes = new byte[mark.length() / 2 + text.length];
        for (int i = 0; i < mark.length(); i += 2) {
            bytes[i / 2] = (byte) Integer.parseInt(mark.substring(i, i + 2), 16);
        }
        System.arraycopy(text, 0, bytes, mark.length() / 2, text.length);
        PreprocessedFile file = read(bytes);
        assertThat(Sandbox.text(file)).isEqualTo("int größe ;");
        assertThat(file.tokens().expanded(0).column()).isEqualTo(1);
        assertThat(file.diagnostics()).isEmpty();
    }

    @Test
    void saysThatAFileLooksBinary() {
        PreprocessedFile file = read(new byte[] {'M', 'Z', 0, 1});
        assertThat(file.tokens().size()).isEqualTo(1);
        assertThat(Sandbox.diagnostics(file)).isEqualTo("0:0 UNREADABLE_FILE");
        assertThat(file.diagnostics().get(0).message()).contains("looks binary");
    }

    @Test
    void anAbsentFileIsADiagnostic() {
        assertThat(Sandbox.diagnostics(Sandbox.unix().run("main.c"))).isEqualTo("0:0 UNREADABLE_FILE");
    }

    @Test
    void anUnreadableHeaderIsADiagnostic() {
        PreprocessedFile file = Sandbox.unix().with("main.c", "#include \"h.h\"\nint x;").with("h.h", new byte[] {0}).run("main.c");
        assertThat(Sandbox.text(file)).isEqualTo("int x ;");
        assertThat(file.diagnostics().get(0).position().file().name()).isEqualTo("h.h");
    }

    @Test
    void damagedUtf16IsNotFatal() {
        assertThat(read(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}).tokens().size()).isGreaterThan(1);
        assertThat(read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8}).tokens().size()).isGreaterThan(0);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # written   => kind
            abc$1       => IDENTIFIER
            größe       => IDENTIFIER
            12          => INTEGER
            0x1Eu       => INTEGER
            10i64       => INTEGER
            1e5         => FLOATING
            0x1p3       => FLOATING
            .5f         => FLOATING
            u8"x"       => STRING
            L"x"        => STRING
            "a\\"b"     => STRING
            U'x'        => CHARACTER
            ->          => ARROW
            %:%:        => HASH_HASH
            <%          => LEFT_BRACE
            ::          => DOUBLE_COLON
            @           => UNKNOWN
            """)
    void classifies(String written, TokenKind kind) {
        TokenBuffer tokens = Sandbox.preprocess("; " + written).tokens();
        assertThat(tokens.size()).isEqualTo(3);
        assertThat(tokens.text(1)).isEqualTo(written);
        assertThat(tokens.kind(1)).isEqualTo(kind);
    }

    @Test
    void aSignDoesNotContinueAHexadecimalNumber() {
        assertThat(Sandbox.text(Sandbox.preprocess("0x1E+2"))).isEqualTo("0x1E + 2");
    }

    @Test
    void anUnclosedQuoteSpoilsOnlyItself() {
        PreprocessedFile file = Sandbox.preprocess("x = \"abc;\ny = L'z;\n");
        assertThat(Sandbox.text(file)).isEqualTo("x = \" abc ; y = L ' z ;");
        assertThat(Sandbox.diagnostics(file)).isEqualTo("1:5 BAD_TOKEN, 2:6 BAD_TOKEN");
    }

    @Test
    void anEmptyFileHasOnlyItsEnd() {
        assertThat(read("".getBytes(StandardCharsets.UTF_8)).tokens().size()).isEqualTo(1);
    }
}
