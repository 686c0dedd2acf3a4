package io.padlog.extract.preprocess;

import io.padlog.extract.preprocess.LexedFile.Fault;
import io.padlog.extract.preprocess.LexedFile.Note;
import io.padlog.extract.preprocess.MacroDefinition.Builtin;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.token.TokenKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stack of open files of one translation unit, and the way of their tokens into the columns. */
final class Translation implements FileTokens {
    private static final int DEEPEST_INCLUDE = 200;
    /** A file may include itself, as tables of X macros do, but not without end. */
    private static final int MOST_SELVES = 16;
    private static final int MOST_FILES = 20_000;
    private static final int MOST_TOKENS = 16_000_000;

    private final LocationTable locations;
    private final Reporter reporter;
    private final Spellings spellings;
    private final MacroTable macros;
    private final TokenColumns columns;
    private final Expander expander;
    private final Directives directives;
    private final List<OpenFile> files = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Remark> pragmas = new ArrayList<>();
    /** The source, once it is its turn. */
    private Optional<LexedFile> main = Optional.empty();
    private int opened;
    private long tokensRead;
    /** Macro calls do not reach beyond the file they begin in. */
    private int floor;
    private boolean reportedLimit;

    private Translation(Spellings spellings, Lexer lexer, MacroTable macros, Headers headers, boolean msvc,
            Set<String> worthwhile, LocationTable locations, TokenColumns columns) {
        this.spellings = spellings;
        this.macros = macros;
        this.locations = locations;
        this.columns = columns;
        this.reporter = new Reporter(locations);
        this.expander = new Expander(spellings, lexer, macros, locations, columns, reporter, this, msvc);
        OtherArms otherArms = new OtherArms(macros, worthwhile, (name, value) -> definition(lexer, name, value), this::isTrue);
        this.directives = new Directives(this, spellings, macros, expander, locations, reporter, headers, otherArms);
    }

    /** Begins a translation unit.
     *  @param macros an empty table */
    static Translation begin(Spellings spellings, Lexer lexer, MacroTable macros, Headers headers, boolean msvc,
            Set<String> worthwhile) {
        LocationTable locations = new LocationTable();
        return new Translation(spellings, lexer, macros, headers, msvc, worthwhile, locations, new TokenColumns(locations));
    }

    /** Goes on from where others have come before. */
    static Translation after(HeaderPrefix prefix, Spellings spellings, Lexer lexer, MacroTable macros, Headers headers,
            boolean msvc, Set<String> worthwhile, int expectedTokens) {
        LocationTable locations = new LocationTable(prefix.locations());
        TokenColumns columns = new TokenColumns(locations, prefix.columns(), expectedTokens);
        Translation translation = new Translation(spellings, lexer, macros, headers, msvc, worthwhile, locations, columns);
        macros.restore(prefix.macros());
        translation.directives.restore(prefix.directives());
        translation.expander.restore(prefix.expander());
        translation.opened = prefix.opened();
        translation.tokensRead = prefix.tokensRead();
        return translation;
    }

    /**
     * Reads what is defined before a source's first line; nothing is kept of it but macros and what is to be told.
     *
     * @param settings macros that stay as the preludes leave them
     */
    HeaderPrefix preludes(List<LexedFile> preludes, List<MacroSetting> settings) {
        defineBuiltins();
        for (LexedFile prelude : preludes) {
            open(prelude, locations.add(prelude.source), IncludeResolver.NO_FOLDER);
            copyAll();
        }
        settings.forEach(setting -> macros.force(spellings.identifier(setting.macro())));
        pragmas.clear();
        tokensRead = 0;
        return prefix(new TokenColumns(locations), List.of(stageSince(new Begin(0, 0, 0, 0, 0))));
    }

    /** Reads the headers that a source begins with. */
    HeaderPrefix headers(HeaderPrefix before, List<IncludeResolver.Found> files) {
        List<HeaderPrefix.Stage> stages = new ArrayList<>(before.stages());
        for (IncludeResolver.Found file : files) {
            Begin begin = new Begin(reporter.diagnostics().size(), directives.includes().size(), directives.hidden().size(),
                    remarks.size(), pragmas.size());
            directives.openFirst(file);
            copyAll();
            stages.add(stageSince(begin));
        }
        return prefix(columns, stages);
    }

    /** Lengths of the lists of what was met. */
    private record Begin(int diagnostics, int includes, int hidden, int remarks, int pragmas) {}

    private HeaderPrefix.Stage stageSince(Begin begin) {
        return new HeaderPrefix.Stage(since(begin.diagnostics, reporter.diagnostics()),
                since(begin.includes, directives.includes()), since(begin.hidden, directives.hidden()),
                since(begin.remarks, remarks), since(begin.pragmas, pragmas));
    }

    private static <T> List<T> since(int begin, List<T> list) {
        return List.copyOf(list.subList(begin, list.size()));
    }

    private HeaderPrefix prefix(TokenColumns kept, List<HeaderPrefix.Stage> stages) {
        TokenColumns ended = new TokenColumns(locations, kept, 1);
        ended.add(spellings.endOfFile, 0, 0, 0, TokenColumns.NO_USE);
        return new HeaderPrefix(
                macros.save(), locations, directives.save(), expander.save(), kept, ended, stages, opened, tokensRead);
    }

    private void tell(HeaderPrefix.Stage stage) {
        stage.diagnostics().forEach(reporter::add);
        directives.includes().addAll(stage.includes());
        directives.hidden().addAll(stage.hidden());
        remarks.addAll(stage.remarks());
        pragmas.addAll(stage.pragmas());
    }

    /** Reads a source that begins with the headers of a prefix. */
    PreprocessedFile run(HeaderPrefix prefix, LexedFile main, LeadingIncludes leading) {
        int stage = 0;
        tell(prefix.stages().get(stage++));
        this.main = Optional.of(main);
        int base = directives.load(main);
        open(main, base, IncludeResolver.NO_FOLDER);
        for (LeadingIncludes.Include include : leading.includes()) {
            directives.note(file(), file().location(include.hash()), include.name(), include.found());
            if (include.found().isPresent()) {
                tell(prefix.stages().get(stage++));
            }
        }
        file().at = leading.end();
        copyAll();
        int end = base + main.source.length();
        columns.add(main.spellings[main.size], end, end, end, TokenColumns.NO_USE);
        return new PreprocessedFile(columns, prefix.ended(), reporter.diagnostics(), directives.includes(),
                directives.hidden(), remarks, pragmas);
    }

    private void defineBuiltins() {
        define("__LINE__", Builtin.LINE);
        define("__FILE__", Builtin.FILE);
        define("__COUNTER__", Builtin.COUNTER);
        define("__DATE__", Builtin.DATE);
        define("__TIME__", Builtin.TIME);
        define("_Pragma", Builtin.PRAGMA_OPERATOR);
        define("__pragma", Builtin.PRAGMA_KEYWORD);
    }

    private void define(String name, Builtin builtin) {
        macros.define(MacroDefinition.builtin(spellings.identifier(name), builtin), 0);
    }

    private static MacroDefinition definition(Lexer lexer, String name, String value) {
        SourceText line = new SourceText(new SourceFile(Path.of("options"), "<options>"), "#define " + name + " " + value + "\n");
        return lexer.lex(line).definition(0);
    }

    private boolean isTrue(OpenFile file, int directive) {
        return directives.condition(file, directive).truth();
    }

    OpenFile file() {
        return files.get(files.size() - 1);
    }

    void addPragma(int location, String text) {
        pragmas.add(new Remark(locations.position(location), text));
    }

    /** Opens an included file, unless that leads too far.
     *  @param directive where the #include is */
    void include(LexedFile lexed, int base, int folder, int directive) {
        int selves = 0;
        for (OpenFile file : files) {
            selves += file.lexed == lexed ? 1 : 0;
        }
        String name = lexed.source.file().name();
        if (selves >= MOST_SELVES || selves > 0 && files.size() >= DEEPEST_INCLUDE) {
            reporter.warning(Diagnostic.Kind.INCLUDE_CYCLE, directive, name + " includes itself without end; it is not read again");
        } else if (files.size() >= DEEPEST_INCLUDE) {
            reporter.error(Diagnostic.Kind.TOO_DEEP, directive, "headers include each other more than " + DEEPEST_INCLUDE
                    + " deep; " + name + " is not read");
        } else if (opened >= MOST_FILES || columns.size() >= MOST_TOKENS) {
            if (!reportedLimit) {
                reporter.error(Diagnostic.Kind.LIMIT, directive, "this translation unit is too large; no more headers are read");
            }
            reportedLimit = true;
        } else {
            open(lexed, base, folder);
        }
    }

    private void open(LexedFile lexed, int base, int folder) {
        OpenFile file = new OpenFile(lexed, base, folder, directives.openConditionals(),
                main.isPresent() && main.get() == lexed);
        opened++;
        tokensRead += lexed.size;
        files.add(file);
    }

    /** What is to be said of a file once, when it is first met. */
    void introduce(LexedFile lexed, int base) {
        for (Fault fault : lexed.faults) {
            if (fault.wholeFile()) {
                reporter.unreadable(base, fault.message());
            } else {
                reporter.warning(Diagnostic.Kind.BAD_TOKEN, base + fault.offset(), fault.message());
            }
        }
        for (Note note : lexed.remarks) {
            remarks.add(new Remark(locations.position(base + note.offset()), note.text()));
        }
    }

    private void close() {
        directives.closeConditionals(file());
        files.remove(files.size() - 1);
    }

    private void copyAll() {
        while (!files.isEmpty()) {
            copy(file());
        }
    }

    /** Copies tokens until the file ends or another one is on top. */
    private void copy(OpenFile file) {
        LexedFile lexed = file.lexed;
        Spelling[] spellings = lexed.spellings;
        int[] begins = lexed.begins;
        int[] ends = lexed.ends;
        int base = file.base;
        int at = file.at;
        while (at < lexed.size) {
            Spelling spelling = spellings[at];
            if (spelling.id != 0) {
                if (macros.isDefined(spelling)) {
                    file.at = at + 1;
                    floor = files.size();
                    expander.expandFromFile(file.lexeme(at));
                    if (file() != file) {
                        return;
                    }
                    at = file.at;
                    continue;
                }
            } else if (spelling.kind == TokenKind.HASH && lexed.startsLine(at)) {
                file.at = at;
                directives.run(file);
                if (file() != file) {
                    return;
                }
                at = file.at;
                continue;
            } else if (spelling.kind == TokenKind.UNKNOWN) {
                reporter.warning(Diagnostic.Kind.BAD_TOKEN, base + begins[at], "no C token begins with '" + spelling + "'");
            }
            columns.add(spelling, base + begins[at], base + begins[at], base + ends[at], TokenColumns.NO_USE);
            at++;
        }
        file.at = at;
        close();
    }

    @Override
    public Lexeme next() {
        for (;;) {
            OpenFile file = file();
            if (file.atEnd()) {
                if (files.size() <= floor) {
                    return file.lexeme(file.lexed.size);
                }
                close();
            } else if (file.lexed.startsLine(file.at) && file.lexed.kind(file.at) == TokenKind.HASH) {
                directives.run(file);
            } else {
                return file.lexeme(file.at++);
            }
        }
    }

    @Override
    public void pragma(int location, String text) {
        addPragma(location, text);
    }

    @Override
    public long tokensRead() {
        return tokensRead;
    }
}
