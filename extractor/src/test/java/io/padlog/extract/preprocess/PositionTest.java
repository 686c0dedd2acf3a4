package io.padlog.extract.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.source.Position;
import io.padlog.extract.source.Span;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {
    private static final String SOURCE = """
            #define LOCK(l) acquire(&(l)->Lock)
            #define TWICE(a, b) a; b
            #define OUTER(x) LOCK(x)
            #define g f
            #define f(x) [x]
            void main(void) {
                LOCK(dev  ->  ext);  // takes it
                TWICE(one + LOCK(q), two);
                OUTER(p);
                g (1);
            }
            """;

    private static TokenBuffer tokens() {
        return Sandbox.preprocess(SOURCE).tokens();
    }

    private static int find(TokenBuffer tokens, String text) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.text(i).equals(text)) {
                return i;
            }
        }
        throw new AssertionError("no token " + text);
    }

    private static String brief(Position position) {
        return position.line() + ":" + position.column();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # token => expanded => its end => spelled => macro
            main    => 6:6      => 6:10    => 6:6     => ''
            acquire => 7:5      => 7:23    => 1:17    => LOCK
            dev     => 7:5      => 7:23    => 7:10    => LOCK
            one     => 8:5      => 8:30    => 8:11    => TWICE
            q       => 8:5      => 8:30    => 8:22    => TWICE
            two     => 8:5      => 8:30    => 8:26    => TWICE
            p       => 9:5      => 9:13    => 9:11    => OUTER
            1       => 10:5     => 10:10   => 10:8    => g
            '['     => 10:5     => 10:10   => 5:14    => g
            """)
    void knowsWhereATokenIsSeenAndWritten(String token, String expanded, String end, String spelled, String macro) {
        TokenBuffer tokens = tokens();
        int at = find(tokens, token);
        assertThat(brief(tokens.expanded(at))).isEqualTo(expanded);
        assertThat(brief(tokens.expandedEnd(at))).isEqualTo(end);
        assertThat(brief(tokens.spelled(at))).isEqualTo(spelled);
        assertThat(tokens.macro(at)).isEqualTo(macro);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # from  => to    => the author's text
            main    => void  => main(void
            acquire => dev   => LOCK(dev -> ext)
            dev     => ext   => dev -> ext
            dev     => dev   => dev
            one     => one   => one
            one     => q     => one + LOCK(q)
            q       => q     => q
            one     => Lock  => one + LOCK(q)
            q       => Lock  => LOCK(q)
            one     => two   => TWICE(one + LOCK(q), two)
            p       => p     => p
            main    => one   => 'main(void) { LOCK(dev -> ext); TWICE(one + LOCK(q), two)'
            1       => ]     => g (1)
            """)
    void givesTheAuthorsText(String from, String to, String text) {
        TokenBuffer tokens = tokens();
        int first = find(tokens, from);
        int last = first;
        while (!tokens.text(last).equals(to)) {
            last++;
        }
        assertThat(tokens.source(new Span(first, last))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            # use                   from => to    => condition
            TRACE(dev, Length);     dev  => 3     => dev->Level > 3 in TRACE
            TRACE(dev, Length);     Length => Length => Length
            x = IS_OK(status);      NTSTATUS => 0 => IS_OK(status)
            x = IN_RANGE(size);     size => 3     => (size) > 3 in IN_RANGE
            if (dev->Level > 3)     dev  => 3     => dev->Level > 3
            """)
    void tellsAConditionInsideOfAMacroByItself(String use, String to, String text) {
        String from = use.substring(use.lastIndexOf(' ') + 1);
        TokenBuffer tokens = Sandbox.preprocess("""
                #define TRACE(d, n) do { if (d->Level > 3) Print(n); } while (0)
                #define IS_OK(s) (((NTSTATUS)(s)) >= 0)
                #define IN_RANGE(n) ((n) > 3 && (n) < 9)
                """ + use.substring(0, use.lastIndexOf(' '))).tokens();
        int first = find(tokens, from);
        int last = first;
        while (!tokens.text(last).equals(to)) {
            last++;
        }
        assertThat(tokens.condition(new Span(first, last))).isEqualTo(text);
    }

    @Test
    void cutsLongTexts() {
        TokenBuffer tokens = Sandbox.preprocess("x = \"" + "a".repeat(300) + "\";").tokens();
        String text = tokens.source(new Span(0, 3));
        assertThat(text).hasSize(200).startsWith("x = \"aaa").endsWith("a…");
    }

    @Test
    void aSpanOverFilesIsSpelledOut() {
        PreprocessedFile file = Sandbox.unix().with("main.c", "a\n#include \"h.h\"\nb\n").with("h.h", "in header").run("main.c");
        assertThat(file.tokens().source(new Span(0, 2))).isEqualTo("a in header");
        assertThat(file.tokens().expanded(1).toString()).isEqualTo("h.h:1:1");
        assertThat(file.tokens().source(new Span(1, 2))).isEqualTo("in header");
    }

    @Test
    void columnsCountCodePoints() {
        TokenBuffer tokens = Sandbox.preprocess("\t/* 🔒 é */ x\r\ny\rz").tokens();
        assertThat(brief(tokens.expanded(0))).isEqualTo("1:12");
        assertThat(brief(tokens.expanded(1))).isEqualTo("2:1");
        assertThat(brief(tokens.expanded(2))).isEqualTo("3:1");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            plain          => 5:3
            'a µ'          => 5:3
            '日本'          => 5:3
            '😀😀 and more' => 5:3
            """)
    void linesEndWithEitherCharacterOrBoth(String comment, String place) {
        TokenBuffer tokens = Sandbox.preprocess("// " + comment + "\n\r\n/* " + comment + " */\r\n\r  token\n").tokens();
        assertThat(brief(tokens.expanded(find(tokens, "token")))).isEqualTo(place);
    }

    @Test
    void splicesDoNotMoveWhatFollows() {
        TokenBuffer tokens = Sandbox.preprocess("ab\\\ncd \\\r\n e f").tokens();
        assertThat(tokens.text(0)).isEqualTo("abcd");
        assertThat(brief(tokens.expanded(0))).isEqualTo("1:1");
        assertThat(brief(tokens.expandedEnd(0))).isEqualTo("2:3");
        assertThat(brief(tokens.expanded(1))).isEqualTo("3:2");
        assertThat(tokens.source(new Span(1, 2))).isEqualTo("e f");
    }

    @Test
    void pastedAndMadeTokensHaveAPlace() {
        TokenBuffer tokens = Sandbox.preprocess("#define M(a) a##_t #a\nM(size) __LINE__").tokens();
        assertThat(tokens.text(0)).isEqualTo("size_t");
        assertThat(brief(tokens.spelled(0))).isEqualTo("2:3");
        assertThat(brief(tokens.spelled(1))).isEqualTo("1:20");
        assertThat(tokens.source(new Span(0, 0))).isEqualTo("M(size)");
        assertThat(tokens.text(2)).isEqualTo("2");
    }

    @Test
    void equalSpellingsAreTheSameObject() {
        TokenBuffer tokens = Sandbox.preprocess("#define J(a, b) a ## b\nabc J(a, bc) abc").tokens();
        assertThat(tokens.text(1)).isSameAs(tokens.text(0));
        assertThat(tokens.text(2)).isSameAs(tokens.text(0));
    }

    @Test
    void endsWithTheEndOfTheFile() {
        TokenBuffer tokens = Sandbox.preprocess("a\n").tokens();
        assertThat(tokens.size()).isEqualTo(2);
        assertThat(tokens.kind(1)).isEqualTo(TokenKind.END_OF_FILE);
        assertThat(brief(tokens.expanded(1))).isEqualTo("2:1");
    }

    @Test
    void remarksAndPragmasHavePlaces() {
        PreprocessedFile file = Sandbox.preprocess("""
                int x; // padlog-ignore WdfSpinlockRelease: handed over
                /* padlog-ignore-file */
                // not to padlog
                #pragma alloc_text(PAGE, f)
                _Pragma("warning(disable: \\"x\\")") int y;
                """);
        assertThat(file.remarks()).extracting(remark -> brief(remark.position()) + " " + remark.text())
                .containsExactly("1:8 padlog-ignore WdfSpinlockRelease: handed over", "2:1 padlog-ignore-file");
        assertThat(file.pragmas()).extracting(pragma -> brief(pragma.position()) + " " + pragma.text())
                .containsExactly("4:1 alloc_text(PAGE, f)", "5:1 warning(disable: \"x\")");
        assertThat(Sandbox.text(file)).isEqualTo("int x ; int y ;");
    }
}
