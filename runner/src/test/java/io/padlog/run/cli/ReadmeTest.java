package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.cli.Session.Outcome;
import io.padlog.run.job.Wiring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs every {@code padlog} command that the documentation shows, in its order, with the exit status that it tells; a block
 * of text behind it is what it writes.
 */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|prolog|c|java|text|yaml)\\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern STATUS = Pattern.compile("\\s+# exit status (\\d+)$");
    private static final String JAVA = "java -cp runner/target/padlog.jar ";
    private static final Pattern NAMED = Pattern.compile("(?://|/\\*) (\\S+)(?: \\*/)?\\n(?s:.*)");
    /** lies in the folder {@code my_rules} */
    private static final Pattern RULE = Pattern.compile("// id: +(\\S+)\n(?s:.*)");
    private static final Set<String> OUTPUTS = Set.of("--rules", "-o", "--steps", "--facts", "--export", "--baseline", "--cache", "init");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"../README.md, 20", "../queries/README.md, 8"})
    void everyCommandDoesWhatItSays(Path document, int least) throws IOException, InterruptedException {
        int commands = 0;
        Outcome last = new Outcome(0, "", "");
        Matcher block = BLOCK.matcher(Files.readString(document));
        while (block.find()) {
            String text = block.group(2);
            Matcher named = NAMED.matcher(text);
            Matcher rule = RULE.matcher(text);
            if (block.group(1).equals("text")) {
                assertThat(last.out().replace("\r\n", "\n")).isEqualTo(text);
            } else if (block.group(1).matches("prolog|c|java") && named.matches()) {
                Files.writeString(folder.resolve(named.group(1)), text);
            } else if (rule.matches()) {
                Files.writeString(Files.createDirectories(folder.resolve("my_rules")).resolve(rule.group(1) + ".dl"), text);
            } else {
                for (String line : text.lines().toList()) {
                    if (line.startsWith(JAVA)) {
                        last = program(line.substring(JAVA.length()).split(" "));
                    }
                    int start = line.indexOf("padlog ");
                    if (start >= 0) {
                        last = run(line.substring(start + "padlog ".length()));
                        commands++;
                    }
                }
            }
        }
        assertThat(commands).isGreaterThanOrEqualTo(least);
    }

    @Test
    void everyExampleOfTheHelpWorks() throws IOException {
        Files.writeString(folder.resolve("reach.dl"), ".decl r(x: number)\n.output r\nr(1).\n");
        run("extract testdata/drivers/ringbuf -o facts");
        int commands = 0;
        try (Stream<Path> helps = Files.list(Path.of("src/test/resources/io/padlog/run/cli/help"))) {
            for (Path help : helps.sorted().toList()) {
                for (String line : Files.readString(help).replaceFirst("(?s)^.*\nExamples?:\n", "").lines().toList()) {
                    if (line.startsWith("  padlog ")) {
                        String command = line.substring("  padlog ".length()).replace("drivers/ringbuf", "testdata/drivers/ringbuf");
                        run(command.startsWith("check") ? command + "  # exit status 1" : command);
                        commands++;
                    }
                }
            }
        }
        assertThat(commands).isGreaterThanOrEqualTo(10);
    }

    @Test
    void theFindingShownIsTheOneThatIsFound() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        for (String line : Files.readAllLines(Path.of("src/test/resources/io/padlog/run/cli/ringbuf.txt"))) {
            if (line.isEmpty()) {
                return;
            }
            assertThat(readme).contains("\n    " + line + "\n");
        }
    }

    private Outcome run(String line) {
        Matcher told = STATUS.matcher(line);
        int status = told.find() ? Integer.parseInt(told.group(1)) : 0;
        List<String> args = new ArrayList<>();
        Matcher word = WORD.matcher(told.replaceAll(""));
        while (word.find()) {
            args.add(placed(word.group(1) != null ? word.group(1) : word.group(2), args));
        }
        if (args.get(0).equals("init")) {
            args.add(folder.toString());
        }
        InputStream standard = System.in;
        try {
            // The test runner talks over its own standard input.
            System.setIn(new ByteArrayInputStream(new byte[0]));
            Outcome outcome = Session.run(Wiring.installed(Map.of("PATH", "")), args.toArray(String[]::new));
            assertThat(outcome.status()).as("padlog " + line + "\n" + outcome.err()).isEqualTo(status);
            return outcome;
        } finally {
            System.setIn(standard);
        }
    }

    /** Compiles and runs a program that the document shows, with padlog on its class path. */
    private Outcome program(String[] words) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), folder.resolve(words[0]).toString(), placed(words[1], List.of())).redirectErrorStream(true).start();
        String out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(out).isZero();
        return new Outcome(0, out, "");
    }

    /** Files that are written, or that the document shows, lie in a folder of the test's own. */
    private String placed(String text, List<String> before) {
        String last = before.isEmpty() ? "" : before.get(before.size() - 1);
        if (last.equals("--format") && text.contains("=")) {
            return text.substring(0, text.indexOf('=') + 1) + folder.resolve(text.substring(text.indexOf('=') + 1));
        }
        boolean ours = text.matches("([\\w.-]+|queries/.*)\\.(dl|c)") && Files.exists(folder.resolve(text));
        boolean output = OUTPUTS.contains(last) || List.of("-F", "-D", "-I").contains(last) && before.get(0).equals("datalog");
        if (output || ours) {
            return folder.resolve(text).toString();
        }
        return text.startsWith("testdata/") ? "../" + text : text;
    }
}
