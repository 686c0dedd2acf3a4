package io.padlog.run.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Type;
import io.padlog.run.datalog.syntax.Range;
import io.padlog.run.engine.ByteText;
import io.padlog.run.engine.EngineResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    private static final Budget BUDGET = new Budget(Optional.empty(), 10_000_000);
    private static final Map<String, Type> TYPES = Map.of(
            "List", new Type("List", Kind.RECORD,
                    List.of(new Type.Field("head", "number", Kind.NUMBER), new Type.Field("tail", "List", Kind.RECORD)),
                    List.of()),
            "Shape", new Type("Shape", Kind.ADT, List.of(), List.of(
                    new Type.Branch("Circle", List.of(new Type.Field("r", "float", Kind.FLOAT))),
                    new Type.Branch("Label", List.of(
                            new Type.Field("text", "symbol", Kind.SYMBOL), new Type.Field("of", "Shape", Kind.ADT))),
                    new Type.Branch("Point", List.of()))));

    private final Memory memory = new Memory(Map.of(), new Symbols(), new RecordStore(BUDGET), BUDGET, new int[1], new int[1]);

    private int read(Kind kind, String type, String text) {
        Relation relation = new Relation(
                new Range("t.dl", 1, 1, 1, 1), "r", List.of(new Relation.Attribute("x", type, kind, "")),
                Relation.Representation.DEFAULT, List.of(), false, "");
        Table table = new Table(1);
        table.add(memory.symbols().number(text));
        return new ValueReader(memory, TYPES).read(relation, table).get(0, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        RECORD => List  => nil                                  => nil
        RECORD => List  => [1, nil]                             => [1, nil]
        RECORD => List  => [ -1,[ 2 ,nil] ]                     => [-1, [2, nil]]
        ADT    => Shape => $Point                               => $Point
        ADT    => Shape => $Circle(0.5)                         => $Circle(0.5)
        ADT    => Shape => $Label(a b, $Label("c,\\"d", $Point)) => $Label(a b, $Label(c,"d, $Point))
        """)
    void readsWhatItWrites(Kind kind, String type, String text, String written) {
        int value = read(kind, type, text);
        assertThat(new ValuePrinter(memory, TYPES, Notation.PLAIN).print(kind, type, value)).isEqualTo(written);
        assertThat(read(kind, type, text)).as("equal values are one").isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [1
        [1, nil] x
        1
        [1, nil, 2]
        [a, nil]
        """)
    void refusesTextThatIsNoRecord(String text) {
        assertThatThrownBy(() -> read(Kind.RECORD, "List", text)).isInstanceOf(PadlogException.class);
    }

    @Test
    void aLongListNeedsNoDeepStack() {
        String text = "[7, ".repeat(100_000) + "nil" + "]".repeat(100_000);
        int value = read(Kind.RECORD, "List", text);
        assertThat(new ValuePrinter(memory, TYPES, Notation.PLAIN).print(Kind.RECORD, "List", value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        0.1,         0.100000001
        1,           1
        -2.5,        -2.5
        123456789,   123456792
        1e10,        1e+10
        1.5e-7,      1.50000005e-07
        0,           0
        """)
    void writesFloatsAsCDoes(float value, String text) {
        assertThat(Notation.PLAIN.floating(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        abc, 0, 2, ab
        abc, 1, 9, bc
        abc, 3, 1, ''
        abc, 4, 1, ''
        abc, -1, 1, ''
        häß, 1, 2, ä
        """)
    void substringsCountBytes(String text, int from, int length, String part) {
        assertThat(TextFunctions.substring(text, from, length)).isEqualTo(part);
        assertThat(ByteText.length(part)).isEqualTo(part.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    }

    @Test
    void sortsSymbolsByCodePointAndNumbersBySign() {
        Symbols symbols = new Symbols();
        int[] cells = {
            symbols.number("\uFFFD"), 1, symbols.number("\uD83D\uDE00"), 2, symbols.number("b"), -1, symbols.number("b"), -2
        };
        Table sorted = new RowSorter(
                cells, List.of(EngineResult.Kind.SYMBOL, EngineResult.Kind.NUMBER), symbols::text).sorted();
        assertThat(List.of(sorted.get(0, 1), sorted.get(1, 1), sorted.get(2, 1), sorted.get(3, 1)))
                .containsExactly(-2, -1, 1, 2);
    }

    @Test
    void sortsFloatsAndUnsignedByValue() {
        int[] cells = {
            Float.floatToIntBits(1f), -1, Float.floatToIntBits(-2f), 0, Float.floatToIntBits(-1f), 0, Float.floatToIntBits(1f), 1
        };
        Table sorted = new RowSorter(
                cells, List.of(EngineResult.Kind.FLOAT, EngineResult.Kind.UNSIGNED), number -> "").sorted();
        assertThat(List.of(sorted.get(0, 0), sorted.get(1, 0), sorted.get(2, 1), sorted.get(3, 1)))
                .containsExactly(Float.floatToIntBits(-2f), Float.floatToIntBits(-1f), 1, -1);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        a+         => aaa  => true
        a+         => aab  => false
        [[:digit:]x]+ => 1x2 => true
        [[:upper:]]   => a   => false
        [[a&&]+    => &[a  => true
        [^b]       => a    => true
        \\d+\\.    => 12.  => true
        """)
    void patternsAreThoseOfEcmaScript(String pattern, String text, boolean matches) {
        assertThat(new TextFunctions(new Budget(Optional.empty(), 0)).matches(pattern, text)).isEqualTo(matches);
        assertThat(new TextFunctions(new Budget(Optional.empty(), 0)).matchesNot(pattern, text)).isEqualTo(!matches);
    }

    @Test
    void aWrongPatternNeitherMatchesNorMatchesNot() {
        assertThat(new TextFunctions(new Budget(Optional.empty(), 0)).matches("(", "(")).isFalse();
        assertThat(new TextFunctions(new Budget(Optional.empty(), 0)).matchesNot("(", "(")).isFalse();
    }
}
