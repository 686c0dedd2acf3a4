package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.cli.Session.Outcome;
import io.padlog.run.job.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every {@code padlog} command that the README shows, in its order, with the exit status that it tells. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|prolog)\\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern STATUS = Pattern.compile("\\s+# exit status (\\d+)$");
    private static final Set<String> OUTPUTS = Set.of("-o", "--steps", "--facts", "--export");

    @TempDir Path folder;

    @Test
    void everyCommandDoesWhatItSays() throws IOException {
        int commands = 0;
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../README.md")));
        while (block.find()) {
            if (block.group(1).equals("prolog")) {
                String program = block.group(2);
                Files.writeString(folder.resolve(program.substring(3, program.indexOf('\n'))), program);
                continue;
            }
            for (String line : block.group(2).lines().toList()) {
                int start = line.indexOf("padlog ");
                if (start >= 0) {
                    run(line.substring(start + "padlog ".length()));
                    commands++;
                }
            }
        }
        assertThat(commands).isGreaterThan(10);
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

    private void run(String line) {
        Matcher told = STATUS.matcher(line);
        int status = told.find() ? Integer.parseInt(told.group(1)) : 0;
        List<String> args = new ArrayList<>();
        Matcher word = WORD.matcher(told.replaceAll(""));
        while (word.find()) {
            String text = word.group(1) != null ? word.group(1) : word.group(2);
            boolean output = !args.isEmpty() && OUTPUTS.contains(args.get(args.size() - 1));
            if (output || Files.exists(folder.resolve(text.replaceAll("[*?:<>|\"]", "_"))) && text.endsWith(".dl")) {
                args.add(folder.resolve(text).toString());
            } else {
                args.add(text.startsWith("testdata/") ? "../" + text : text);
            }
        }
        Outcome outcome = Session.run(Wiring.installed(Map.of("PATH", "")), args.toArray(String[]::new));
        assertThat(outcome.status()).as("padlog " + line + "\n" + outcome.err()).isEqualTo(status);
    }
}
