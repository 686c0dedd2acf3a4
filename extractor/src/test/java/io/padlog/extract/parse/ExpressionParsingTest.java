package io.padlog.extract.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.syntax.TranslationUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParsingTest {
    private static String statement(String source) {
        TranslationUnit unit = new Parser().parse(
            PlainTokens.FILE, new PlainTokens("typedef int known_t; int var; void f(int param) { " + source + " }"));
        assertThat(unit.diagnostics()).isEmpty();
        String printed = SyntaxPrinter.print(unit);
        int body = printed.indexOf("{");
        return printed.substring(body + 1, printed.length() - 2);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # precedence and grouping
        a + b * c - d;              => (a + (b * c) - d);
        a || b && c | d ^ e & f;    => (a || (b && (c | (d ^ (e & f)))));
        a << 1 < b == c;            => (((a << 1) < b) == c);
        (a + b) * c;                => ((a + b) * c);
        a = b += c;                 => (= a (+= b c));
        a ? b : c ? d : e;          => (? a b (? c d e));
        x = a ? b : c;              => (= x (? a b c));
        a ? (b, c) : d + 1;         => (? a (, b c) (d + 1));
        a ?: b;                     => (? a - b);
        a, b = 1, c;                => (, a (= b 1) c);
        a <<= b >>= 1;              => (<<= a (>>= b 1));
        # prefixes and postfixes
        -a[1]++;                    => (- (([] a 1) ++));
        !*p->q.r(1, x);             => (! (* (call (. (-> p q) r) 1 x)));
        ++*p; --q;                  => (++ (* p)); (-- q);
        &a[i].b;                    => (& (. ([] a i) b));
        sizeof x + sizeof(int) + sizeof(x)->y; => (sizeof + sizeof + (-> sizeof y));
        f()()[0];                   => ([] (call (call f)) 0);
        # casts
        x = (PVOID) y;              => (= x (cast PVOID y));
        x = (struct s *) (unsigned long) y; => (= x (cast struct s* (cast unsigned long y)));
        x = (const T) y;            => (= x (cast T y));
        x = (T *) y + 1;            => (= x ((cast T* y) + 1));
        x = (void (*)(int)) y;      => (= x (cast void*() y));
        x = (known_t) - 1;          => (= x (cast known_t (- 1)));
        x = (known_t) (y);          => (= x (cast known_t y));
        x = (var) - 1;              => (= x (var - 1));
        x = (param) & y;            => (= x (param & y));
        x = (var) * y;              => (= x (var * y));
        x = (unknown) & y;          => (= x (unknown & y));
        x = (ULONG) (y);            => (= x (cast ULONG y));
        x = (PULONG) &y;            => (= x (cast PULONG (& y)));
        x = (HANDLE)-1;             => (= x (cast HANDLE (- 1)));
        x = (SIZE) - 1;             => (= x (SIZE - 1));
        x = (ULONG) ~y;             => (= x (cast ULONG (~ y)));
        (fn)(x);                    => (call fn x);
        (VOID) fn(x);               => (cast VOID (call fn x));
        (*fn)(x);                   => (call (* fn) x);
        x = (struct s) { .a = 1, [2] = { 3 } }; => (= x (literal struct s {.a=1 [2]={3}}));
        x = (T[]) { 1, 2 }.y;       => (= x (. (literal T[] {1 2}) y));
        # literals
        x = 0x10 + 010 + 1ULL + 0b11; => (= x (16 + 8 + 1 + 3));
        x = 'a' + '\\n' + L'\\x41' + 'abcd'; => (= x (97 + 10 + 65 + 1633837924));
        x = 1.5 + 0xFFFFFFFFFFFFFFFF; => (= x (1.5 + -1));
        x = 99999999999999999999;   => (= x 99999999999999999999);
        f("a" "b" L"c");            => (call f "a");
        f("a" PRIx64 "b", FMT "c"); => (call f "a" FMT);
        # extensions
        x = ({ int y = 1; y; });    => (= x (block {(var int y 1) y;}));
        p = &&here;                 => (= p (&& here));
        x = _Generic(y, int: 1);    => (= x ?_Generic);
        x = va_arg(ap, T *);        => (= x ?va_arg);
        x = offsetof(T, f) + __alignof(T); => (= x (sizeof + sizeof));
        # macros take types, blocks, nothing
        x = CONTAINING_RECORD(p, T, f); => (= x (call CONTAINING_RECORD p T f));
        x = M(p, struct s, T *);    => (= x (call M p ?type_name ?type_name));
        M(, a,);                    => (call M ?no_argument a ?no_argument);
        M({ a; });                  => (call M (block {a;}));
        """)
    void readsExpressions(String source, String expected) {
        assertThat(statement(source)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # names that nobody declares
        T x;                        => (var T x)
        T * x;                      => (var T* x)
        T * x = y;                  => (var T* x y)
        T *x, **y;                  => (var T* x) (var T** y)
        T x[3], y;                  => (var T[] x) (var T y)
        a * b + c;                  => ((a * b) + c);
        var * x;                    => (var * x);
        known_t * x;                => (var known_t* x)
        T (*fp)(int);               => (var T*() fp)
        T (*fp[2])(int) = { a };    => (var T*[]() fp {a})
        f(*p);                      => (call f (* p));
        { int T; T * x; } T * x;    => {(var int T) (T * x);} (var T* x)
        const T x = 1;              => (var T x 1)
        static T x;                 => (var static T x)
        STATIC T x;                 => (var STATIC T x)
        unsigned x = 1, *y;         => (var unsigned x 1) (var unsigned* y)
        struct s x = { 0 };         => (var struct s x {0})
        struct s { int a; } x;      => (struct s (int a)) (var struct s x)
        enum e { A, B = 2 } x;      => (enum e A (B 2)) (var enum e x)
        typedef T U; U * x;         => (typedef T U) (var U* x)
        T f(int);                   => (prototype T f [int])
        T x = { .a = { 1 }, b: 2, [0 ... 3] = 4 }; => (var T x {.a={1} .b=2 [0]=4})
        int a __attribute__((unused)) = 1; => (var @unused int a 1)
        __declspec(align(8)) T x;   => (var @align{8} T x)
        int x:3;                    => (var int x)
        typeof(y) x = y;            => (var typeof x y)
        """)
    void tellsDeclarationsFromExpressions(String source, String expected) {
        assertThat(statement(source)).isEqualTo(expected);
    }
}
