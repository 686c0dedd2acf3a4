package io.padlog.extract.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.padlog.extract.source.SourceFile;
import io.padlog.extract.syntax.TranslationUnit;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CppParsingTest {
    private static final SourceFile FILE = new SourceFile(Path.of("test.cpp"), "test.cpp");

    private static TranslationUnit parse(String source) {
        return new Parser().parse(FILE, new PlainTokens(source));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        # classes
        class A { int x; public: void f(int y); static int g(); };      => (struct A (int x) (method f) (static g))
        struct B : public A, C<int> { virtual void f() = 0; };          => (struct B :A,C<int> (virtual f))
        class C final { C(int x); ~C(); C(const C &) = delete; };       => (struct C (method C) (method ~C) (method C))
        class D { int x = 1; int y{2}; static const int z = 3; };       => (struct D (int x) (int y)) (var extern int D::z 3)
        class E { enum { A, B }; typedef int T; T t; };                 => (struct E (T t)) (enum A B) (typedef int T)
        class F { class G { int x; }; G g; };                           => (struct F (G g)) (struct F::G (int x))
        typedef class H { void f(); } H, *PH;                           => (struct H (method f)) (typedef class H H) (typedef class H* PH)
        struct I { int x; } i;                                          => (struct I (int x)) (var struct I i)
        class J; friend class J;                                        => ``
        # methods, inside and outside
        struct A { void f() { x; } };                                   => (struct A (method f)) (function inline void A::f [A* this] {x;})
        struct A { static int f(int y) { return y; } };                 => (struct A (static f)) (function inline int A::f [int y] {(return y)})
        struct A { static int f(); }; int A::f() { }                    => (struct A (static f)) (function inline int A::f [] {})
        int A::f(int x) const { return x; }                             => (function inline int A::f [A* this, int x] {(return x)})
        A::A(int x) : m(x), B<T>(x), n{x, 1} { y; }                     => `
            (function inline int A::A [A* this, int x] {(construct m x); (construct B x); (construct n x 1); y;})`
        A::~A() { }                                                     => (function inline int A::~A [A* this] {})
        bool A::operator==(const A &o) const { return x == o.x; }       => `
            (function inline bool A::operator== [A* this, A & o] {(return (x == (. o x)))})`
        A::operator int() { return x; }                                 => (function inline int A::operatorint [A* this] {(return x)})
        int f(int x, bool y = true, A &z = g());                        => (prototype int f [int x, bool y, A & z])
        auto f(int x) -> A<int> { return x; }                           => (function auto f [int x] {(return x)})
        int f() noexcept(true) { return 1; }                            => (function int f [] {(return 1)})
        int f() try { return 1; } catch (...) { return 2; } int g;      => (function int f [] {(return 1)}) (var int g)
        # what leaves no trace
        namespace a { namespace b { int x; } } namespace c = a::b;      => (var int x)
        namespace a { int f(); } int a::f() { }                         => (prototype int f []) (function int f [] {})
        extern "C" { int f(); } extern "C++" int g();                   => (prototype int f []) (prototype extern int g [])
        template <typename T, int N = 3> class V { T x[N]; };           => (struct V (T[] x))
        template <class T> T f(T x) { return x; }                       => (function T f [T x] {(return x)})
        template class V<int>; using namespace a; using a::b;           => ``
        using T = V<int>; using P = a::b **;                            => (typedef V<int> T) (typedef a::b** P)
        using U = unsigned long; using S = struct R;                    => (typedef unsigned long U) (typedef struct R S)
        using F = void (*)(int);                                        => ``
        enum class E : unsigned char { X, Y = 2 };                      => (enum E X (Y 2))
        int x = a::b::c + ::d;                                          => (var int x (a::b::c + d))
        """)
    void declarations(String source, String expected) {
        TranslationUnit unit = parse(source);

        assertThat(SyntaxPrinter.print(unit)).isEqualToNormalizingWhitespace(expected);
        assertThat(unit.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        T x(a, 1); T y{b}; T z; int n(0);       => (var T x (a 1)) (var T y {b}) (var T z) (var int n (0))
        V<A, B> x(&a);                          => (var V<A,B> x ((& a)))
        T f(int); T g(A *, B &b);               => (prototype T f [int]) (prototype T g [A*, B & b])
        T &r = x; const T &s = y; T &&t = z;    => (var T & r x) (var T & s y) (var T & t z)
        auto p = new T; auto q = new (x) T(1);  => (var auto p (new T)) (var auto q (new T 1))
        p = new A::B[n + 1]; delete p; delete[] q;  => (= p (new A::B)); (delete p); (delete q);
        x = static_cast<A *>(p)->n;             => (= x (-> (cast A* p) n));
        x = (T *) new T{1};                     => (= x (cast T* (new T 1)));
        x = reinterpret_cast<V<int>>(p);        => (= x (cast V<int> p));
        x = int(y) + T(z) + T{};                => (= x ((cast int y) + (call T z) + (call T)));
        p = nullptr; b = true; b = !false;      => (= p 0); (= b 1); (= b (! 0));
        this->f(); p->~T(); a.b<int>(c);        => (call (-> this f)); (call (-> p ~T)); (call (. a b) c);
        A::f(a < b, c); x = a < b;              => (call A::f (a < b) c); (= x (a < b));
        f([this](int x) { return x; }, y);      => (call f (lambda [int x] {(return x)}) y);
        auto g = [] { f(); };                   => (var auto g (lambda [] {(call f);}))
        x = [&](A *p) -> T { return p->x; }(q); => (= x (call (lambda [A* p] {(return (-> p x))}) q));
        auto u = end([=, &a] { if (a) b(); });  => (var auto u (call end (lambda [] {(if a (call b);)})))
        f({1, 2}, x); x = {1, a};               => (call f (literal {1 2}) x); (= x (literal {1 a}));
        for (auto &x : list) f(x);              => (loop list {(var auto & x) (call f x);})
        for (int i = 0; i < n; i++) f(i);       => (for (var int i 0) (i < n) (i ++) (call f i);)
        if (T *p = f()) g(p); else h();         => {(var T* p) (if (= p (call f)) (call g p); else (call h);)}
        while (int n = f()) g(n);               => {(var int n) (while (= n (call f)) (call g n);)}
        try { f(); } catch (A &e) { g(e); } catch (...) { }  => `
            (try {(call f);} except 1 {(if ?exception {(var A & e) {(call g e);}} else {})})`
        throw x; throw;                         => (call throw x); (call throw);
        x = (p->*f)(a);                         => (= x (call (, p f) a));
        final: f(); goto final;                 => (label final (call f);) (goto final)
        struct L { int x; int g() { return x; } }; L l;  => (var L l)
        """)
    void statements(String source, String expected) {
        TranslationUnit unit = parse("void f() { " + source + " }");
        String printed = SyntaxPrinter.print(unit);

        assertThat(printed.substring(printed.indexOf("{", printed.lastIndexOf("(function void f")) + 1, printed.length() - 2))
            .isEqualToNormalizingWhitespace(expected);
        assertThat(unit.diagnostics()).isEmpty();
    }
}
