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

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # phase, files read, files, milliseconds, width => line
            reading sources, 0, 0, 1200, 80         => padlog: reading sources, 1 s
            reading sources, 0, 900, 1200, 80       => padlog: reading sources, 0 of 900 files, 0.0/s, 1 s
            reading sources, 300, 900, 1500, 80     => padlog: reading sources, 300 of 900 files, 200/s, about 3 s left
            reading sources, 3, 900, 1500, 80       => padlog: reading sources, 3 of 900 files, 2.0/s, about 7:29 min left
            running 69 rules, 900, 900, 9000, 80    => padlog: running 69 rules, 900 of 900 files, 100/s, 9 s
            running 69 rules, 900, 900, 9000, 32    => padlog: running 69 rules, 900 o
            running 69 rules, 1, 1, 100000, 0       => padlog: running 69 rules, 1 of 1 file, 0.0/s, 1:40 min
            """)
    void progressTellsPhaseFilesRateAndTimeLeft(String state, String line) {
        String[] words = state.strip().split(", ");
        assertThat(Progress.line(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]),
                Integer.parseInt(words[4]))).isEqualTo(line);
    }

    @Test
    void progressSaysNothingOfShortWorkAndCleansUpAfterLong() throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (Progress progress = new Progress(err, true, 80)) {
            progress.phase("reading");
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
        try (Progress progress = new Progress(err, true, 80)) {
            progress.phase("reading");
            Thread.sleep(1_500);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("padlog: reading, ").endsWith("\r\u001B[K");
    }
}
