package io.padlog.run.datalog.strata;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.strata.Dependency.Way;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrataTest {
    /** Reads "a-b" as: a reads b; "a!b" its negation, "a#b" an aggregate over it. */
    private static List<Dependency> dependencies(String text) {
        List<Dependency> dependencies = new ArrayList<>();
        for (String edge : text.isBlank() ? new String[0] : text.split(" ")) {
            Way way = switch (edge.charAt(1)) {
                case '!' -> Way.NEGATION;
                case '#' -> Way.AGGREGATE;
                default -> Way.POSITIVE;
            };
            dependencies.add(new Dependency(edge.substring(0, 1), edge.substring(2), way, new Range("t.dl", 1, 1, 1, 1)));
        }
        return dependencies;
    }

    private static Set<String> relations(String names) {
        return new LinkedHashSet<>(Arrays.asList(names.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        # relations: reads => strata, * is recursive
        a b c:                 => a b c
        a b c: a-b b-c         => c b a
        a b: a-b b-a           => ab*
        a b: a-a a-b           => b a*
        a b c d: b-a c-b b-c d-c a-d => abcd*
        a b c: a!b c#a         => b a c
        """)
    void ordersRelations(String given, String expected) {
        String[] parts = given.split(":", 2);
        Strata strata = new Strata(relations(parts[0]), dependencies(parts[1].strip()));
        String shown = strata.strata().stream()
                .map(stratum -> String.join("", stratum.relations()) + (stratum.recursive() ? "*" : ""))
                .collect(Collectors.joining(" "));
        assertThat(shown).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        # reads => cycle
        a!b b-c c-a  => cannot stratify: 'a' depends on its own negation: a -> !b -> c -> a
        a-b b#a      => cannot stratify: 'b' depends on its own aggregation: b -> aggregate over a -> b
        a!a          => cannot stratify: 'a' depends on its own negation: a -> !a
        a!b b-c      => ''
        """)
    void showsCyclesThroughNegation(String reads, String message) {
        List<Dependency> dependencies = dependencies(reads);
        Strata strata = new Strata(relations("a b c"), dependencies);
        List<String> messages = strata.cyclesThroughNegation(dependencies).stream().map(Problem::message).toList();
        assertThat(String.join("; ", messages)).isEqualTo(message);
    }

    @Test
    void aLongChainDoesNotExhaustTheStack() {
        List<Dependency> dependencies = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        Range range = new Range("t.dl", 1, 1, 1, 1);
        for (int number = 0; number < 100_000; number++) {
            names.add("r" + number);
            dependencies.add(new Dependency("r" + number, "r" + (number + 1), Way.POSITIVE, range));
        }
        assertThat(new Strata(names, dependencies).strata()).hasSize(100_000);
    }
}
