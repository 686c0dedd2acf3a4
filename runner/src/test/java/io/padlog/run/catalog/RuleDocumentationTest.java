package io.padlog.run.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code padlog rules ID} shows is true: its examples are testdata, where the rule finds the one and not the other. */
class RuleDocumentationTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)## (Wrong|Right)\n.*?```c\n(.*?)```");
    private static final String EXPECTED = "[ \t]*// expect: ?";
    private static final List<String> DRIVERS = new ArrayList<>();

    @BeforeAll
    static void readTestdata() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../testdata"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".c")).toList()) {
                DRIVERS.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    static List<Rule> rules() {
        return Catalog.of(QueryResources.installed()).rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void showsAWrongAndARightExample(Rule rule) {
        List<String> kinds = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(rule.docs());
        while (example.find()) {
            boolean wrong = example.group(1).equals("Wrong");
            kinds.add(example.group(1));
            assertThat(DRIVERS).as(example.group()).anyMatch(driver ->
                    driver.replaceAll(EXPECTED + ".*", "").contains(example.group(2))
                            && wrong == Pattern.compile(EXPECTED + Pattern.quote(rule.id()) + "\\b").matcher(driver).find());
        }
        assertThat(kinds).containsExactly("Wrong", "Right");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void namesTheOldRuleAndWhatBecameOfIt(Rule rule) {
        String heading = "## For users of Static Driver Verifier\n";
        if (rule.sdv().isEmpty()) {
            assertThat(rule.docs()).doesNotContain(heading);
        } else {
            assertThat(rule.docs()).contains(heading);
            assertThat(rule.docs().substring(rule.docs().indexOf(heading)).replace('\n', ' '))
                    .contains("*" + rule.sdv() + "*")
                    .containsPattern("in no WDK since|not in later documentation|is still in Windows|are maintained");
        }
    }
}
