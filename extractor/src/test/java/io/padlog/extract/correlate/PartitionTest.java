package io.padlog.extract.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.cfg.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        # points, comparison => classes where it can be true; where it can be false
                 ; == 0          => zero; positive negative
                 ; != 0          => positive negative; zero
                 ; >= 0          => zero positive; negative
                 ; < 0           => negative; zero positive
                 ; > 0           => positive; zero negative
                 ; <= -1         => negative; zero positive
                 ; == 5          => positive; zero positive negative
                 ; < 1           => zero negative; positive
        5        ; == 5          => 5; zero positive negative
        5        ; > 4           => positive 5; zero positive negative
        5        ; == 0          => zero; positive negative 5
        BUSY     ; == BUSY       => BUSY; zero positive negative
        BUSY     ; == 0          => zero BUSY; positive negative BUSY
        BUSY 5   ; == 5          => 5; zero positive negative BUSY
        5|9      ; == 5          => 5|9; zero positive negative 5|9
        5|9      ; > 6           => positive 5|9; zero positive negative 5|9
        BUSY|5 9 ; == 9          => 9; zero positive negative BUSY|5
        """)
    void dividesValuesByWhatTheyAreComparedWith(String question, String classes) {
        String[] parts = question.split(";");
        Partition partition = new Partition(parts[0].isBlank()
                ? List.of()
                : List.of(parts[0].trim().split(" ")).stream().map(PartitionTest::point).toList());
        String[] comparison = parts[1].trim().split(" ");
        Value constant = constant(comparison[1]);
        assertThat(text(partition, partition.where(comparison[0], constant, true)) + "; "
                + text(partition, partition.where(comparison[0], constant, false))).isEqualTo(classes);
    }

    private static Partition.Point point(String text) {
        return new Partition.Point(Stream.of(text.split("\\|")).map(PartitionTest::constant).toList());
    }

    private static Value constant(String text) {
        return Character.isLetter(text.charAt(0))
                ? new Value.Variable(text, Value.Scope.ENUMERATOR, -1)
                : new Value.Constant(Long.parseLong(text));
    }

    private static String name(Value constant) {
        return constant instanceof Value.Constant known ? Long.toString(known.value()) : ((Value.Variable) constant).name();
    }

    private static String text(Partition partition, int classes) {
        List<String> names = new ArrayList<>(List.of("zero", "positive", "negative"));
        partition.points().forEach(point -> names.add(String.join("|", point.constants().stream().map(PartitionTest::name).toList())));
        List<String> chosen = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            if ((classes & 1 << index) != 0) {
                chosen.add(names.get(index));
            }
        }
        return String.join(" ", chosen);
    }
}
