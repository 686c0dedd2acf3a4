package io.padlog.run.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import java.nio.file.FileSystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            # text => declared for it
            call(n, _, "f"), located(n, file, line, _c)            => .decl answer(n: Node, file: symbol, line: number)
            call(n, f, name), !call_target(n, _), x = strlen(name) => .decl answer(n: Node, f: Function, name: symbol, x: number)
            call(_, _, "f")                                        => .decl answer()
            a(name) :- function(_, _, name, _, _)                  => .decl a(name: symbol)
            a(name) :- function(_, _, name, _, _).                 => .decl a(name: symbol)
            a(x, 1, "s", 2.5, 3u) :- edge(x, _, _).                => .decl a(x: Node, column2: number, column3: symbol, column4: float, column5: unsigned)
            a(x, x) :- edge(x, _, _).                              => .decl a(x: Node, x_2: Node)
            a(y) :- x = y, edge(x, _, _).                          => .decl a(y: Node)
            a(x + 1) :- edge(x, _, _).                             => .decl a(column1: number)
            a(as(x, Unit)) :- edge(x, _, _).                       => .decl a(column1: Unit)
            a(cat(x, "!")) :- call(_, _, x).                       => .decl a(column1: symbol)
            a(c, m) :- c = count : { edge(_, _, _) }, m = max n : { node(n, _, _) }.  => .decl a(c: number, m: Node)
            a(x) :- (node(_, _, x) ; call(_, _, x)).               => .decl a(x: symbol)
            b(x, y) :- a(y, x). a(f, s) :- call(_, f, s).          => .decl b(x: symbol, y: Function)|.decl a(f: Function, s: symbol)
            a(x) :- a(x). a(x) :- call(_, _, x).                   => .decl a(x: symbol)
            a(x) :- x = y, y = x.                                  => .decl a(x: number)
            .decl a(x: symbol) a(x) :- call(_, _, x).              => ``
            """)
    void declaresWhatIsNotDeclared(String text, String declarations) {
        String program = query(text).program().text();
        String added = program.lines().filter(line -> line.startsWith(".decl")).reduce((a, b) -> a + "|" + b).orElse("");
        assertThat(added).isEqualTo(declarations == null ? "" : declarations);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # text => wanted
            edge(x, y, _)                                          => answer
            a(x) :- b(x). b(x) :- edge(x, _, _).                   => a,b
            .output a a(x) :- b(x). b(x) :- edge(x, _, _).         => a
            .decl a(x: Node) output a(x) :- b(x). b(1).            => a
            .decl a(x: Node) a(x) :- b(x). b(1).                   => a,b
            """)
    void printsWhatIsMarkedOrAllThatIsNew(String text, String wanted) {
        assertThat(query(text).wanted()).containsExactly(wanted.split(","));
    }

    @Test
    void printsizeAloneWantsNoRelation() {
        assertThat(query(".printsize a a(x) :- edge(x, _, _).").wanted()).isEmpty();
    }

    @Test
    void placesAreThoseOfWhatWasTyped() {
        assertThat(query("edge(x, y)").placed("-e:2:1: wrong\npadlog:lib/calls.dl:2:1: note"))
                .isEqualTo("-e:1:1: wrong\npadlog:lib/calls.dl:2:1: note");
        assertThat(query("a(x) :- edge(x, y).").placed("-e:1:9: wrong")).isEqualTo("-e:1:9: wrong");
    }

    private static QueryText query(String text) {
        QueryResources resources = QueryResources.installed();
        String library = new LibraryFiles(resources).all();
        return QueryText.of("", text, library, new QueryIncludes(resources, FileSystems.getDefault()));
    }
}
