package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.cli.Terminal.Colour;
import io.padlog.run.report.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # environment                                  option => colours, width
            PADLOG_TERMINAL=err out 120                  ; auto   => true 120
            PADLOG_TERMINAL=err                          ; auto   => false 0
            PADLOG_TERMINAL=err out 120,NO_COLOR=1       ; auto   => false 120
            PADLOG_TERMINAL=err out 120,NO_COLOR=        ; auto   => true 120
            PADLOG_TERMINAL=err out 120,TERM=dumb        ; auto   => false 120
            PADLOG_TERMINAL=out 80,NO_COLOR=1            ; always => true 80
            PADLOG_TERMINAL=out 80                       ; never  => false 80
            PADLOG_TERMINAL=                             ; auto   => false 0
            X=                                           ; always => true 0
            PADLOG_TERMINAL=out wide 99999               ; auto   => true 0
            """)
    void coloursAreForTerminals(String given, String expected) {
        Map<String, String> environment = new TreeMap<>();
        for (String variable : given.substring(0, given.indexOf(';')).strip().split(",")) {
            environment.put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        Colour colour = Colour.valueOf(given.substring(given.indexOf(';') + 1).strip().toUpperCase(java.util.Locale.ROOT));
        TextStyle style = Terminal.of(environment).style(colour);
        assertThat(style.colours() + " " + style.width()).isEqualTo(expected.strip());
    }

    @Test
    void progressSaysNothingOfShortWorkAndCleansUpAfterLong() throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (Progress progress = new Progress(err, true)) {
            progress.phase("reading");
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
        try (Progress progress = new Progress(err, true)) {
            progress.phase("reading");
            Thread.sleep(1_500);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("padlog: reading, ").endsWith("\r\u001B[K");
    }
}
