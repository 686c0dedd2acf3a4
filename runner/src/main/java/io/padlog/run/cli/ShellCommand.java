package io.padlog.run.cli;

import io.padlog.extract.facts.Facts;
import io.padlog.run.ExitStatus;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.job.Query;
import io.padlog.run.job.Wiring;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.Callable;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code padlog shell}: questions one after the other. */
@Command(
        name = "shell",
        description = "Ask questions one after the other; the facts are read once. :help tells how.",
        footerHeading = "%nExample:%n",
        footer = "  padlog shell drivers/ringbuf",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.STOPPED, Statuses.ENGINE, Statuses.BUG})
final class ShellCommand implements Callable<Integer> {
    private static final String PROMPT = "padlog> ";
    private static final String MORE = "      > ";

    private final Console console;
    private final Terminal terminal;
    private final Wiring wiring;
    private final QueryResources installed;

    @Parameters(paramLabel = "PATH", description = "Folders and files to read, unless --facts is given.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private FactSource facts = new FactSource();

    @Option(names = "--history", paramLabel = "FILE",
            description = "Remember what is typed in FILE. Default: .padlog_history in the home folder.")
    private Optional<Path> history = Optional.empty();

    @ArgGroup(validate = false, heading = "%nInput:%n", order = 1)
    private ExtractionOptions input = new ExtractionOptions();

    @ArgGroup(validate = false, heading = PairOptions.HEADING, order = 2)
    private PairOptions pairs = new PairOptions();

    @ArgGroup(validate = false, heading = "%nEngine:%n", order = 3)
    private EngineOptions engine = new EngineOptions();

    @Mixin
    private Verbosity verbosity;

    ShellCommand(Console console, Terminal terminal, Wiring wiring, QueryResources installed) {
        this.console = console;
        this.terminal = terminal;
        this.wiring = wiring;
        this.installed = installed;
    }

    @Override
    public Integer call() throws IOException {
        DatalogEngine chosen = engine.chosen(wiring, console, verbosity, warning -> false);
        QueryResources resources = pairs.addedTo(installed);
        Query query = new Query(chosen, resources);
        AtomicBoolean waiting = new AtomicBoolean(true);
        Thread preparation = new Thread(() -> {
            query.prepare();
            if (!chosen.readsFactFiles()) {
                ShellSession.practise(resources, engine.threads(), waiting::get);
            }
        }, "prepare");
        preparation.setDaemon(true);
        preparation.start();
        Facts read = rows(resources);
        waiting.set(false);
        // What was read stays. Moved out of the way now, it is not in the middle of an answer.
        System.gc();
        ShellSession session = new ShellSession(query, read, resources, engine.threads(), engine::deadline);
        Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        // Without the launcher, a console is the best sign of a terminal.
        if (terminal.in() || System.console() != null) {
            interactive(session);
        } else {
            piped(session, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
        }
        return ExitStatus.CLEAN.code();
    }

    private Facts rows(QueryResources resources) {
        try (Progress progress = Progress.of(console, terminal, verbosity)) {
            return facts.read(paths, input.options(engine.threads(), resources, progress), engine.deadline(), wiring, resources);
        }
    }

    /** Evaluates line after line until there are no more. */
    static void piped(ShellSession session, BufferedReader in, Writer out) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean goesOn = true;
        for (String line = in.readLine(); goesOn && line != null; line = in.readLine()) {
            text.append(line).append('\n');
            if (!ShellSession.goesOn(text.toString())) {
                goesOn = session.evaluate(text.toString(), out);
                text.setLength(0);
                out.flush();
            }
        }
        if (goesOn && text.length() > 0) {
            session.evaluate(text.toString(), out);
        }
        out.flush();
    }

    private void interactive(ShellSession session) throws IOException {
        try (org.jline.terminal.Terminal screen = TerminalBuilder.builder().system(true).build()) {
            converse(session, screen, history.orElse(Path.of(System.getProperty("user.home"), ".padlog_history")));
        }
    }

    /** Evaluates what is typed until the user leaves. */
    static void converse(ShellSession session, org.jline.terminal.Terminal screen, Path remembered) throws IOException {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(screen)
                .parser(parser())
                .completer((line, parsed, candidates) -> {
                    String before = parsed.line().substring(0, parsed.cursor() - parsed.wordCursor());
                    session.completions(before, parsed.word()).forEach(word -> candidates.add(candidate(word)));
                })
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, MORE)
                .variable(LineReader.HISTORY_FILE, remembered)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        screen.writer().println("Facts are read. :help tells what can be asked.");
        Thread asking = Thread.currentThread();
        // Ends the question, not the shell; JLine itself sees it while a line is typed.
        screen.handle(org.jline.terminal.Terminal.Signal.INT, signal -> asking.interrupt());
        boolean goesOn = true;
        while (goesOn) {
            // One that came too late is not meant for the next question.
            Thread.interrupted();
            try {
                goesOn = session.evaluate(reader.readLine(PROMPT), screen.writer());
                screen.flush();
            } catch (UserInterruptException e) {
                screen.writer().println("(Ctrl-D or :quit leaves)");
            } catch (EndOfFileException e) {
                goesOn = false;
            }
        }
    }

    /** Words end where names do, and a line that goes on asks for the next one. */
    private static Parser parser() {
        DefaultParser words = new DefaultParser() {
            @Override
            public boolean isDelimiterChar(CharSequence buffer, int position) {
                char c = buffer.charAt(position);
                return !Character.isLetterOrDigit(c) && c != '_' && c != ':';
            }
        };
        words.setQuoteChars(null);
        words.setEscapeChars(null);
        return (line, cursor, context) -> {
            if (context == Parser.ParseContext.ACCEPT_LINE && ShellSession.goesOn(line)) {
                throw new EOFError(-1, -1, "goes on");
            }
            return new Words(words.parse(line, cursor, context));
        };
    }

    /** No blank is set behind a string that is closed: a comma or parenthesis follows. */
    private static Candidate candidate(String word) {
        return new Candidate(word, word, null, null, null, null, !word.endsWith("\""));
    }

    /** Words as they are. What JLine's own parser gives also quotes what is completed, as a command shell wants it. */
    private record Words(ParsedLine parsed) implements CompletingParsedLine {
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }

        @Override
        public String word() {
            return parsed.word();
        }

        @Override
        public int wordCursor() {
            return parsed.wordCursor();
        }

        @Override
        public int wordIndex() {
            return parsed.wordIndex();
        }

        @Override
        public List<String> words() {
            return parsed.words();
        }

        @Override
        public String line() {
            return parsed.line();
        }

        @Override
        public int cursor() {
            return parsed.cursor();
        }
    }
}
