package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.cli.Session.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatalogCommandTest {
    private static final String TYPES = ".type R = [x: number, y: symbol]\n";

    @TempDir Path folder;

    /** Line ends are written {@code |}, tabs {@code ~}. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\1', textBlock = """
            # columns of r           => parameters of .input              => facts                    => r.csv
            x: number, y: symbol     =>                                   => 1~a|-2~b c|              => -2~b c|1~a|
            x: number, y: symbol     =>                                   => 1~a^|2~b                 => 1~a|2~b|
            x: number                => delimiter=";"                     => 1;9|                     => 1|
            x: number, y: symbol     => columns="2:0"                     => b~-~3|                   => 3~b|
            x: symbol                => headers=true                      => x|a|                     => a|
            x: symbol, y: symbol     => rfc4180=true                      => "a,""b|c",d|             => a,"b|c~d|
            x: unsigned              =>                                   => 0xff|4294967295|         => 255|4294967295|
            x: float                 =>                                   => 1.5|1e10|-inf|           => -inf|1.5|1e+10|
            x: R, y: number          => delimiter=","                     => [1,a],2|nil,3|           => [1, a]~2|nil~3|
            x: symbol, y: R          => IO=jsonfile, filename="r.facts"   => [["a", [1, "b"]]]        => a~[1, b]|
            x: symbol, y: R          => IO=jsonfile, filename="r.facts"   => [{"y": null, "x": "é"}]  => é~nil|
            """)
    void readsWhatTheDirectiveSays(String columns, String parameters, String facts, String expected) throws IOException {
        write("r.facts", bytes(facts));
        Outcome outcome = run(TYPES + ".decl r(" + columns + ")\n.input r(" + text(parameters) + ")\n.output r\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("r.csv"))).isEqualTo(bytes(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\1', textBlock = """
            # columns of r           => parameters         => facts            => what is said
            x: number, y: symbol     =>                    => 1~a|zwei~b|      => r.facts:2:1: 'zwei' is no number of 32 bits
            x: symbol, y: number     =>                    => é~3x|            => r.facts:1:3: '3x' is no number of 32 bits
            x: number, y: number     =>                    => 1~2|3|           => r.facts:2:2: a column is missing; 2 are due
            x: number                =>                    => 2147483648|      => r.facts:1:1: '2147483648' is no number of 32 bits
            x: symbol                => rfc4180=true       => a|"b|            => r.facts:2: a quote is not closed
            x: symbol, y: symbol     => rfc4180=true       => "a"b,c|          => r.facts:1:4: a delimiter is due after the closing quote
            x: R                     => delimiter=","      => [1,a|            => r.facts:1:5: a bracket is not closed
            x: number, y: number     => columns="0:0"      => 1~2|             => p.dl:3:8: columns=0:0 does not give each
            x: number                => columns="one"      => 1|               => p.dl:3:8: columns=one are no numbers
            x: number                => IO=sqlite          => 1|               => r.sqlite: no such file; 'r' is read from it (
            x: number                => IO=sqlite, filename="r.facts" => 1|    => r.facts: 'r': [SQLITE_NOTADB]
            x: number                => IO=jsonfile, filename="r.facts" => [[1],[|  => r.facts:2:1: a value is due
            """)
    void namesTheFirstDamagedPlace(String columns, String parameters, String facts, String said) throws IOException {
        write("r.facts", bytes(facts));
        Outcome outcome = run(TYPES + ".decl r(" + columns + ")\n.input r(" + text(parameters) + ")\n.output r\n");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\1', textBlock = """
            # parameters of .output         => file     => what is written
            rfc4180=true                    => r.csv    => "a\\""b",1.25,"[1, ""x""]"|
            headers=true, delimiter="; "    => r.csv    => s; f; p|a"b; 1.25; [1, x]|
            filename="other"                => other    => a"b~1.25~[1, x]|
            IO=jsonfile                     => r.json   => [["a\\"b", 1.25, [1, "x"]]]|
            IO=jsonfile, format=object      => r.json   => [{"s": "a\\"b", "f": 1.25, "p": {"x": 1, "y": "x"}}]|
            """)
    void writesAsSouffleDoes(String parameters, String file, String expected) throws IOException {
        run(TYPES + ".decl r(s: symbol, f: float, p: R)\nr(\"a\\\"b\", 1.25, [1, \"x\"]).\n.output r(" + parameters + ")\n");
        assertThat(Files.readString(folder.resolve(file))).isEqualTo(bytes(expected));
    }

    /** In JSON Soufflé writes fewer digits. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # value       => as CSV          => as JSON
            2.0 / 3.0     => 0.666666687     => 0.666667
            100000000.0   => 100000000       => 1e+08
            1234567.0     => 1234567         => 1.23457e+06
            """)
    void floatsHaveTheirDigits(String value, String csv, String json) throws IOException {
        run(".type F = [f: float]\n.decl r(f: float, g: F)\nr(" + value + ", [" + value + "]).\n.output r\n.output r(IO=jsonfile)\n");
        assertThat(Files.readString(folder.resolve("r.csv"))).isEqualTo(csv + "\t[" + csv + "]\n");
        assertThat(Files.readString(folder.resolve("r.json"))).isEqualTo("[[" + json + ", [" + json + "]]]\n");
    }

    @Test
    void compresses() throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("r.facts")))) {
            out.write("7\n".getBytes(StandardCharsets.UTF_8));
        }
        run(".decl r(x: number)\n.input r\n.output r(compress=true)\n");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("r.csv.gz")))) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("7\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # columns                     => rows                          => read back from the database
            x: number, s: symbol          => r(-7, "é'"). r(2, "").        => -7~é'|2~|
            s: symbol, t: symbol          => r("a", "b"). r("b", "a").     => a~b|b~a|
            u: unsigned                   => r(4294967295). r(0).          => 0|4294967295|
            """)
    void writesAndReadsDatabases(String columns, String rows, String expected) throws IOException {
        String declared = ".decl r(" + columns + ")\n";
        run(declared + rows + ".output r(IO=sqlite, dbname=\"all.db\")\n.decl q(x: number)\nq(1).\n"
                + ".output q(IO=sqlite, filename=\"all.db\")\n");
        Outcome again = run(declared + ".input r(IO=sqlite, filename=\"all.db\")\n.output r\n");
        assertThat(again.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("r.csv"))).isEqualTo(bytes(expected));
    }

    @Test
    void tellsWhatADatabaseLacks() throws IOException {
        run(".decl r(x: number)\nr(1).\n.output r(IO=sqlite, filename=\"r.db\")\n");
        assertThat(run(".decl q(x: number)\n.input q(IO=sqlite, filename=\"r.db\")\n.output q\n").err())
                .contains("r.db: 'q': ").contains("no such table: q");
        assertThat(run(".decl r(x: number, y: number)\n.input r(IO=sqlite, filename=\"r.db\")\n.output r\n").err())
                .contains("r.db: 'r': 1 columns, and 'r' has 2");
        assertThat(run(TYPES + ".decl p(x: R)\np([1, \"a\"]).\n.output p(IO=sqlite)\n").err())
                .contains("p.dl:4:9: records and algebraic values cannot be written to SQLite");
    }

    @Test
    void standardOutputHasFramesAndSizes() throws IOException {
        Outcome outcome = run(".decl r(x: number, y: number)\nr(1, SIZE).\n.output r\n.printsize r\n", "-D-", "-M", "SIZE=3");
        assertThat(outcome.out()).isEqualTo("---------------\nr\nx\ty\n===============\n1\t3\n===============\nr\t1\n");
        assertThat(folder.resolve("r.csv")).doesNotExist();
    }

    @Test
    void errorsComeWithTheirLine() throws IOException {
        Outcome outcome = run(".decl r(x: number)\n\tr(x) :- q(x).\n");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("p.dl:2:10: ").contains("\n\tr(x) :- q(x).\n\t        ^---\n");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '\1', textBlock = """
            # views                                 => what is printed
            initial-ast                             => .decl e(x: number)|.input e|.decl a(x: number)|.decl b(x: number)|a(x) :-|  e(x).|a(x) :-|  b(x).|b(x) :-|  a(x).|.decl c(x: number)|c(x) :-|  e(x),|  !a(x).|.output c|
            scc-graph-text                          => digraph {|~_0[label = "e" ];|~_1[label = "a,\\nb" ];|~_2[label = "c" ];|~_0 -> _1;|~_0 -> _2;|~_1 -> _2;|}|
            precedence-graph-text                   => digraph {|~"e" [label = "e"];|~"a" [label = "a"];|~"b" [label = "b"];|~"c" [label = "c"];|~"e" -> "a";|~"e" -> "c";|~"a" -> "b";|~"a" -> "c";|~"b" -> "a";|}||
            scc-graph                               => <div class='scc-graph-source'>|<pre>digraph {|~_0[label = "e" ];|~_1[label = "a,\\nb" ];|~_2[label = "c" ];|~_0 -> _1;|~_0 -> _2;|~_1 -> _2;|}</pre>|</div>||
            parse-errors                            =>
            """)
    void tellsOfAProgramAsSouffleDoes(String views, String expected) throws IOException {
        Outcome outcome = run(".decl e(x: number)\n.input e\n.decl a(x: number)\n.decl b(x: number)\na(x) :- e(x).\na(x) :- b(x).\n"
                + "b(x) :- a(x).\n.decl c(x: number)\nc(x) :- e(x), !a(x).\n.output c\n", "--show=" + views);
        assertThat(outcome).isEqualTo(new Outcome(0, bytes(text(expected)), ""));
    }

    @Test
    void theSyntaxOfAWrongProgramIsShown() throws IOException {
        String wrong = ".decl a(x: number)\na(x) :- !a(x).\n";
        assertThat(run(wrong, "--show=initial-ast").out()).isEqualTo(".decl a(x: number)\na(x) :-\n  !a(x).\n");
        assertThat(run(wrong, "--show=parse-errors,initial-ast")).isEqualTo(run(wrong, "--parse-errors")).isEqualTo(new Outcome(0, "", ""));
        assertThat(run(wrong, "--show=scc-graph-text").err()).contains("cannot stratify");
        assertThat(run(".decl a(", "--show=parse-errors").err()).contains("p.dl:1:9: unexpected end");
        assertThat(run(wrong, "--show=initial-ram").err()).startsWith(
                "--show initial-ram is not supported, since rules are planned at once: transformed-ram shows how; there are initial-ast, ");
    }

    /** Each arm of the disjunction is a rule, the inlined relation and the component are gone. */
    @Test
    void theProgramIsShownAsItRuns() throws IOException {
        String program = ".decl e(x: number, y: number)\n.input e\n.decl near(x: number, y: number) inline\n"
                + "near(x, y) :- e(x, y), x < y.\n.comp C { .decl r(x: number, s: symbol) }\n.init c = C\n"
                + "c.r(x, \"a\") :- near(x, _) ; x = -1.\n.output c.r\n";
        assertThat(run(program, "--show=transformed-ast").out()).isEqualTo("""
                .decl e(x: number, y: number)
                .input e
                .decl near(x: number, y: number)
                .decl c.r(x: number, s: symbol)
                .output c.r
                c.r(x, "a") :-
                  e(x, y'i0),
                  x < y'i0.
                c.r(x, "a") :-
                  x = (-1).
                """);
    }

    @Test
    void theLoopsOfEachRuleAreShown() throws IOException {
        String program = ".decl e(x: number, y: number)\n.input e\n.decl r(x: number, y: number)\nr(x, y) :- e(x, y).\n"
                + "r(x, z) :- r(x, y), e(y, z), x != z.\n.decl n(x: number, f: float)\n"
                + "n(x, 1.5 * f) :- e(x, 2), f = to_float(count : { r(x, _) }), !r(x, x).\n.output n\n";
        assertThat(run(program, "--show=transformed-ram").out().replaceAll("\\S*p\\.dl", "p.dl")).isEqualTo("""
                e
                until nothing is new: r
                 p.dl:4:1
                  for each row of e: v0 = x, v1 = y
                   add r(v0, v1)
                 p.dl:5:1, for what is new in r
                  for each row of new r: v0 = x, v1 = y
                   for each row of e by index x = v1: v2 = y
                    if v0 != v2
                     add r(v0, v2)
                n
                 p.dl:7:1
                  for each row of e: v0 = x, v1 = y
                   if v1 = 2
                    if no row of r has x = v0, y = v0
                     let v2 = count 0 over
                      for each row of r by index x = v0
                      let v3 = number_to_float(v2)
                       add n(v0, f_multiply(1.5, v3))
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # options of Soufflé                    => what padlog says
            -c -m * -z X -P legacy                  =>
            --magic-transform-exclude=a --no-preprocessor --preprocessor=gcc --inline-exclude=a =>
            -t none -a sizes.log -C                 =>
            -t explain                              => -t explain: there is no dialogue; 'padlog query --explain' prints the derivation of a row
            -o prog                                 => -o prog: padlog makes no C++ code; run souffle itself
            -g - -N ns                              => -g -: padlog makes no C++ code; run souffle itself|-N ns: padlog makes no C++ code; run souffle itself
            -lfun -L lib                            => -l fun: functors in C++ are not supported; run souffle itself|-L lib: functors in C++ are not supported; run souffle itself
            -r page.html                            => -r page.html: there is no report; --show=transformed-ast and --show=transformed-ram tell what is run
            --wno=unknown                           => there is no warning 'unknown'; there are deprecated-type-decl, deprecated-qualifier, dollar-sign, no-rules-nor-facts, var-appears-once, lattice-missing-operator, no-subsumptive-rule, useless-doc-comment, useless-annotation
            """)
    void optionsOfSouffleAreTakenOrRefusedWithTheReason(String options, String said) throws IOException {
        Outcome outcome = run(".decl a(x: number)\na(1).\n.output a\n", options.split(" "));
        assertThat(outcome).isEqualTo(new Outcome(said == null ? 0 : 2, "", said == null ? "" : bytes(said) + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # options                                    => warnings
            -v                                           => 1:7 2:11
            --wno=all                                    =>
            --wno=no-rules-nor-facts                     => 2:11
            -W all --wno=var-appears-once                => 1:7
            --wno=none                                   => 1:7 2:11
            -w                                           =>
            """)
    void kindsOfWarningsAreLeftOut(String options, String places) throws IOException {
        Outcome outcome = run(".decl b(x: number) .decl a(x: number)\na(1) :- b(y).\n.output a\n", options.split(" "));
        List<String> told = outcome.err().lines().filter(line -> line.contains(": warning: ")).map(line -> line.replaceAll(".*p\\.dl:(\\d+:\\d+):.*", "$1")).toList();
        assertThat(String.join(" ", told)).isEqualTo(text(places));
    }

    @Test
    void ofALongLineThePlaceIsShown() throws IOException {
        Outcome outcome = run(".decl r(x: number)\nr(1) :- " + "r(1), ".repeat(10_000) + "q(2)" + ", r(1)".repeat(10_000) + ".\n");
        assertThat(outcome.err().lines().skip(1)).containsExactly(
                "r(1), ".repeat(34).substring(4) + "q(2)" + ", r(1)".repeat(33).substring(0, 196), " ".repeat(200) + "^---");
    }

    @Test
    void manyErrorsAreCounted() throws IOException {
        assertThat(run(".decl r(x: number)\n" + "r(q).\n".repeat(150)).err().lines()).hasSize(301).endsWith("and 50 more errors");
    }

    /** A list of a list of a list: the text of all is a hundred million times as long as the program. */
    @Test
    void writingIsStoppedByTheTimeOutToo() throws IOException {
        String lists = ".type L = [n: number, l: L]\n.decl r(l: L, n: number)\nr(nil, 0).\nr([n, l], n + 1) :- r(l, n), n < 30000.\n.output r\n";
        Outcome outcome = run(lists, "--timeout", "1");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("; allow more time with --timeout");
    }

    @Test
    void aMissingFileIsAnErrorButWithoutWarnings() throws IOException {
        String program = ".decl r(x: number)\n.input r\n.output r\n.decl unused(x: number)\n.input unused\n";
        assertThat(run(program).err()).contains("r.facts: no such file").doesNotContain("unused.facts");
        assertThat(run(program, "-w").status()).isZero();
        assertThat(folder.resolve("r.csv")).isEmptyFile();
    }

    @Test
    void verboseTellsTheMemoryAlsoOfWhatIsGivenUp() throws IOException {
        String endless = ".decl a(x: number)\na(0).\na(x + 1) :- a(x).\n.output a\n";
        Outcome outcome = run(endless, "-v", "--max-rows", "100000");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("more than 100000 rows").containsPattern("memory: at most \\d+ MiB of heap, \\d+ MiB allowed\n");
        assertThat(run(".decl a(x: number)\na(0).\n.output a\n").err()).isEmpty();
    }

    @Test
    void includesAreFoundInTheFoldersOfTheOption() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        write("lib/part.dl", ".decl r(x: number)\nr(1).\n.output r\n");
        assertThat(run(".include \"part.dl\"\n").status()).isEqualTo(2);
        assertThat(run(".include \"part.dl\"\n", "-I", folder.resolve("lib").toString()).status()).isZero();
    }

    private Outcome run(String program, String... options) throws IOException {
        write("p.dl", program);
        List<String> args = new ArrayList<>(List.of(
                "datalog", folder.resolve("p.dl").toString(), "-F", folder.toString(), "-D", folder.toString(), "-j", "2"));
        if (List.of(options).contains("-D-")) {
            args.subList(4, 6).clear();
        }
        args.addAll(List.of(options));
        return Session.run(new FakeWiring(false).wiring(), args.toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private static String bytes(String cell) {
        return cell.replace('|', '\n').replace('~', '\t').replace('^', '\r');
    }
}
