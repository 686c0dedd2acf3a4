package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extractor;
import io.padlog.extract.facts.Facts;
import io.padlog.run.Golden;
import io.padlog.run.catalog.ApiTables;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.job.Deadline;
import io.padlog.run.job.Extract;
import io.padlog.run.job.Query;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellSessionTest {
    private static final QueryResources RESOURCES = QueryResources.installed();
    private static final Facts FACTS = Extractor.extract(List.of(Path.of("../testdata/drivers/ringbuf")),
            ExtractOptions.plain(Extract.platform(ApiTables.of(RESOURCES)))).facts();

    @TempDir Path folder;
    private final ShellSession session = new ShellSession(
            new Query(new EmbeddedEngine(), RESOURCES), FACTS, RESOURCES, 1, () -> Deadline.in(Optional.empty()));

    @Test
    void practiceIsAQuestionThatHasAnAnswer() throws IOException {
        ShellSession practice = new ShellSession(Query.embedded(RESOURCES), ShellSession.practiceFacts(RESOURCES), RESOURCES, 1,
                () -> Deadline.in(Optional.empty()));
        StringBuilder answer = new StringBuilder();
        practice.evaluate(ShellSession.PRACTISED, answer);
        assertThat(answer).contains("(1 row)");
        int[] asked = new int[1];
        ShellSession.practise(RESOURCES, 1, () -> asked[0]++ < 3);
        assertThat(asked[0]).isEqualTo(4);
    }

    /** As Ctrl-C while an answer is computed. */
    @Test
    void anInterruptGivesUpTheQuestionAndNotTheShell() throws IOException {
        ByteArrayInputStream typed = new ByteArrayInputStream(
                "call(n, f, \"WdfSpinLockAcquire\")\nfunction(f, _, \"RingPut\", _, _)\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (org.jline.terminal.Terminal screen = new DumbTerminal(typed, shown)) {
            DatalogEngine embedded = new EmbeddedEngine();
            Query interrupted = new Query(new DatalogEngine() {
                private boolean again;

                @Override
                public EngineResult run(EngineRequest request) {
                    if (!again) {
                        again = true;
                        screen.raise(org.jline.terminal.Terminal.Signal.INT);
                    }
                    return embedded.run(request);
                }

                @Override
                public String describe() {
                    return embedded.describe();
                }

                @Override
                public boolean readsFactFiles() {
                    return embedded.readsFactFiles();
                }
            }, RESOURCES);
            ShellCommand.converse(new ShellSession(interrupted, FACTS, RESOURCES, 2, () -> Deadline.in(Optional.empty())), screen,
                    folder.resolve("history"));
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("embedded engine: interrupted before it finished", "(1 row)");
    }

    @Test
    void aConversation() throws IOException {
        Files.writeString(folder.resolve("mine.dl"), "locker(f) :- call(_, f, \"WdfSpinLockAcquire\").\n");
        String typed = """
                call(n, f, "WdfSpinLockAcquire"),
                function(f, _, name, _, _), located(n, file, line, _)
                timer(name) :- callback(f, "EVT_WDF_TIMER", _), function(f, _, name, _, _).
                timer(who)
                :explain 1
                :explain entry(1, _)
                :count call(n, _, _)
                :limit 2
                entry(f, n)
                :ask callers_of RingPut
                :explain answer("RingEvtIoWrite", _, _)
                :explain 2
                :explain
                :load %s
                locker(f), function(f, _, name, _, _)
                :definitions
                :export %s
                :forget
                timer(who)
                cal(n, _, _)
                :nonsense
                :limit x
                :schema call
                :quit
                entry(f, n)
                """.formatted(folder.resolve("mine.dl"), folder.resolve("out.csv"));
        StringBuilder transcript = new StringBuilder();
        StringWriter out = new StringWriter();
        ShellCommand.piped(session, new BufferedReader(new StringReader(typed)), out);
        transcript.append(out);
        Golden.assertMatches(getClass(), "shell.txt", transcript.toString());
        assertThat(folder.resolve("out.csv")).content().startsWith("f,name\r\n").hasLineCount(8);
    }

    @Test
    void countsRowsAndListsQuestions() throws IOException {
        StringWriter out = new StringWriter();
        ShellCommand.piped(session, new BufferedReader(new StringReader(":stat\n:ask\n:schema\n:help")), out);
        assertThat(out.toString().lines()).anyMatch(line -> line.matches("entry +15")).anyMatch(line -> line.startsWith("callers_of"))
                .contains("call(node, caller, callee)", ":quit                 or Ctrl-D; Ctrl-C gives a question up");
    }

    @Test
    void completesWhatFitsThere() {
        assertThat(session.completions("", ":s")).contains(":schema", ":stat");
        assertThat(session.completions("", "ca")).contains("call", "call_target", "function");
        assertThat(session.completions("entry(f, n), call(", "c")).containsExactly("node", "caller", "callee");
        assertThat(session.completions(":ask ", "cal")).contains("callers_of", "callbacks");
        assertThat(session.completions(":ask callers_of ", "Ring")).contains("RingPut").doesNotContain("callers_of");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            # before and word                       => what the word could become
            call(n, f, "^WdfTimerSt                 => WdfTimerStart" WdfTimerStop"
            include(file, line, "wdf.h", "^x        =>
            located(n, "queue.^                     => c"
            located(n, "device.c"), function(_, _, "RingPu^  => t"
            call("^1                                =>
            nosuch("^a                              =>
            """)
    void completesValuesOfAColumn(String typed, String expected) {
        int caret = typed.indexOf('^');
        String rest = typed.substring(caret + 1).strip();
        assertThat(session.completions(typed.substring(0, caret), rest).stream().filter(value -> value.startsWith(rest)).toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void aLineGoesOnAfterAComma() {
        assertThat(ShellSession.goesOn("entry(f, n),\n")).isTrue();
        assertThat(ShellSession.goesOn("a(f) :-")).isTrue();
        assertThat(ShellSession.goesOn("entry(f, n)")).isFalse();
        assertThat(ShellSession.goesOn(":export a,")).isFalse();
    }
}
