package io.padlog.extract.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.padlog.extract.facts.TsvReader.DamagedRowException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TsvTest {
    private static final boolean[] SYMBOL_AND_NUMBER = {true, false};

    @Test
    void writesWhatSouffleReads() throws IOException {
        Symbols symbols = new Symbols();
        Table table = new Table(2);
        table.add(symbols.number("ünï \"q\" \\n"), 0);
        table.add(symbols.number("a\tb\r\nc"), Integer.MIN_VALUE);
        table.add(symbols.number(""), Integer.MAX_VALUE);
        table.add(symbols.number("ten"), 10);
        assertThat(written(table, symbols, SYMBOL_AND_NUMBER))
                .isEqualTo("ünï \"q\" \\n\t0\na b  c\t-2147483648\n\t2147483647\nten\t10\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\t1\n", "\t-2147483648\nb c\t7\nb c\t7\n"})
    void readsBackWhatItWrote(String text) throws IOException {
        Symbols symbols = new Symbols();
        Table table = read(text, symbols, SYMBOL_AND_NUMBER);
        assertThat(written(table, symbols, SYMBOL_AND_NUMBER)).isEqualTo(text);
    }

    @Test
    void takesCrlfAndALastLineWithoutEnd() throws IOException {
        Symbols symbols = new Symbols();
        Table table = read("a\t1\r\nb\t2", symbols, SYMBOL_AND_NUMBER);
        assertThat(written(table, symbols, SYMBOL_AND_NUMBER)).isEqualTo("a\t1\nb\t2\n");
    }

    @Test
    void aRelationWithoutColumnsHasALineForEachRow() throws IOException {
        Table table = new Table(0);
        table.add();
        assertThat(written(table, new Symbols(), new boolean[0])).isEqualTo("()\n");
        assertThat(read("()\n", new Symbols(), new boolean[0]).rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # rows, | for a line end, > for a tab   => line, column, reason
            a>1|b                                   => 2 => 2 => 1 columns instead of 2
            a>1>x                                   => 1 => 5 => more than 2 columns
            a>1|bb>1x                               => 2 => 4 => '1x' is not a number of 32 bits
            a>2147483648                            => 1 => 3 => '2147483648' is not a number of 32 bits
            a>-                                     => 1 => 3 => '-' is not a number of 32 bits
            """)
    void namesThePlaceOfDamage(String rows, int line, int column, String reason) {
        String text = rows.replace('>', '\t').replace('|', '\n');
        assertThatThrownBy(() -> read(text, new Symbols(), SYMBOL_AND_NUMBER))
                .isInstanceOfSatisfying(DamagedRowException.class, damage -> {
                    assertThat(damage.line()).isEqualTo(line);
                    assertThat(damage.column()).isEqualTo(column);
                    assertThat(damage).hasMessage(reason);
                });
    }

    @Test
    void refusesBadUtf8() {
        byte[] bytes = {'a', (byte) 0xC3, '\t', '1', '\n'};
        assertThatThrownBy(() -> new TsvReader(new Symbols()).read(new ByteArrayInputStream(bytes), SYMBOL_AND_NUMBER))
                .hasMessage("not UTF-8 text");
    }

    private static String written(Table table, Symbols symbols, boolean[] symbolColumns) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TsvWriter(symbols).write(table, symbolColumns, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Table read(String text, Symbols symbols, boolean[] symbolColumns) throws IOException {
        return new TsvReader(symbols).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), symbolColumns);
    }
}
